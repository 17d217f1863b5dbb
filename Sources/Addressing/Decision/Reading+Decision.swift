/// The decision, once it is known what each name does; the first reading that applies wins.
extension Reading {
    func route() -> Route {
        let tokens = clauses.tokens
        guard !tokens.isEmpty else {
            return silent(utterance.speaking == nil ? .none : .backchannel, "There are no words.", .certain)
        }
        if speaker != nil { return agentsRoute() }
        if utterance.speaking != nil, clauses.isBackchannel {
            return silent(.backchannel, "Only a listener's signal: “\(utterance.text)”.", .certain)
        }
        if addressed.allSatisfy({ groups[$0].isHeard && !groups[$0].isPlural && roles[$0].isVocative }),
            clauses.callsOutsider
        {
            return silent(.none, "The words are for somebody who is no agent.", .likely)
        }
        if addressed.isEmpty, clauses.isToldAnimal {
            return silent(.none, "The words are for an animal or a child.", .likely)
        }
        if let stop = stopRoute() { return stop }
        if let everyone = everyoneRoute() { return everyone }
        if let address = addressRoute() { return address }
        if clauses.isSideTalk { return silent(.none, "The words are for somebody who is no agent.", .likely) }
        return unnamedRoute()
    }

    /// An agent's words give the turn away, or nothing.
    private func agentsRoute() -> Route {
        everyoneRoute() ?? addressRoute() ?? silent(.none, "The agent hands over to nobody.", .likely)
    }

    func silent(_ kind: Route.Kind, _ why: String, _ sureness: Sureness) -> Route {
        Route(kind: kind, to: [], why: why, sureness: sureness)
    }

    func stay(_ why: String, _ sureness: Sureness) -> Route {
        let holder = utterance.floor ?? utterance.speaking
        return Route(kind: .stay, to: holder.map { [$0] } ?? [], why: why, sureness: sureness)
    }

    private func unnamedRoute() -> Route {
        // A role spoken about is also a common noun: "how much are the membership fees".
        if groups.indices.contains(where: { !isCompound($0) }) {
            let named = groups.indices.contains { roles[$0] != .ordinary }
            return stay(
                named ? "An agent is only spoken about." : "A name is used as an everyday word.", .likely)
        }
        if FollowUp.phrases.first(in: clauses) != nil || clauses.refersBack {
            return stay("The words refer back to what was said.", .likely)
        }
        // Who cuts in talks to the one cut into, as long as nobody else is named.
        if utterance.speaking != nil, utterance.speaking == utterance.floor {
            return stay("It cuts into what is being said.", .likely)
        }
        if let first = clauses.tokens.first, first.has(.yesNo), clauses.tokens.count > 1,
            utterance.floor != nil
        {
            return stay("It answers what was said.", .likely)
        }
        let invitation = clauses.openInvitation()
        if invitation == .views { return everybody("Anyone's view is asked for.") }
        if let domain = domainRoute() { return domain }
        if invitation == .help { return everybody("Anyone may answer.") }
        return stay("Nobody is named and nothing changes the subject.", .guess)
    }

    private func everybody(_ why: String) -> Route {
        Route(kind: .all, to: roster.agents.map(\.id), why: why, sureness: .guess)
    }

    /// The thesaurus knows what people call things; the vectors, which of the rest lies near. Their sum decides.
    private func domainRoute() -> Route? {
        let (known, word) = roster.fields.scores(of: clauses)
        let (stance, isAllEnglish) = (clauses.stance, clauses.isAllEnglish)
        let (likeness, nearest) =
            isAllEnglish && !clauses.leansOnOthers(stance) ? likenesses() : (noLikeness, nil)
        let scores = known.indices.map { min(known[$0], Self.plenty) + Self.share * max(0, likeness[$0]) }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else {
            return nil
        }
        let rival = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        let demand = demand(stance, withVectors: isAllEnglish)
        guard scores[best] >= demand.evidence, scores[best] - rival >= demand.lead else { return nil }
        let agent = roster.agents[best]
        guard agent.id != utterance.floor else {
            return stay("The subject is still \(agent.name)'s.", .likely)
        }
        if let holder = roster.index(of: utterance.floor), scores[best] - scores[holder] < demand.move {
            return nil
        }
        let isKnown = known[best] >= Self.share * max(0, likeness[best])
        let why =
            isKnown
            ? "“\(word ?? "")” lies in \(agent.name)'s field."
            : "“\(nearest?(best) ?? "")” comes near to \(agent.name)'s field."
        let sureness: Sureness = known[best] >= 1.2 && scores[best] - rival >= 0.8 ? .likely : .guess
        return Route(kind: .domain, to: [agent.id], why: why, sureness: sureness)
    }

    /// More than this from the thesaurus proves no more.
    private static let plenty: Float = 2
    /// What a cosine counts beside a word of a field.
    private static let share: Float = 2

    /// How much the words must say for the best agent, how much more than for any other, and than for the holder of the floor.
    ///
    /// Chosen on labelled sets, the newest of which the thesaurus had not learnt. A pronoun may stand for what was said before: then the
    /// rest must say more.
    private func demand(_ stance: Stance, withVectors: Bool) -> (evidence: Float, lead: Float, move: Float) {
        guard withVectors else {
            return switch stance {
            case .request: (0.2, 0.12, 0.12)
            case .statement: (0.6, 0.5, 0.5)
            case .continuation: (0.8, 0.6, 0.6)
            }
        }
        let caution: Float = clauses.hasBarePronoun ? 1.3 : 1
        return switch stance {
        // A trouble told asks for less help than a question does.
        case .request: ((clauses.isAsking ? 0.3 : 0.6) * caution, 0.02, 0.1 * caution)
        case .statement: (0.9 * caution, 0.02, 0.2 * caution)
        case .continuation: (1 * caution, 0.02, 0.3 * caution)
        }
    }
}
