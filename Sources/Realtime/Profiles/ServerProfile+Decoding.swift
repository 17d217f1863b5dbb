// What a server says, as the reference would have said it.

extension ServerProfile {
    /// The events that the reference would have sent in the place of this one; nearly always itself.
    public func read(_ event: ServerEvent) -> [ServerEvent] {
        switch event {
        case .responseDone(let response) where calls == .end: return announced(response) + [event]
        case .error(let error): return [.error(read(error))]
        default: return [event]
        }
    }

    private func read(_ error: ErrorDetail) -> ErrorDetail {
        guard case .types(let meanings) = errors, error.code == nil else { return error }
        var named = error
        named.code = meanings[error.type] ?? error.type
        return named
    }

    /// A call whose arguments were cut off is none: it is announced by a response that came to its end only.
    private func announced(_ response: Response) -> [ServerEvent] {
        guard response.status == .completed else { return [] }
        return response.output.enumerated().filter { $0.element.functionCall != nil }.map { index, call in
            var call = call
            call.status = .completed
            return .outputItemDone(response.id, outputIndex: index, call)
        }
    }
}
