import FloorControl
import Personas

/// Who may come into a simulated room.
enum Ensemble {
    static let agents = personas.map { Identity($0.id) }
    static let callers: [Identity] = ["ana", "bob", "cem", "dora"]

    static func persona(_ agent: Identity) -> Persona? { personas.first { $0.id == agent.description } }
    static func name(of agent: Identity) -> String { persona(agent)?.name ?? agent.description }

    /// One greets, one has a tool with a filler, names are words and kin to each other.
    private static let personas: [Persona] = [
        persona("scout", "Scout", aliases: ["Scouty"], expertise: ["market research"]),
        persona("nova", "Nova", expertise: ["finance", "budget"]),
        persona("atlas", "Atlas", expertise: ["operations"]),
        persona("will", "Will", greeting: "Hi, Will here."),
        persona("hope", "Hope", expertise: ["hiring"], filler: "One moment, please."),
        persona("grace", "Grace", aliases: ["Gracie"]),
    ]

    private static func persona(
        _ id: String, _ name: String, aliases: [String] = [], expertise: [String] = [],
        greeting: String? = nil, filler: String? = nil
    ) -> Persona {
        let lookUp = Persona.Tool(
            name: "look_up", http: Persona.HTTPCall(url: "https://tools.example"), filler: filler)
        return Persona(
            id: id, name: name, aliases: aliases, expertise: expertise, greeting: greeting, tools: [lookUp],
            instructions: "You are \(name), and you keep to the point.")
    }
}
