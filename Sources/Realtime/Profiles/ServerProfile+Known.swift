// The profiles. Sources: the Realtime reference's table of other servers (recorded traffic for OpenAI, Azure and
// xAI), the vendors' pages, and for speech-to-speech the server itself. `Protocol/servers.md` tells the same to people.

extension ServerProfile {
    public static let openAI: ServerProfile = {
        var profile = ServerProfile(.openAI)
        profile.remoteMCP = true
        return profile
    }()

    /// OpenAI's wire but for the key.
    public static let azure: ServerProfile = {
        var profile = ServerProfile(.azure)
        profile.authentication = .header("api-key")
        return profile
    }()

    public static let xai: ServerProfile = {
        var profile = ServerProfile(.xai)
        profile.ear = .conversation(transcriber: "grok-transcribe")
        profile.shape = .mixed
        profile.echoesMetadata = false
        profile.placesItems = false
        profile.correction = .annotate
        profile.summarises = false
        profile.calls = .end
        return profile
    }()

    /// Alibaba's DashScope: the beta dialect, and 16 kHz in.
    public static let qwen: ServerProfile = {
        var profile = ServerProfile(.qwen)
        profile.ear = .conversation(transcriber: "qwen3-asr-flash-realtime")
        profile.shape = .flat(pcm: "pcm")
        profile.inputRate = 16_000
        profile.nestsFunctions = true
        profile.echoesMetadata = false
        profile.placesItems = false
        profile.correction = .annotate
        profile.summarises = false
        return profile
    }()

    public static let localAI: ServerProfile = {
        var profile = ServerProfile(.localAI)
        profile.placesItems = false
        profile.correction = .annotate
        profile.isPipeline = true
        profile.summarises = false
        return profile
    }()

    public static let speaches: ServerProfile = {
        var profile = ServerProfile(.speaches)
        profile.shape = .flat(pcm: "pcm16")
        profile.correction = .replace
        profile.isPipeline = true
        profile.summarises = false
        return profile
    }()

    /// Takes a truncation, and does nothing.
    public static let speechToSpeech: ServerProfile = {
        var profile = ServerProfile(.speechToSpeech)
        profile.ear = .conversation(transcriber: nil)
        profile.placesItems = false
        profile.correction = .replace
        profile.isPipeline = true
        profile.errors = .types(["conversation_item_not_found": "item_delete_invalid_item_id"])
        return profile
    }()

    public static let vllmOmni: ServerProfile = {
        var profile = ServerProfile(.vllmOmni)
        profile.ear = .conversation(transcriber: nil)
        profile.echoesMetadata = false
        profile.placesItems = false
        profile.correction = .annotate
        profile.summarises = false
        return profile
    }()

    public static let inworld: ServerProfile = {
        var profile = ServerProfile(.inworld)
        profile.authentication = .basic
        profile.address = .session
        profile.ear = .conversation(transcriber: "inworld/inworld-stt-1")
        profile.echoesMetadata = false
        profile.isPipeline = true
        profile.summarises = false
        return profile
    }()

    public static let embedded: ServerProfile = {
        var profile = ServerProfile(.embedded)
        profile.isPipeline = true
        return profile
    }()

    public static let generic = ServerProfile(.generic)

    public static func named(_ name: Name) -> ServerProfile {
        switch name {
        case .openAI: openAI
        case .azure: azure
        case .xai: xai
        case .qwen: qwen
        case .localAI: localAI
        case .speaches: speaches
        case .speechToSpeech: speechToSpeech
        case .vllmOmni: vllmOmni
        case .inworld: inworld
        case .embedded: embedded
        case .generic: generic
        }
    }
}
