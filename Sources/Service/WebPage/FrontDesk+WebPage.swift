import FloorControl

// The web page: `GET /`, `GET /r/{room}` and the files they ask for. Anybody may have them; what they show asks for the
// key or a caller's token itself.

extension FrontDesk {
    func page(of room: String, _ call: Call) throws(Problem) -> Answer {
        guard Identity.isValid(room) else {
            throw Problem(.notFound, "A room's name has 1 to 64 of the characters A-Z a-z 0-9 . _ -")
        }
        return try pageFile("room.html", call)
    }

    func pageFile(_ path: String, _ call: Call) throws(Problem) -> Answer {
        guard let file = PageFile.all[path] else {
            throw Problem(.notFound, "The web page has no file \(path.prefix(200)).")
        }
        return file.answer(to: call.request.headerFields)
    }
}
