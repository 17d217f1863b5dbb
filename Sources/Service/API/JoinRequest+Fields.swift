import JSONValues

extension BodyReader {
    mutating func callbackURL(
        _ key: String, _ destinations: CallbackGuard, _ addresses: [IPAddress]?
    ) -> CallbackURL? {
        guard let text = optionalString(key) else { return nil }
        do {
            let url = try CallbackURL(text)
            var verdict = destinations.verdict(on: url)
            if case .dependsOnAddresses = verdict, let addresses {
                verdict = destinations.verdict(on: url, resolvedTo: addresses)
            }
            switch verdict {
            case .allowed, .dependsOnAddresses: return url
            case .refused(let why): complain(key, "\(why); --callback-allow names exceptions")
            }
        } catch {
            complain(key, error.reason)
        }
        return nil
    }

    mutating func events(_ key: String) -> EventFilter {
        guard let value = optional(key) else { return .agentStatus }
        guard case .array(let elements) = value else {
            complain(key, "expected an array of strings, found \(value.kind)")
            return .agentStatus
        }
        var filter = EventFilter.agentStatus
        var wrong: [Int: String] = [:]
        do {
            // What is no string may stand for any event: that it is none is complaint enough.
            filter = try EventFilter(elements.map { $0.stringValue ?? "*" })
        } catch {
            for index in error.indices {
                wrong[index] = "matches no event; expected a type, `prefix.*` or `*`"
            }
        }
        for (index, element) in elements.enumerated() {
            if element.stringValue == nil { wrong[index] = "expected a string, found \(element.kind)" }
            if let detail = wrong[index] { complain(key, at: index, detail) }
        }
        return filter
    }

    mutating func metadata(_ key: String) -> JSON {
        guard let value = optional(key) else { return [:] }
        guard case .object = value else {
            complain(key, "expected an object, found \(value.kind)")
            return [:]
        }
        let count = value.utf8.count
        if count > JoinRequest.maxMetadataByteCount {
            complain(
                key, "is \(count) bytes as compact JSON; \(JoinRequest.maxMetadataByteCount) are allowed")
        }
        return value
    }

    mutating func overrides(_ key: String) -> JoinRequest.Overrides {
        var overrides = JoinRequest.Overrides()
        guard var reader = object(key) else { return overrides }
        overrides.voice = reader.optionalText("voice")
        overrides.instructions = reader.optionalString("instructions")
        overrides.greeting = reader.optionalString("greeting")
        overrides.model = reader.optionalText("model")
        overrides.language = reader.optionalText("language")
        reader.refuseUnknown()
        add(reader.complaints)
        return overrides
    }

    /// Whether a LiveKit room is asked for, and asked for correctly.
    mutating func liveKit(_ key: String) -> Bool {
        guard var reader = object(key) else { return false }
        _ = reader.string("url")
        _ = reader.string("token")
        reader.refuseUnknown()
        add(reader.complaints)
        return reader.complaints.isEmpty
    }
}
