import Addressing
import Testing

/// Everyone, stop, backchannels, talk to others, fields: lines without a name in a place of address.
@Suite struct InterjectionTests {
    static let lines = Scene.table(
        """
        Bruno | everyone say hello | all
        Bruno | What does everyone want for dinner? | all
        Bruno | all of you what should i cook | all
        Bruno | let's hear from everybody | all
        Bruno | What do you all think? | all
        Bruno | i sent it to everyone on the list | stay
        Bruno | Thank you, everybody, your last word, please. | all
        Bruno | Thanks everyone, what do you think? | all
        Bruno | Thank you. Everybody, your last word, please. | all
        Bruno | thank you everybody | stay
        Bruno | Thanks, everyone, that was great. | stay
        Bruno! | mhm | backchannel
        Bruno! | right right | backchannel
        Bruno! | yeah okay that makes sense | backchannel
        Bruno! | uh huh go on | backchannel
        Bruno! | hmmmm | backchannel
        Bruno! | Ahem. | backchannel
        Bruno! | achoo | backchannel
        Bruno! | Ähm. | backchannel
        Bruno! | Euh... | backchannel
        Bruno! | eh | backchannel
        Bruno! | ehm | backchannel
        Bruno! | euh, d'accord | backchannel
        Bruno! | ähm, genau | backchannel
        Bruno! | Hatschi! | backchannel
        Bruno! | este | stay
        Bruno! | ähm, wie lange noch | stay
        Bruno! | Ahem, when is it ready? | stay
        Bruno! | Quiet. | stop
        Bruno! | so quiet | backchannel
        Bruno! | right but how long in the oven | stay
        Bruno! | okay lina when is the guest coming | Lina
        Bruno | yeah | stay
        Bruno! | stop | stop
        Bruno! | okay okay stop please | stop
        Bruno! | No, stop. | stop
        Bruno! | wait a second | stop
        Bruno! | could you be quiet for a second | stop
        Bruno! | please stop talking bruno | stop
        Bruno! | hold on someone is calling me | stop
        Bruno! | Stop Bruno, Vega go on. | Vega
        Bruno! | stop bruno vega your turn | Vega
        Bruno! | wait how many eggs did you say | stay
        Otto | where is the next bus stop | stay
        Otto | how do i stop the engine from stalling | stay
        Otto | should i hold the handle while it starts | stay
        Otto | dave can you close the window | none
        Otto | Mom, I'm on a call, give me five. | none
        Otto | sweetheart the keys are on the table | none
        Otto | no i'm talking to my brother | none
        Lina | which tires do i need for winter | domain Otto
        Otto | how do i make a tomato sauce | domain Bruno
        - | how do i make a tomato sauce | domain Bruno
        Bruno | how do i make a tomato sauce | stay
        Otto | you said tomato sauce is that with garlic | stay
        Otto | and why is that | stay
        """)

    @Test(arguments: lines) func `what is said without a name`(_ scene: Scene) { scene.check(in: .home) }

    @Test func `everyone but one is an address of the others`() {
        let route = Roster.home.route(
            Utterance(text: "Everyone except Otto, what do you think?", floor: "Vega"))
        #expect(route.kind == .address)
        #expect(route.to == ["Vega", "Lina", "Bruno"])
    }

    static let agents = Scene.table(
        """
        Harper | That is a tax question. Grant, can you take it? | Grant
        Harper | I checked with Grant yesterday and he agreed. | none
        Harper | June will send you the form. | none
        Harper | Let me hand you over to June. | June
        Harper | You could also ask Chase about it next week. | none
        Harper | What would you like to know? | none
        Harper | I'll let Grant explain the deduction. | Grant
        Harper | Harper speaking, how can I help? | none
        Harper | What does everyone else think? | all
        """)

    @Test(arguments: agents) func `an agent's words pass the turn only to a colleague`(_ scene: Scene) {
        scene.check(in: .firm, by: .agent("Harper"))
    }

    @Test func `an agent that asks everyone is not asked itself`() {
        let route = Roster.firm.route(
            Utterance(text: "What do you all think?", speaker: .agent("Harper"), floor: "Harper"))
        #expect(route.to == ["Chase", "June", "Grant"])
    }
}
