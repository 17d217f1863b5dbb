import JSONValues
import Realtime

/// A message of either side.
enum Message: Equatable {
    case client(ClientMessage)
    case server(ServerMessage)

    init(_ json: JSON, from side: Reference.Line.Direction) throws(MalformedEvent) {
        switch side {
        case .client: self = .client(try ClientMessage(json))
        case .server: self = .server(try ServerMessage(json))
        }
    }

    var json: JSON {
        switch self {
        case .client(let message): message.json
        case .server(let message): message.json
        }
    }

    var isUnknown: Bool {
        switch self {
        case .client(let message): if case .unknown = message.event { true } else { false }
        case .server(let message): if case .unknown = message.event { true } else { false }
        }
    }
}
