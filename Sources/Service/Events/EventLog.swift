public import JSONValues
import OrderedCollections
public import Rooms

/// What a room has told the world, numbered: the one source of callbacks, server-sent events and the
/// events on callers' lines, which is why they never disagree.
///
/// Whoever subscribes gets what is kept after a given number and then everything new: no gap, no
/// duplicate. Belongs to its room's reactor; `Sendable` so that the room's actor can show it.
public final class EventLog: @unchecked Sendable {
    public struct Entry: Sendable {
        public let seq: Int
        public let at: WallTime
        public let room: String
        public let event: RoomEvent
        /// Envelope and event as compact JSON, written once for all who get it.
        public let utf8: [UInt8]
    }

    public let room: String
    /// The number before this life's first event: where an earlier call in a room of this name ended, else 0. Numbers
    /// go on from there, so that one number means one event for whoever comes back.
    public let base: Int
    /// Keeps what the floor was told, as compact JSON; `nil` when nobody keeps it.
    public var keepFloor: ((_ body: [UInt8], _ at: WallTime) -> Void)?
    private let capacity: Int
    private var kept: [Entry] = []
    /// Where the oldest entry stands in `kept`, once that is full and used as a ring.
    private var oldest = 0
    /// What was said so far.
    public private(set) var transcript = Transcript()
    private var subscriptions: [EventSubscription] = []
    private var undelivered: [Entry] = []
    private var isDelivering = false

    /// - Parameters:
    ///   - base: ``base``.
    ///   - capacity: how many events a late subscriber can still get from memory.
    public init(room: String, after base: Int = 0, capacity: Int = 1_024) {
        precondition(capacity > 0, "a log keeps something")
        self.room = room
        self.base = base
        self.capacity = capacity
        lastSeq = base
    }

    /// The number of the last event; ``base`` before the first.
    public private(set) var lastSeq: Int
    /// The lowest number that ``entries(after:)`` still has.
    public var oldestSeq: Int { lastSeq - kept.count + 1 }
    /// Whether `room.closed` has been told: nothing comes after it.
    public private(set) var isClosed = false

    /// Numbers the event, keeps it and hands it to every subscriber before it returns; called from
    /// within a subscriber, after the event that subscriber is looking at has gone to all.
    @discardableResult
    public func append(_ event: RoomEvent, at time: WallTime = .now) -> Entry {
        lastSeq += 1
        if case .roomClosed = event { isClosed = true }
        let utf8 = Self.utf8(event, seq: lastSeq, at: time, room: room)
        // Kept for as long as the room: without the space in which it grew.
        let entry = Entry(
            seq: lastSeq, at: time, room: room, event: event,
            utf8: Array(unsafeUninitializedCapacity: utf8.count) { space, count in
                count = space.initialize(fromContentsOf: utf8)
            })
        keep(entry)
        transcript.add(event, at: time)
        undelivered.append(entry)
        deliver()
        return entry
    }

    /// Calls `receive` for all that is kept after `seq`, at once, and then for everything new.
    ///
    /// - Parameter seq: `nil` begins with the next event; 0 with the oldest kept. A number that was never
    ///   given out here is of an earlier room of this name: everything in this one is news then.
    public func subscribe(after seq: Int? = nil, _ receive: @escaping (Entry) -> Void) -> EventSubscription {
        let place = seq ?? lastSeq
        let subscription = EventSubscription(after: (base...lastSeq).contains(place) ? place : base, receive)
        for entry in entries(after: subscription.last) { subscription.offer(entry) }
        subscriptions.append(subscription)
        return subscription
    }

    /// What is kept after `seq`, oldest first.
    public func entries(after seq: Int) -> [Entry] {
        // Clamped before it is subtracted: it may be any number somebody wrote into a header.
        let fresh = min(lastSeq - min(max(0, seq), lastSeq), kept.count)
        return (kept.count - fresh..<kept.count).map { kept[(oldest + $0) % kept.count] }
    }

    /// The envelope of the contract around an event.
    public static func json(_ event: RoomEvent, seq: Int?, at time: WallTime, room: String) -> JSON {
        var json: JSON = [:]
        if let seq { json["seq"] = .integer(seq) }
        json["at"] = .string(time.description)
        json["room"] = .string(room)
        json["type"] = .string(event.type)
        for (key, value) in event.fields.objectValue ?? [:] { json[key] = value }
        return json
    }

    /// The text of ``json(_:seq:at:room:)``, written without making it: a room says ten a second while somebody speaks.
    static func utf8(_ event: RoomEvent, seq: Int, at time: WallTime, room: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(256)
        out += "{\"seq\":".utf8
        JSON.integer(seq).write(to: &out)
        out += ",\"at\":\"".utf8
        out += time.description.utf8
        out += "\",".utf8
        JSON.write("room", .string(room), to: &out)
        out.append(UInt8(ascii: ","))
        JSON.write("type", .string(event.type), to: &out)
        writeFields(of: event, to: &out)
        out.append(UInt8(ascii: "}"))
        return out
    }

    private static func writeFields(of event: RoomEvent, to out: inout [UInt8]) {
        func write(_ key: String, _ value: JSON) {
            out.append(UInt8(ascii: ","))
            JSON.write(key, value, to: &out)
        }
        // Two of three events are words in progress: theirs are not put into a dictionary first.
        guard case .transcriptDelta(let who, let turn, let text) = event else {
            for (key, value) in event.fields.objectValue ?? [:] { write(key, value) }
            return
        }
        write("identity", .name(who))
        if let turn { write("turn", .string("\(turn)")) }
        write("text", .string(text))
    }

    private func keep(_ entry: Entry) {
        guard kept.count == capacity else {
            // Not twice as much each time: in hundreds of rooms half of it would never be used.
            if kept.count == kept.capacity { kept.reserveCapacity(min(kept.count + 16, capacity)) }
            return kept.append(entry)
        }
        kept[oldest] = entry
        oldest = (oldest + 1) % capacity
    }

    private func deliver() {
        guard !isDelivering else { return }
        isDelivering = true
        defer { isDelivering = false }
        while !undelivered.isEmpty {
            let entry = undelivered.removeFirst()
            for subscription in subscriptions { subscription.offer(entry) }
            subscriptions.removeAll(where: \.isCancelled)
        }
    }
}

/// Somebody's place in an ``EventLog``.
public final class EventSubscription {
    fileprivate private(set) var last: Int
    fileprivate var isCancelled: Bool { receive == nil }
    private var receive: ((EventLog.Entry) -> Void)?

    fileprivate init(after seq: Int, _ receive: @escaping (EventLog.Entry) -> Void) {
        last = seq
        self.receive = receive
    }

    /// Nothing is received any more, not even the rest of a replay.
    public func cancel() { receive = nil }

    /// An entry that was part of the replay is offered again when it was still on its way: once is enough.
    fileprivate func offer(_ entry: EventLog.Entry) {
        guard entry.seq > last else { return }
        last = entry.seq
        receive?(entry)
    }
}
