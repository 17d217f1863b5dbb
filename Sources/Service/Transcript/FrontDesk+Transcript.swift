import HTTPTypes
import Journal
import Logging

// `GET /rooms/{room}/transcript`: what was said, for programs and for people, during the call and after it.

extension FrontDesk {
    /// A day of talk takes a while to write out, so that is done on no reactor's thread.
    func transcript(of room: String, _ call: Call) throws(Problem) -> Answer? {
        // A call that has just ended may not be in the journal to its last word yet.
        if let log = (try? directory.room(room))?.events ?? archive.unfinishedLog(of: room) {
            let form = try form(for: call)
            let transcript = log.transcript
            Task { await answer(call, transcript, as: form) }
        } else {
            guard archive.place(of: room) != nil else { throw .nothingKept(of: room) }
            let form = try form(for: call)
            Task { call.respond(await keptTranscript(of: room, as: form)) }
        }
        return nil
    }

    private func answer(_ call: Call, _ transcript: Transcript, as form: TranscriptForm) async {
        call.respond(await form.written(transcript))
    }

    private func form(for call: Call) throws(Problem) -> TranscriptForm {
        let forms = TranscriptForm.allCases
        guard let form = Acceptance(call.request.headerFields).choice(among: forms) else {
            let names = forms.map(\.rawValue).joined(separator: ", ")
            throw Problem(.notAcceptable, "`Accept` leaves none of \(names).")
        }
        return form
    }

    private func keptTranscript(of room: String, as form: TranscriptForm) async -> Answer {
        do throws(JournalError) {
            guard let transcript = try await Transcript.kept(of: room, in: archive.journal) else {
                return .problem(.nothingKept(of: room))
            }
            return await form.written(transcript)
        } catch {
            logger.error(
                "a transcript could not be read", metadata: ["room": "\(room)", "error": "\(error)"])
            return .problem(
                Problem(
                    .storageUnavailable, "The transcript cannot be read just now; try again.",
                    retryAfter: .seconds(5)))
        }
    }
}

extension TranscriptForm {
    fileprivate func written(_ transcript: Transcript) async -> Answer { answer(transcript) }
}

extension Problem {
    fileprivate static func nothingKept(of room: String) -> Problem {
        Problem(
            .unknownRoom, "No room “\(room.prefix(64))” is open, and of none of this name is anything kept.")
    }
}
