/// English: closed classes in full, as far as speech uses them.
enum English {
    package static let words: [Lexicon.Row] = [
        ([.first], "i we"),
        ([.second], "you ya"),
        (
            [.third],
            "he she it they one someone somebody anyone anybody anything nobody everything something nothing"
        ),
        ([.third, .determiner], "this that these those"),
        ([.third, .adverb], "there"),
        ([.object], "me us him them myself himself themselves yourself you it"),
        ([.object, .possessive, .determiner], "her"),
        (
            [.determiner],
            "a an the some any no every each another either neither both much many more most few less"
        ),
        ([.determiner], "enough several what which whose such own other next last same single only full"),
        ([.possessive, .determiner], "my our your his its their"),
        (
            [.number, .determiner],
            "one two three four five six seven eight nine ten eleven twelve twenty thirty forty"
        ),
        (
            [.number, .determiner],
            "thirteen fourteen fifteen sixteen seventeen eighteen nineteen zero dozen fifty sixty seventy eighty ninety hundred thousand million first second third half"
        ),
        (
            [.auxiliary],
            "is are am was were do does did have has had isnt arent wasnt werent dont doesnt didnt"
        ),
        ([.auxiliary], "havent hasnt hadnt 's 're 'm 've aint been being"),
        (
            [.auxiliary, .modal],
            "can could will would shall should may might must 'll 'd cant couldnt wont wouldnt"
        ),
        ([.auxiliary, .modal], "shouldnt mustnt shant cannot"),
        (
            [.negation],
            "not never dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt no nor cannot"
        ),
        ([.wh], "what which who whom whose where when why how"),
        (
            [.preposition],
            "of in on at to for from with without about by into onto over under between through during"
        ),
        (
            [.preposition],
            "against toward towards upon off across behind beside besides near than like as via per"
        ),
        ([.preposition], "around inside outside within among except despite above below beyond along past"),
        ([.preposition, .subordinator], "before after since until till"),
        ([.conjunction], "and or but plus nor"),
        (
            [.subordinator],
            "if because that whether while although though unless once cause cuz so when as where"
        ),
        (
            [.discourse, .filler],
            "um uh er erm ah uhm hmm mm like well oh so okay ok alright right now anyway actually basically look listen"
        ),
        (
            [.discourse],
            "seriously honestly great cool good fine perfect thanks yeah yes yep sure nice say again anyhow meanwhile"
        ),
        (
            [.discourse],
            "finally cheers lovely brilliant excellent hang hold wait quick guys and but then also first"
        ),
        (
            [.greeting, .discourse],
            "hey hi hello yo hiya hallo heya ahoy oi howdy ey psst excuse thanks thank goodbye bye dear morning evening"
        ),
        ([.filler], "um uh er erm ah uhm hmm eh"),
        ([.softener], "please just maybe kindly perhaps um uh er erm"),
        (
            [.repair],
            "no nope sorry actually rather wait oops mean meant scratch wrong forget whoops instead correction nah"
        ),
        ([.repair], "pardon apologies"),
        ([.noun], "patience hope faith joy grace charity mercy harmony melody chance cash sunny miles"),
        ([.noun], "day days week weeks month months year years hour hours minutes seconds"),
        ([.sequence], "then next afterwards afterward later followed"),
        ([.yesNo], "yes yeah yep yup no nope nah sure absolutely definitely exactly correct"),
        (
            [.adverb],
            "already also just still always never often really quickly probably maybe perhaps only even ever soon again too"
        ),
        (
            [.adverb],
            "here there now then today tomorrow yesterday later earlier definitely certainly clearly simply usually once"
        ),
        (
            [.adverb],
            "ahead almost nearly apparently obviously kindly sometimes actually literally recently finally instead"
        ),
        (
            [.adjective],
            "good bad big small new old long short high low late early ready sure wrong right possible able free busy happy"
        ),
        (
            [.adjective],
            "great nice hard easy fast slow cheap expensive true false open closed red blue green black white hot cold same"
        ),
        (
            [.adjective, .determiner],
            "little whole entire main real best better worse worst amazing good old little nice"
        ),
        (
            [.adjective],
            """
            sick tired gone away out done wrong ill asleep awake alone alive dead angry sad glad afraid scared worried funny serious quiet loud \
            clear dark bright heavy light strong weak rich poor clean dirty dry wet warm cool fresh sweet bitter sour sharp soft smooth rough \
            thick thin wide narrow deep flat full empty quick close far near safe dangerous simple complex difficult important useful useless \
            common rare normal strange weird special famous popular local public private legal official final main current previous former \
            next late online offline available responsible interested excited bored confused lost broken stuck finished missing \
            correct incorrect accurate honest smart clever stupid crazy pretty beautiful ugly lovely awful terrible horrible wonderful \
            fantastic excellent brilliant cute nervous calm polite rude kind mean friendly lazy annoying boring interesting exciting \
            delicious tasty spicy salty raw fresh frozen lonely young modern ancient huge tiny enormous extra spare similar different live vegan vegetarian loose tight ripe rotten handmade organic secure insured worth asleep negotiable refundable valid legal illegal allowed included inclusive edible poisonous contagious \
            normal okay alright fine due overdue urgent essential necessary optional compulsory mandatory permanent temporary
            """
        ),
        (
            [.adverb],
            "too very so quite rather pretty tonight currently lately nearly exactly totally completely fully surely hardly barely twice out away home back off"
        ),
        (
            [.everyone],
            "everyone everybody all guys folks team yall y'all"
        ),
        (
            [.backchannel],
            "whoa woah righto rightio rightyo yessir yessiree yip yah yass yas okey dokey okie dokie doke alrighty allrighty mkay kay ah-ha hmmph hmph ahem harrumph achoo atchoo hatschi atchoum achis tsk tut ugh argh gah eek eww ew meh pah bah pfft phwoar cor gosh blimey crumbs lummy golly gee dang cheers champion smashing cracking corking spiffing stellar ace lush brill fab fabulous magic sweet bonzer ripper beaut bravo touche ditto bingo indeedy verily amen hallelujah eureka voila presto marvellous fancy tidy nifty groovy epic legend legendary bonkers bananas wicked ouchie yowch owie gosh damn mm mhm mmhm mmm hm hmm hmmm uhhuh uh huh um ah aha oh ooh yeah yea yep yup yes ok okay okey right sure wow nice cool"
        ),
        (
            [.backchannel],
            "great good fine alright interesting indeed exactly true totally absolutely gotcha fair really perfect"
        ),
        (
            [.person],
            "mom mum mommy dad daddy honey hun sweetie sweetheart darling babe baby love sir madam maam miss mister"
        ),
        (
            [.title],
            "doctor dr mister mr mrs ms miss mx professor prof captain chef sir madam nurse coach sergeant detective inspector officer aunt auntie uncle lady lord father sister brother"
        ),
        (
            [.calendar],
            "january february march april may june july august september october november december spring summer autumn fall winter"
        ),
        (
            [.calendar],
            "monday tuesday wednesday thursday friday saturday sunday dawn noon dusk midnight christmas easter"
        ),
        ([.indefinite], "anyone anybody someone somebody"),
        ([.floating], "both each all"),
        (
            [.view],
            """
            take opinion opinions view views thought thoughts advice answer position verdict recommendation input stance read plan feeling \
            suggestion perspective favorite favourite pick guess best update status estimate impression assessment idea ideas reaction side \
            version word comment comments expertise insight analysis judgment judgement wisdom angle thinking instinct preference
            """
        ),
        (
            [.preposition],
            "unlike regarding concerning according onto minus amid unto beneath throughout amongst"
        ),
        (
            [.backchannel],
            "beautiful lovely cute adorable awful terrible horrible sad funny clever smart strange weird odd scary exciting disgusting gross ridiculous gorgeous stunning tragic sick wicked mad delicious tasty unbelievable amazing awesome marvelous magnificent splendid super superb shame pity surprise relief idea point yum yummy ouch oof phew yikes whew ooh aww aw yay hooray bravo ha haha hah hehe lol jeez geez gee crikey blimey brilliant excellent wonderful fantastic impressive incredible neat sweet super fascinating hilarious insane crazy wild agreed yup ay aye quite noted roger copy word damn dang shoot man boy dear goodness heavens"
        ),
        (
            [.givenName],
            """
            dave david john bob jill james robert michael mike william bill richard rick joseph joe tom thomas charlie charles dan daniel matt \
            matthew tony anthony don donald steve steven paul andrew andy josh kevin brian george ed edward tim timothy ron jason jeff \
            gary eric jon jonathan larry scott frank ben benjamin sam samuel greg ray jack dennis jerry peter pete mary patricia pat jen \
            jennifer linda liz elizabeth barbara susan jess jessica sarah karen lisa nancy betty sandra ashley kim emily donna michelle \
            carol amanda melissa deb deborah stephanie rebecca becky laura sharon cindy kathy amy anna angela ruth brenda pam nicole \
            kate katie christine julie emma olivia sophie claire chris alex jamie jordan taylor max theo leo tommy timmy bobby billy \
            johnny jimmy danny sammy benny lucy ella mia ava isabella charlotte amelia evelyn abigail harper sofia avery mila noah liam \
            oliver elijah lucas mason logan ethan jacob aiden jackson henry sebastian owen wyatt carter julian luke gabriel isaac nathan \
            caleb ryan adam aaron connor evan hannah lily zoe natalie leah hazel violet aurora savannah audrey bella skylar nora ellie \
            molly maggie annie rosie katy betsy sally polly holly ruby lottie millie freddie archie alfie harry george oscar toby ralph \
            walter arthur stanley howard keith ian colin graham nigel trevor derek neil stuart craig shaun sean patrick declan
            """
        ),
        (
            [.person],
            "kitty kitten puppy doggy doggie pup taxi cabbie waitress bartender barman barista neighbour neighbor children boys girls hubby wifey papa mama nan gran grandad granddad pal mate rex fido mummy poppet petal munchkin cutie dearest sweetpea kiddos toddler nanny nanna grampa grandmother grandfather cabby porter usher cashier conductor landlord squire guv fella tiddles nurse matron constable steward stewardess alexa siri cortana"
        ),
        (
            [.person],
            "grandma grandpa granny nana kids kiddo son buddy dude man bro sis auntie uncle officer waiter driver"
        ),
    ]
}
