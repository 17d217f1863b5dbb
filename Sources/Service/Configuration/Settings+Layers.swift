extension Settings {
    /// Builds the settings from their layers: a flag wins over the environment, the environment over
    /// the file, the file over the defaults. A wrong value is a complaint even where a higher layer
    /// would have hidden it.
    ///
    /// - Parameters:
    ///   - flags: values by setting, as they stand on the command line.
    ///   - defaults: what holds where no layer says anything.
    ///   - file: the config file's text with the name complaints shall show.
    public init(
        flags: [SettingName: [String]] = [:], environment: [String: String] = [:],
        file: (name: String, text: String)? = nil, defaults: Settings = Settings()
    ) throws(SettingComplaint) {
        self = defaults
        if let file { try apply(ConfigurationFile(file.text, name: file.name, environment: environment)) }
        try applyEnvironment(environment)
        for name in SettingName.allCases {
            guard let values = flags[name], !values.isEmpty else { continue }
            precondition(!name.isSecret, "\(name) has no flag")
            try apply(WrittenSetting(name: name, values: values, place: name.flag))
        }
        try refuseAnOpenDoor()
        try refuseKeysThatAreOne()
        try refuseHalfOfTLS()
        try refuseClocksThatDisagree()
        try refuseMoneyWithoutPrices()
        try refuseAServerWithoutKey()
    }

    /// Where things are kept, by the layers that ``init(flags:environment:file:defaults:)`` has. Of all the rest nothing has to be
    /// right: whoever looks into the folder need not have the service's keys.
    public static func dataFolder(
        flag: String?, environment: [String: String], file: (name: String, text: String)?
    ) throws(SettingComplaint) -> String {
        var settings = Settings()
        if let file, let written = try ConfigurationFile.setting(.data, in: file.text, name: file.name) {
            try settings.apply(written)
        }
        if let folder = environment[SettingName.data.environmentVariable], !folder.isEmpty {
            settings.data = folder
        }
        return flag ?? settings.data
    }

    private mutating func apply(_ file: ConfigurationFile) throws(SettingComplaint) {
        for setting in file.settings { try apply(setting) }
        if !file.servers.isEmpty { realtime.servers = file.servers }
        if let model = file.ear?.model { ear.model = model }
        if let language = file.ear?.language { ear.language = language }
        if !file.apiKeys.isEmpty { apiKeys = file.apiKeys }
        if let limits = file.limits { callLimits = limits }
        if let table = file.prices { prices = table }
        if let detection = file.ear?.turnDetection { ear.turnDetection = detection }
    }

    /// An empty variable is one that is not set, as container files write it. Not so the API key: who
    /// meant to lock the door must not find it open.
    private mutating func applyEnvironment(_ environment: [String: String]) throws(SettingComplaint) {
        if let key = environment["OPENAI_API_KEY"], !key.isEmpty { realtime.key = Secret(key) }
        traces = try TraceSettings(environment: environment)
        for name in SettingName.allCases {
            guard let value = environment[name.environmentVariable],
                !value.isEmpty || name == .apiKey || name == .apiKeys
            else {
                continue
            }
            try apply(WrittenSetting(name: name, values: [value], place: name.environmentVariable))
        }
    }

    private func refuseAnOpenDoor() throws(SettingComplaint) {
        guard apiKey == nil, apiKeys.isEmpty, !isInsecure, !listensToThisMachineOnly else { return }
        throw SettingComplaint(
            nil,
            "listening on \(host) without a key would let everybody in: set PARLEY_API_KEY, "
                + "listen on 127.0.0.1, or say --insecure")
    }

    /// Where the list leads elsewhere, an entry with a model alone is not taken for the embedded server in silence.
    private func refuseAServerWithoutKey() throws(SettingComplaint) {
        let isLost = !realtime.isEmbedded && realtime.url == nil && realtime.key == nil
        guard isLost, realtime.servers.contains(where: { $0.url == nil && $0.key == nil }) else { return }
        throw SettingComplaint(
            nil,
            "`realtime` lists a server without `url`, OpenAI's, and there is no key for it: set OPENAI_API_KEY, "
                + "give it a `url` or a `key`, or write embedded")
    }

    private func refuseMoneyWithoutPrices() throws(SettingComplaint) {
        guard callLimits.money != nil, prices == nil else { return }
        throw SettingComplaint(
            nil, "limits.money can only be kept with a price table: add `prices`, or leave it out")
    }

    /// Each may be right by itself.
    private func refuseClocksThatDisagree() throws(SettingComplaint) {
        let floor = limits.floor
        if floor.finalTranscriptTimeout < floor.wordsTimeout {
            throw SettingComplaint(
                nil,
                "transcript_timeout is shorter than words_timeout: words that were understood in part would be "
                    + "given up before a voice of which nothing was understood; make it at least as long")
        }
        if limits.requestTimeout < limits.headerTimeout {
            throw SettingComplaint(
                nil,
                "request_timeout is shorter than header_timeout: a request would be late before its headers were; "
                    + "make it at least as long")
        }
        if limits.reconnect.longest < limits.reconnect.initial {
            throw SettingComplaint(
                nil,
                "reconnect_max is shorter than reconnect_initial: the first pause would be longer than the longest; "
                    + "make it at least as long")
        }
        if floor.maxTurnLength < floor.firstAudioTimeout {
            throw SettingComplaint(
                nil,
                "max_turn_length is shorter than first_audio_timeout: a turn would be over before it had to be "
                    + "heard; make it longer")
        }
    }

    var listensToThisMachineOnly: Bool {
        host.lowercased() == "localhost" || IPAddress(host)?.kind == .loopback
    }
}
