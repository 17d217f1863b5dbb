/// What the floor promises, whatever happens in whatever order. ``Step`` says how each is judged.
public enum Promise: String, CaseIterable, Sendable {
    case oneTurn = "At most one turn holds the floor, and only what holds it is held, goes on or ends."
    case honest = "What the floor says of its state is what its actions made of it."
    case audible = "An agent is audible from its first sample to the end of its turn, and at no other time."
    case silence = "While a caller speaks no agent is audible, and none is given the floor."
    case patience = "While a caller's words are awaited nobody is given the floor, and no turn goes on."
    case present =
        "Only an agent that is here, ready and not muted is given the floor; one that leaves gives it up."
    case inOrder = "Claims are kept in the order of the house, within a rank in the order of their promise."
    case promised = "Exactly what was asked for is promised, once, and only what was promised is granted."
    case claimKept = "No claim is lost: it is kept until it is granted, or void for a reason."
    case claimVoid = "Newer words, an interruption, an agent that is gone and a clock make older claims void."
    case reason = "A turn ends only for a reason, and says rightly how."
    case cutOff = "What ends a turn ends it in the same step."
    case backchannel = "A backchannel costs no turn and no claim."
    case lateNews = "News of a turn that does not hold the floor changes nothing."
    case answer = "A requested turn is promised if, and only if, nothing speaks against it."
    case retry = "A turn of which nothing was heard is tried twice, never thrice."
    case defined = "The state is a defined one: an ordered queue without doubles, within its bound."
    case clock = "Whatever waits has a clock that runs, and no clock that ran out stays."
    case neverIdle =
        "In a quiet room no turn is held, and an open floor leaves no claim waiting whose agent could speak."
    case ends = "When everybody falls silent, clocks alone lead to an open floor and an empty queue."
    case length = "No turn lasts longer than it may."
}
