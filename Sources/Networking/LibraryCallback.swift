import CLibwebsockets
import Glibc

/// Whoever is behind a connection of the library.
protocol ConnectionOwner: AnyObject {
    /// Something happened. Anything but 0 closes the connection.
    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32
    /// The connection is gone, however it ended. Comes once, last.
    func gone()
}

/// The library's reference to an owner: made with the connection, released when it is destroyed.
final class Attachment {
    /// Changes when a connection goes over from HTTP to WebSocket.
    var owner: any ConnectionOwner
    private let loop: EventLoop
    private(set) var isReleased = false

    init(_ owner: any ConnectionOwner, on loop: EventLoop) {
        self.owner = owner
        self.loop = loop
        loop.connectionCount += 1
    }

    /// The pointer to hand to the library.
    func retained() -> UnsafeMutableRawPointer { Unmanaged.passRetained(self).toOpaque() }

    static func of(_ wsi: OpaquePointer) -> Attachment? {
        lws_get_opaque_user_data(wsi).map { Unmanaged<Attachment>.fromOpaque($0).takeUnretainedValue() }
    }

    static func release(of wsi: OpaquePointer) {
        guard let pointer = lws_get_opaque_user_data(wsi) else { return }
        lws_set_opaque_user_data(wsi, nil)
        Unmanaged<Attachment>.fromOpaque(pointer).takeUnretainedValue().release()
    }

    private func release() {
        discard()
        owner.gone()
    }

    /// Gives up the library's reference: there is no connection.
    func discard() {
        isReleased = true
        loop.connectionCount -= 1
        Unmanaged.passUnretained(self).release()
    }
}

extension EventLoop {
    /// Gives a descriptor to the library, which closes it in the end, or at once when it cannot take it.
    func adopt(
        _ descriptor: Int32, as type: lws_adoption_type, for owner: any ConnectionOwner,
        host: OpaquePointer? = nil
    )
        -> OpaquePointer?
    {
        let attachment = Attachment(owner, on: self)
        var info = lws_adopt_desc_t()
        info.vh = host ?? self.host
        info.type = type
        info.fd.sockfd = descriptor
        info.opaque = attachment.retained()
        let wsi = lws_adopt_descriptor_vhost_via_info(&info)
        if wsi == nil && !attachment.isReleased { attachment.discard() }
        return wsi
    }
}

/// The one function the library calls, for every connection and protocol.
func libraryCallback(
    _ wsi: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
    _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int32 {
    guard let wsi else { return 0 }
    switch reason {
    case LWS_CALLBACK_GET_THREAD_ID, LWS_CALLBACK_PROTOCOL_INIT, LWS_CALLBACK_PROTOCOL_DESTROY,
        LWS_CALLBACK_EVENT_WAIT_CANCELLED:
        return 0
    case LWS_CALLBACK_WSI_DESTROY:
        Attachment.release(of: wsi)
        return 0
    default:
        return Attachment.of(wsi)?.owner.happened(reason, wsi, bytes, count) ?? 0
    }
}

/// The protocols the library knows, all served by ``libraryCallback``: they matter only as the names of
/// WebSocket subprotocols it may agree on. The first one stands for none. Incoming payload is handed over in
/// parts of at most 8 KiB, which each socket pays for; outgoing goes to the kernel in parts of 64 KiB.
final class ProtocolTable {
    let entries: UnsafeMutablePointer<lws_protocols>
    private let names: [UnsafeMutablePointer<CChar>?]

    init(subprotocols: [String]) {
        names = ([ProtocolTable.plain] + subprotocols).map { strdup($0) }
        entries = .allocate(capacity: names.count + 1)
        for (index, name) in names.enumerated() {
            (entries + index).initialize(
                to: lws_protocols(
                    name: UnsafePointer(name), callback: libraryCallback, per_session_data_size: 0,
                    rx_buffer_size: 8 << 10, id: 0, user: nil, tx_packet_size: 64 << 10))
        }
        (entries + names.count).initialize(to: lws_protocols())
    }

    deinit {
        for name in names { free(name) }
        entries.deallocate()
    }

    static let plain = "parley"
}
