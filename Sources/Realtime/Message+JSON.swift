public import JSONValues

extension ClientMessage {
    /// - Throws: ``MalformedEvent`` when an event we do know lacks something it must have.
    public init(_ json: JSON) throws(MalformedEvent) {
        self = try reading(json) { (type, reader) throws(JSONShapeError) in
            ClientMessage(eventID: reader.eventID, try ClientEvent(type, reader))
        }
    }

    /// Reads one text frame.
    public init(parsing utf8: UnsafeRawBufferPointer) throws(UnreadableMessage) {
        let json = try parsed(utf8)
        do { self = try ClientMessage(json) } catch { throw .malformed(error) }
    }

    public var json: JSON {
        let (type, members) = event.wire
        return .members([("type", .string(type)), ("event_id", eventID?.json)] + members)
    }

    public var utf8: [UInt8] { json.utf8 }
}

extension ServerMessage {
    /// - Throws: ``MalformedEvent`` when an event we do know lacks something it must have.
    public init(_ json: JSON) throws(MalformedEvent) {
        self = try reading(json) { (type, reader) throws(JSONShapeError) in
            ServerMessage(eventID: reader.eventID, try ServerEvent(type, reader))
        }
    }

    /// Reads one text frame.
    public init(parsing utf8: UnsafeRawBufferPointer) throws(UnreadableMessage) {
        let json = try parsed(utf8)
        do { self = try ServerMessage(json) } catch { throw .malformed(error) }
    }

    public var json: JSON {
        let (type, members) = event.wire
        return .members([("type", .string(type)), ("event_id", eventID?.json)] + members)
    }

    public var utf8: [UInt8] { json.utf8 }
}

private func parsed(_ utf8: UnsafeRawBufferPointer) throws(UnreadableMessage) -> JSON {
    do { return try JSON(parsing: utf8) } catch { throw .notJSON(error) }
}

private func reading<Message>(
    _ json: JSON, _ read: (String, JSONReader) throws(JSONShapeError) -> Message
) throws(MalformedEvent) -> Message {
    do {
        let reader = try JSONReader(json)
        return try read(try reader.string("type"), reader)
    } catch {
        throw MalformedEvent(
            type: json["type"]?.stringValue, eventID: json["event_id"]?.stringValue, shape: error)
    }
}

extension JSONReader {
    /// Servers echo what they understand of an event's id; one that is no text is no id.
    fileprivate var eventID: String? { self["event_id"]?.stringValue }
}
