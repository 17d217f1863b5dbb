import HTTPTypes

// `GET /rooms/{room}/transcript`: what was said, for programs and for people.

extension FrontDesk {
    func transcript(of room: String, _ call: Call) throws(Problem) -> Answer? {
        let form = Acceptance(call.request.headerFields).choice(among: TranscriptForm.allCases)
        let transcript = try directory.room(room).events.transcript
        guard let form else {
            let forms = TranscriptForm.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(.notAcceptable, "`Accept` leaves none of \(forms).")
        }
        return form.answer(transcript)
    }
}
