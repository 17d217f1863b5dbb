import FloorControl
import HTTPTypes
import JSONValues
import Networking
import PersonaFiles
import Personas
import Rooms

// Agents and rooms: what there is, and what a moderator may do.

extension FrontDesk {
    func open(_ name: String, because reason: Reason) throws(Problem) -> (room: Room, isNew: Bool) {
        guard let openRoom else { preconditionFailure("the door is closed") }
        let (room, isNew) = try directory.open(name) { number in
            let log = archive.begin(name) { [weak self] in
                self?.assumeIsolated { $0.lost(name, number: number) }
            }
            return openRoom(name, log) { [weak self] name in
                self?.assumeIsolated { desk in
                    desk.directory.drop(name, number: number)
                    if desk.watches[name]?.meter.isOver == true { desk.watches[name] = nil }
                }
            }
        }
        if isNew {
            measure(room)
            try on(room) { $0.open(reason: reason) }
        }
        return (room, isNew)
    }

    /// Another process has this room now: ours ends, and says nothing more that is kept.
    private func lost(_ name: String, number: Int) {
        guard let room = directory.remove(name, number: number) else { return }
        try? on(room) { $0.close(reason: .crash) }
    }

    func agent(_ id: String) throws(Problem) -> Answer {
        guard let entry = folder.catalogue.entry(id) else { throw .unknownAgent(id) }
        return .json(entry.json)
    }

    func end(_ name: String) throws(Problem) -> Answer {
        try on(directory.remove(name)) { $0.close(reason: .deleted) }
        return .nothing
    }

    func remove(_ identity: String, from room: String) throws(Problem) -> Answer {
        let room = try directory.room(room)
        let participant = try participant(identity, of: room)
        try on(room) { room throws(Problem) in try room.remove(participant) }
        return .nothing
    }

    func mute(_ identity: String, in room: String, _ call: Call) throws(Problem) -> Answer {
        let room = try directory.room(room)
        let request = try MuteRequest(try call.json())
        let participant = try participant(identity, of: room)
        try on(room) { room throws(Problem) in try room.mute(participant, request.isMuted) }
        return .nothing
    }

    private func participant(_ identity: String, of room: Room) throws(Problem) -> Identity {
        guard Identity.isValid(identity) else {
            throw Problem(
                .notJoined, "Nobody can be called that; GET /rooms/\(room.name) lists who is there.")
        }
        return Identity(identity)
    }

    func giveTurn(in room: String, _ call: Call) throws(Problem) -> Answer {
        let room = try directory.room(room)
        let request = try TurnRequest(try call.json())
        let turn = try on(room) { room throws(Problem) in
            try room.give(request.agent, instructions: request.instructions)
        }
        return .json(["turn": .string("\(turn)")], status: .accepted)
    }

    func say(in room: String, _ call: Call) throws(Problem) -> Answer {
        let room = try directory.room(room)
        let request = try MessageRequest(try call.json())
        try on(room) { room throws(Problem) in try room.say(from: request.from, text: request.text) }
        return .json(
            ["room": .string(room.name), "from": .name(request.from), "status": "accepted"], status: .accepted
        )
    }

    func interrupt(_ room: String) throws(Problem) -> Answer {
        try on(directory.room(room)) { $0.interrupt() }
        return .nothing
    }

    /// The room need not exist yet.
    func token(for room: String, _ call: Call) throws(Problem) -> Answer {
        guard Identity.isValid(room) else {
            throw Problem(.notFound, "A room's name has 1 to 64 of the characters A-Z a-z 0-9 . _ -")
        }
        let request = try TokenRequest(try call.json())
        let lifetime = Int(request.lifetime.components.seconds) * 1_000
        let claims = CallerTokens.Claims(
            room: room, identity: request.identity, name: request.name,
            expires: WallTime(millisecondsSince1970: WallTime.now.millisecondsSince1970 + lifetime))
        return .json(["token": .string(commons.tokens.token(for: claims))])
    }
}

extension Catalogue.Entry {
    /// One element of `GET /agents`. A file that never could be read has an id and errors, and nothing else to show.
    var json: JSON {
        [
            "id": .string(id), "name": .text(persona?.name),
            "aliases": .texts(persona?.aliases), "voice": .text(persona?.voice),
            "expertise": .texts(persona?.expertise), "tools": .texts(persona?.tools.map(\.name)),
            "errors": .array(
                mistakes.map { mistake in
                    [
                        "file": .string(mistake.file), "line": .integer(mistake.line),
                        "message": .string(mistake.message),
                    ]
                }),
        ]
    }
}

extension JSON {
    fileprivate static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    fileprivate static func texts(_ texts: [String]?) -> JSON { .array((texts ?? []).map(JSON.string)) }
}
