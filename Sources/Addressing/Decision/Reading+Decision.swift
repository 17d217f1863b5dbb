import Grammar

/// The decision, once it is known what each name does; the first reading that applies wins.
extension Reading {
    func route() -> Route {
        let tokens = clauses.tokens
        guard !tokens.isEmpty else {
            return silent(utterance.speaking == nil ? .none : .backchannel, "There are no words.", .certain)
        }
        if speaker != nil { return agentsRoute() }
        if utterance.speaking != nil, clauses.isBackchannel || isSignalToSpeaker {
            return silent(.backchannel, "Only a listener's signal: “\(utterance.text)”.", .certain)
        }
        if addressed.allSatisfy({ groups[$0].isHeard && !groups[$0].isPlural && roles[$0].isVocative }),
            clauses.callsOutsider
        {
            return silent(.none, "The words are for somebody who is no agent.", .likely)
        }
        if addressed.allSatisfy({ groups[$0].isHeard }), clauses.isSaidElsewhere {
            return silent(.none, "The words are for nobody in the room.", .likely)
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

    /// "Gotcha, Chen": a signal and the name of the one who goes on speaking.
    private var isSignalToSpeaker: Bool {
        guard groups.count == 1, isHolder(0), !groups[0].isPlural, !clauses.hasQuestionMark,
            groups[0].words.count < clauses.tokens.count
        else { return false }
        var rest = clauses
        rest.tokens.removeSubrange(groups[0].words)
        rest.isName.removeSubrange(groups[0].words)
        return rest.isBackchannel && clauses.stopSense() == .no
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
        let invitation = clauses.openInvitation()
        if invitation == .views { return everybody("Anyone's view is asked for.") }
        if let domain = domainRoute() { return domain }
        if invitation == .help { return everybody("Anyone may answer.") }
        return stay("Nobody is named and nothing changes the subject.", .guess)
    }

    private func everybody(_ why: String) -> Route {
        Route(kind: .all, to: roster.agents.map(\.id), why: why, sureness: .guess)
    }
}
