/// From the words of an expertise to claims on fields.
extension Fields {
    /// How much the words of one agent's persona speak for each field and family.
    struct Support {
        var fields: [Int: Float] = [:]
        var families: [Int: Float] = [:]

        mutating func add(_ word: String, by weight: Float) {
            add(Topics.senses(of: word), by: weight)
            for family in Topics.families(of: WordKey(word)) { families[family, default: 0] += weight }
        }

        mutating func add(_ senses: [Topics.Sense], by weight: Float) {
            for sense in senses { fields[sense.field, default: 0] += weight * sense.weight }
        }

        /// A field that one ambiguous word suggests counts little beside one that all words suggest.
        var enough: Float { max(0.8, (fields.values.max() ?? 0) / 2) }
    }

    /// What is claimed less than this is not claimed.
    private static let least: Float = 0.1

    /// Whoever knows most of a field has the whole claim; the others their share.
    static func claims(_ support: [Support]) -> [Int: [Claim]] {
        var strongest: [Int: Float] = [:]
        for agent in support {
            for (field, weight) in agent.fields { strongest[field] = max(strongest[field] ?? 0, weight) }
        }
        var claims: [Int: [Claim]] = [:]
        for (agent, support) in support.enumerated() {
            let enough = support.enough
            // Every field is written once per agent: the order does not matter.
            for (field, weight) in support.fields {
                let claim = min(1, weight / enough) * weight / (strongest[field] ?? weight)
                if claim >= Self.least {
                    claims[field, default: []].append(Claim(agent: agent, weight: claim))
                }
            }
        }
        return claims
    }

    /// What each agent claims of a family: all of it by its name, half by a field.
    static func kinClaims(_ support: [Support], _ claims: [Int: [Claim]]) -> [[Claim]] {
        Topics.kin.indices.map { family in
            support.indices.compactMap { agent in
                var weight = min(1, support[agent].families[family] ?? 0)
                for field in Topics.kin[family] {
                    for claim in claims[field] ?? [] where claim.agent == agent {
                        weight = max(weight, claim.weight * 0.7)
                    }
                }
                return weight > 0.2 ? Claim(agent: agent, weight: weight) : nil
            }
        }
    }

    /// Who claims a family claims what is left of its fields.
    static func spread(_ kin: [[Claim]], over claims: inout [Int: [Claim]]) {
        for (family, relatives) in kin.enumerated() {
            for field in Topics.kin[family] {
                let own = claims[field] ?? []
                let taken = own.map(\.weight).max() ?? 0
                for relative in relatives {
                    let weight = relative.weight * (taken > 0.6 ? 0.25 : 0.65)
                    guard weight >= Self.least else { continue }
                    if let index = own.firstIndex(where: { $0.agent == relative.agent }) {
                        if own[index].weight < weight {
                            claims[field]?[index] = Claim(agent: relative.agent, weight: weight)
                        }
                    } else {
                        claims[field, default: []].append(Claim(agent: relative.agent, weight: weight))
                    }
                }
            }
        }
    }
}
