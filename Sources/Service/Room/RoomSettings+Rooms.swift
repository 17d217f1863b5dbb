import FloorControl
import JSONValues
import Realtime
import Rooms

extension Room.Settings {
    /// The service's settings as the room understands them.
    init(_ settings: RoomSettings) {
        var ear = SessionConfiguration(kind: .transcription)
        ear.input.format = .value(.standard)
        ear.input.transcription = .value(
            InputTranscription(model: settings.ear.model, language: settings.ear.language))
        ear.input.turnDetection = .value(.other(settings.ear.turnDetection))
        self.init(ear: ear)
        earSilence = settings.ear.silenceWindow
        idleTimeout = settings.limits.idleTimeout
        emptyTimeout = settings.limits.emptyTimeout
        floor = settings.limits.floor
        reconnect = settings.limits.reconnect
        rotateBefore = settings.limits.rotateBefore
        earServerCount = settings.backend.ears.count
        budget = settings.limits.session
        limits = settings.callLimits
        prices = settings.prices
        seed = UInt64.random(in: 0...UInt64.max)
    }
}
