/// Why a bench came to nothing, in words for whoever started it.
public enum BenchError: Error, CustomStringConvertible {
    case serviceDidNotStart
    case serviceEnded
    case joinRefused(status: Int)
    case callersNotHeard(rooms: Int)

    public var description: String {
        switch self {
        case .serviceDidNotStart: "parley serve did not start; try it by hand"
        case .serviceEnded: "parley serve ended in the middle of it"
        case .joinRefused(let status): "an agent could not join: the service answered \(status)"
        case .callersNotHeard(let rooms): "not all of \(rooms) callers could call"
        }
    }
}
