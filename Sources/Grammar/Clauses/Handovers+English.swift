/// The ways of English, the language with most of them.
extension Handovers {
    static let english = Pattern.table(
        """
        ~ let @ <base>
        ~ let @ $
        let 's hear @
        @ should|must|ought|needs|has to? be the|our one|person|voice
        let 's have|get|bring|try|ask|invite @
        ~ let me|us have @ on|about|regarding
        ~ give me|us @ on|about|regarding
        ^ somebody|someone get|fetch|call|bring|ask|wake @
        so|now|then @ next $
        ~ let me bring|hand|pass|get|put|turn|connect|transfer in|you|this|it? over? to|with? @
        ~ ask @
        ~ hear|get it|something|more|this|that? straight|directly|right? from @
        want|need|like|love|prefer|take|get it|this|that|one|them straight|directly|right? from @
        straight|directly|right from @ 's own? mouth|lips|side|desk|pen
        ~ hear what|how|why|whether|if @
        ~ hear @ 's
        about|worth|mind|fancy|suggest|consider|try|recommend|forward|interested|up to|in|for? asking|hearing|consulting|calling|inviting|letting|bringing|trying from|on|in? @
        ~ trouble|bother|borrow|steal|disturb|interrupt @ for|a|with|about|one|and
        @ has|gets|takes|have the|a|one|two|three|this|that|my|our floor|minute|minutes|stage|mic|microphone|word|turn|last|question|next
        question|one|turn|word|go|call|floor|next|job is|belongs to? @ 's $
        'd|would be|feel|sleep|help|like|love|prefer|appreciate it|much|far|so|really|a? lot|bit|little|very|more? better|safer|happier|easier|good|nice|great|glad|grateful|helpful|useful|best|lovely|happy|comfortable|confident? if @ <past>
        'd|would be|feel|help|like|love|prefer|appreciate it|much|far|so|really? better|safer|happier|easier|good|nice|great|glad|grateful|helpful|useful|best|lovely|happy|comfortable|confident? if @ could|would|can
        okay|ok|fine|alright|good|cool|possible|mind|great|nice|best|better|safer|helpful if @ <taking>
        why doesnt|dont|not @ <base>
        floor|stage|mic|microphone|turn|word|next|last|rest|one is|goes @ 's $
        ~ send|ring for @
        how|what about @ <third3>
        i|we 'm|am|was|were|are after|seeking @
        i|we 'm|am|was|were|are looking|trying|hoping|meaning|aiming|asking|calling|here|searching for|to|after get|reach|ask|call|get|find|speak|talk|see? to|hold|of|for? @
        ~ hear @ on|about|out|next|now|speak|talk|explain|say
        i 'm|am <adverb>? asking|talking|speaking|calling to|with|for? @
        ^ now @ will|can|is
        @ last|second|third|fourth $
        @ comes|goes|speaks|answers|is first|second|third|fourth|last|next
        @ comes|goes|speaks|answers|talks|starts|leads|precedes ahead|before|prior|after|behind of|to? him|her|them|you|everyone|everybody|anyone|&
        @ comes|goes|speaks|answers|talks|starts|follows once|when|after|until|till &
        @ precedes|follows him|her|them|you|everyone|everybody|anyone|&
        @ to begin|start|open|kick|finish|end|close|conclude with|off? $
        like|love|want|need to hear <possessive>? <wh>? @
        ~ speak|talk|chat|check|consult|swap|trade|connect|switch|discuss|go|confer|move|jump|turn|defer over|back|on|this|it|that? to|with|over @
        ~ hear|get|have|want|need|like|love|see|take @ 's <view>
        i 'd|would|want|need|like|love|prefer rather|sooner|like|love|want|prefer|need to? hear @
        @ would|might|may|should|will probably|surely? know
        ~ cross|cut|swing|head|pop|hop|whizz|return|come live|over|back|across|down|out? live? to|over @
        here 's|is|comes|come @ with|to|on|for
        i|we 'd|would sooner|rather|prefer to? deal|work|do|sort|settle|handle|tackle|arrange|plan it|this|that|things? with @
        ~ consult|invite|try|page|summon|call on|in|up? @
        ~ pass|hand|turn|give|throw|kick|swing|send|transfer|forward|route|leave|delegate|direct|toss|take|put|refer|switch|bring|redirect|escalate|shift|move|bounce|push|fire|relay|carry this|it|that|me|us|you|things|the|my? floor|one|mic|call|question|word|conversation|stage|baton? question|one|call? straight|right|directly|all? over|back|on|along|through|up|across|round|around|down|off? to @
        ^ i|we? 'm|am|are|'re? just? passing|handing|turning|giving|throwing|sending|transferring|forwarding|routing|leaving|directing|putting|referring|switching|redirecting|escalating|shifting|bouncing|connecting this|it|that|you|things|the|my? floor|one|mic|call|question|word|stage? straight|right|directly? over|back|on|along|through|across|up|off? to|with @
        ~ put|connect|patch|link me|us|you through|up? to|with @
        ~ put @ on|through $
        ~ bring|loop|call|pull|patch in @
        ~ bring|loop|pull|call|patch @ in|into|on
        ~ get @ to|on|in|over|here
        ~ have @ <base>
        ~ give @ the|a first|last|final|next|opening|closing|quick? floor|turn|word|chance|go|mic|say|shot|try|minute|moment
        ~ see|check|find out? what|if|whether @
        ~ tell @ to|that|about|what|how|why
        over|back|on|now to you|our? expert? @
        <modal> @ <base>
        what|how|where|which|who|why <subject>? does|would|do|might|can|could|should|will @ have|feel|like|rate|see|handle|approach|recommend|want|stand
        what 's|is|are @ 's <view>
        what|how about @ $
        what|how about you @
        one|a|an|quick|last|final|short|brief|first round|word|answer|sentence|thought|thoughts|tip|take|opinion|idea|update|status|comment|line|guess|reaction|view|vote please? from|by @
        does|do|would @ <opining>
        i|we 'd|would? want|need|like|love|prefer|have|get have|get|see? this|that|it|one <past> by @
        be hearing from @
        with @ to follow|finish|close|end|start|begin
        first|second|third|other|rest 's|is|goes for|to @
        @ 's|is the one|person|man|woman|girl|guy to <base>
        let 's take @ first|now|next|last|straight|after
        this|that|it goes|passes over? to @
        i|we 'm|am|are|'re just|now? passing|handing|turning|giving|sending|leaving|transferring|switching it|this|that|you over? to|with @
        it 's|is the? turn of @
        @ * go|speak|answer|start|come|goes|speaks|answers|starts|comes before you
        ^ make that|it just|only? @
        no|nope|nah|wait|actually|rather just|only|solely @
        @ please not &
        question is|was @ 's
        it 's|is|was @ who|that|whom? i|we had|have in|a|one|some mind|question|questions|word|job|message
        it 's|is|was @ 's name|number|help|desk|line|ear|turn that|which? i|we
        it 's|is|was @ who|whom|that? i|we 'm|am|was|want|wanted|meant|asked|called|addressed|need|needed|mean|'d|'re
        and|but|then @ 's first|next|last
        is @ there|around|available|listening|free|ready|here|on|online
        it|this|that 's|is @ 's turn|move|go|floor|area|time|question|job|department|field
        @ 's turn
        @ is|'s up|next
        ^ next is|comes|question? to|for? @
        @ first $
        ~ start|begin|open|kick with|from @
        first up? is|comes? @
        @ should|can|could|may|must|will|'ll|has|needs|gets|got|ought to|probably|definitely|surely|certainly|better|rather? <taking>
        can|could|may|might|shall i|we have|get|bring|call|want @ back|in|on|here|please|for|now|again|over
        @ had|'d better|best <taking>
        @ should|can|could|may|must|will|'ll|has|needs|gets|got to|probably|definitely|surely|certainly? know|weigh|chime|go|first
        i|we 'd|would|want|need|like|love|prefer like|love|want|rather|prefer|have|for? both|all|either|also|even|for? @ both|each|all? to <base>
        i|we 'd|would|want|need|like|love|prefer|'ll|will like|love|want|rather|prefer|have|take|hear? @ first|next|last
        i|we 'd|would? need|want|'d like|love|have @ for|on|instead|now|here $
        i|we need|want @ $
        i|we need|want @ for|on|here|now|instead
        i 'd|would|want|need like|love|want|need|prefer|appreciate? to? hear|get|have|know|see? <possessive>? @ 's
        i 'd|would rather|prefer|sooner @ <past>
        i wish @ would|could
        ~ have|let @ <open>
        i choose|pick|nominate|call @
        ~ find|get|learn out from @
        @ 's|is the man|woman|one|person|guy|expert|agent for
        @ 's|is the|our man|woman|one|person|guy|expert|agent who|that 'd|would|will|'ll|can|could|should|knows|might
        i|we want|need|like|prefer @ to $
        i|we 'll hear|take|get it|that|this|one? from @
        @ 's|has got this|it|that|you covered? $
        @ 's <view> would|might|could be
        @ was|is|'s about|trying|going to speak|answer|say|talk|reply
        but|and|though @ knows|has better|more|best
        that|this|it 's|is up|down to @
        @ will|'ll|would|may have|need to <taking>
        any? chance|possibility|hope that? @ could|can|would|might
        i|we think|believe|suppose|guess|expect|reckon|imagine that? @ knows|has more|better|best
        where @ comes in
        ^ you|we 're|are on|up|next @ $
        ^ i said @ $
        ^ i did say @ $
        @ will|'ll|would|is|'s be? only? more? happy|glad|pleased|able|delighted|best than? to help|answer|explain|tell|show|take|advise
        but|maybe|perhaps|though|surely @ might|may|could|can|will|would|should $
        i|we bet|reckon|guess|think|suppose|expect @ knows|might|would|could|can $
        @ probably|surely|definitely|certainly|clearly knows $
        ^ question|query|request @ $
        this|that|it goes|is out to|for @
        i wanted|asked for? @ $
        i thought i|it|that|this was talking|speaking|asking|for to|with? @
        got|has|is|'s @ written|stamped all? over
        @ wants|has|wanted a word|say|go|turn|question
        this|that|it is|'s|was|one|one's? 's|is? really|more|probably|rather|actually|clearly|definitely? a|one|something|another? question|job|matter|topic|thing|task|case|one|issue|subject|problem|challenge|decision? for @
        question|query|enquiry|inquiry|request|message|call|puzzle|problem|matter|issue|favour|favor|word|word|note|one|something|anything|job|task|this for you? @
        question|job|one|floor|mic|microphone|word|turn|ball|baton|honour|honor|stage|spotlight|rest is|goes|'s|passes|moves|belongs|over|for? for|to|with @
        @ ought|needs|has|deserves|gets|should to? have|get? a|the|his|her? say|word|turn|go|floor|shot|chance|input
        ~ leave * to @
        ~ pass|hand|give|send|forward|refer|transfer * over|across|on|along|through to @
        ~ hand|transfer|forward|refer|redirect|delegate|escalate * to @
        ~ let me|us pass|hand|give|leave|send|refer|transfer * to @
        is|'s @ about|around|available|free|there i|we
        directed|addressed|meant at|to|for @
        @ goes|go|speaks|starts|begins|answers first
        ^ @ starts|begins|opens|leads|goes|kicks|fires|first us|things|it? off|first|away|up? and|then
        ^ @ gives|tells|shows|brings|reads|walks|takes|talks us|me * please
        and|then @ rounds|wraps|sums|finishes|closes|concludes us|things|it|on? up|off|out
        @ 's|is|was who|whom|the one|person|man|woman|guy|lady|expert|agent|name|voice? that|who|whom? i|we|i'm 'm|'d|am|was|were|meant|want|wanted|need|needed|asked|called|said|like|mean|should
        @ it|this|that one? 's|is yours
        i|we 'm|was|were <adverb>? hoping|expecting that? @ would|might|could|'d
        @ 's|is the one|man|woman|person to tell|ask|answer|explain|say|help|talk|speak|handle
        it 's|is|was @ who|that should|must|can|could|ought|has|needs|gets|'s to?
        @ rather|instead than|of you
        it 's|is|was @ 's <view> that|which? i|we
        it 's|is|was <view> of|from @ that|which? i|we
        @ 's <view> is|'s the|what one|thing|only? that|which? i|we 'm|am|'d|want|need|wanted|needed|was|were
        <wh> @ sees|views|feels|reads|rates|ranks|judges|finds|puts|handles|approaches|does it|this|that|things|us|them
        ~ fetch|summon|get|grab|wake|find|call|raise me? @ for|to me|us|please
        is|are|would|will be? @ able|willing|ready|prepared|allowed|available|free|happy|around|about to|for|be
        ~ run|clear it|this|that by|past|with @
        your turn @
        @ your turn|move|go|floor
        maybe|perhaps|probably|surely @ knows|know|has|can|could|would|remembers
        i|we 'd|would|will? want|need|like|love|prefer|appreciate|value a|an|the|some|another|one|this|that|it|those|these? * from @
        i|we 'll|will|'d|would|should|shall rather? leave|defer|hand|pass|give|put this|that|it|these|those|them? one? over? to @
        @ please $
        prefer @ to
        value|welcome|appreciate|treasure|interested|interest in? @ 's <view>
        there anything|something else? @ wants|would|can|could|has|needs
        has|have @ got? any|anything|something|some
        has|have @ got a|an <view>
        has|have @ got a|an moment|minute|second|answer|question|solution|word|comment|suggestion|guess
        who|whom|nobody|anybody|anyone|none better to? ask|explain|answer|tell? than @
        i|we 'd|would sooner|rather|prefer|like? to? have @ on|for|instead|take|answer|do
        and|then @ <taking> it|this|that|us|me
        i|we 'll|will leave @ to <base>
        i|we 'll|will have|take @ 's <view>
        chance|possibility|hope|prospect of|that @ <gerund>
        and|then|while @ <third3> in|up|off|out|on|along|us|me? after|afterwards|next|second|last|later
        ^ and @ 's <view> $
        can|could|would|will|might|may|should @ <adverb> <base>
        ~ start|begin|open|kick|finish|end|close|conclude|wrap off|up? with|from|on @
        wonder|wondering|curious|ask|asking what|whether|if|how|why @
        to know what|whether|if|how|why @
        @ 's bag|alley|patch|territory|forte|thing|domain|wheelhouse|remit|lane|speciality|specialty|turf|responsibility|baby|pigeon|expertise|department|strength|subject|call $
        does|has|do @ have|got anything|something|any|a|an? more|idea|view|take|word? on|about|to|for
        i|we 'll|will|shall let|have @ <base>
        @ can|could|may|should|will|'ll|must|might have|get|take the|a|his|her last|first|final|next|opening|closing? word|say|turn|go|floor|shot
        ~ hear|have * from @
        get|take|have|hear|want|need * <view> from @
        @ 's|is probably|clearly|surely? the? better|best|well|ideally|perfectly|right placed|suited|qualified|equipped|person|one|man|woman|bet|choice|expert to|for|here|on|there
        i|we havent|hasnt|not|yet|barely|hardly|only heard a|anything|nothing|much? word|peep? from @
        time for @ to
        time we <past> from? @
        ^ @ to answer|speak|explain|open|start|begin|go|lead|close|finish|decide|judge
        ~ consult|involve|include|engage|enlist|rope|drag|wheel in|out? @
        then|him|her|them|that it 's|is @
        ~ see|hear|know|learn|find|get|discover out? what|how|where|whether|if @ stands|thinks|makes|says|feels|reckons|would|might|has|sees|knows
        """)
}
