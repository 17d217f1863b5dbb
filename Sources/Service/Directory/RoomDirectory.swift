import OrderedCollections

/// The rooms in service, by name, in the order they opened.
struct RoomDirectory<Room: LiveRoom> {
    private struct Listing {
        let room: Room
        /// Tells this room from a later one of the same name.
        let number: Int
    }

    private var listings: OrderedDictionary<String, Listing> = [:]
    /// Of this directory and others.
    private let count: RoomCount

    init(_ count: RoomCount) { self.count = count }

    var rooms: [Room] { listings.values.map(\.room) }
    /// With numbers that rise in the order of opening.
    var numbered: [(number: Int, room: Room)] { listings.values.map { ($0.number, $0.room) } }

    func isOpen(_ name: String) -> Bool { listings[name] != nil }

    /// - Throws: `unknown_room`.
    func room(_ name: String) throws(Problem) -> Room {
        guard let listing = listings[name] else { throw .unknownRoom(name) }
        return listing.room
    }

    /// The room of this name; `nil` when there is none, but there could be. Throws when there is no space for another.
    func find(_ name: String) throws(Problem) -> Room? {
        if let listing = listings[name] { return listing.room }
        guard !count.isFull else { throw isFull }
        return nil
    }

    private var isFull: Problem {
        Problem(
            .atCapacity, "All \(count.capacity) rooms are in use (--max-rooms); try again later.",
            retryAfter: .seconds(10))
    }

    /// The room of this name, opened when there is none.
    ///
    /// - Parameter make: gets the number to hand to ``drop(_:number:)`` when the room has closed.
    mutating func open(_ name: String, _ make: (_ number: Int) -> Room) throws(Problem) -> (
        room: Room, isNew: Bool
    ) {
        if let room = try find(name) { return (room, false) }
        // Another desk may have opened the last one just now.
        guard let number = count.open() else { throw isFull }
        let room = make(number)
        listings[name] = Listing(room: room, number: number)
        return (room, true)
    }

    /// The room has closed by itself; a later one of the same name stays.
    mutating func drop(_ name: String, number: Int) {
        _ = remove(name, number: number)
    }

    /// Takes this room out, if it is not gone already.
    mutating func remove(_ name: String, number: Int) -> Room? {
        guard listings[name]?.number == number else { return nil }
        count.close()
        return listings.removeValue(forKey: name)?.room
    }

    /// Takes a room out, so that whoever comes from now on opens another.
    mutating func remove(_ name: String) throws(Problem) -> Room {
        guard let listing = listings.removeValue(forKey: name) else { throw .unknownRoom(name) }
        count.close()
        return listing.room
    }
}

extension Problem {
    static func unknownRoom(_ name: String) -> Problem {
        Problem(.unknownRoom, "No room “\(name.prefix(64))” is open. GET /rooms lists those that are.")
    }
}
