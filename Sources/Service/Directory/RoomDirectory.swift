import OrderedCollections

/// The rooms in service, by name, in the order they opened.
struct RoomDirectory<Room: LiveRoom> {
    private struct Listing {
        let room: Room
        /// Tells this room from a later one of the same name.
        let number: Int
    }

    private var listings: OrderedDictionary<String, Listing> = [:]
    private var opened = 0
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    var rooms: [Room] { listings.values.map(\.room) }

    func isOpen(_ name: String) -> Bool { listings[name] != nil }

    /// - Throws: `unknown_room`.
    func room(_ name: String) throws(Problem) -> Room {
        guard let listing = listings[name] else { throw .unknownRoom(name) }
        return listing.room
    }

    /// The room of this name; `nil` when there is none, but there could be. Throws when there is no space for another.
    func find(_ name: String) throws(Problem) -> Room? {
        if let listing = listings[name] { return listing.room }
        guard listings.count < capacity else {
            throw Problem(
                .atCapacity, "All \(capacity) rooms are in use (--max-rooms); try again later.",
                retryAfter: .seconds(10))
        }
        return nil
    }

    /// The room of this name, opened when there is none.
    ///
    /// - Parameter make: gets the number to hand to ``drop(_:number:)`` when the room has closed.
    mutating func open(_ name: String, _ make: (_ number: Int) -> Room) throws(Problem) -> (
        room: Room, isNew: Bool
    ) {
        if let room = try find(name) { return (room, false) }
        opened += 1
        let room = make(opened)
        listings[name] = Listing(room: room, number: opened)
        return (room, true)
    }

    /// The room has closed by itself; a later one of the same name stays.
    mutating func drop(_ name: String, number: Int) {
        guard listings[name]?.number == number else { return }
        listings[name] = nil
    }

    /// Takes this room out, if it is not gone already.
    mutating func remove(_ name: String, number: Int) -> Room? {
        guard listings[name]?.number == number else { return nil }
        return listings.removeValue(forKey: name)?.room
    }

    /// Takes a room out, so that whoever comes from now on opens another.
    mutating func remove(_ name: String) throws(Problem) -> Room {
        guard let listing = listings.removeValue(forKey: name) else { throw .unknownRoom(name) }
        return listing.room
    }
}

extension Problem {
    static func unknownRoom(_ name: String) -> Problem {
        Problem(.unknownRoom, "No room “\(name.prefix(64))” is open. GET /rooms lists those that are.")
    }
}
