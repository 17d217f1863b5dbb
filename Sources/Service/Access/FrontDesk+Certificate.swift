import Foundation
import Logging
import Networking

// A new certificate is shown from the next connection on, as soon as its files lie there.

extension FrontDesk {
    /// Looks each second. Two files do not change in one moment: they are read once they have stood still for another.
    func watchCertificate() {
        guard let files = settings.tls else { return }
        Task { [weak self] in
            var inUse = await Fingerprint.of(files)
            var seen = inUse
            while (try? await Task.sleep(for: .seconds(1))) != nil {
                let now = await Fingerprint.of(files)
                guard let self, await self.isListening else { return }
                if now == seen, now != inUse {
                    inUse = now
                    await self.reload(files)
                }
                seen = now
            }
        }
    }

    private var isListening: Bool { server != nil }

    private func reload(_ files: TLSFiles) {
        do throws(NetworkingError) {
            try server?.use(ServerCertificate(files))
            logger.info("certificate loaded", metadata: ["file": "\(files.certificate)"])
        } catch {
            logger.error("the new certificate is not used, the old one is still shown: \(error)")
        }
    }
}

/// What tells one version of the two files from another, without reading them.
private struct Fingerprint: Equatable {
    private let parts: [String]

    /// Off the reactor: a file system may take its time.
    @concurrent static func of(_ files: TLSFiles) async -> Fingerprint {
        Fingerprint(
            parts: [files.certificate, files.key].map { path in
                guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path))
                else { return "" }
                let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
                return "\(changed) \(attributes[.size] ?? 0) \(attributes[.systemFileNumber] ?? 0)"
            })
    }

    /// Certificate tools and container platforms put links there, and change where they lead.
    private static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path
    }
}

extension ServerCertificate {
    init(_ files: TLSFiles) { self.init(certificate: files.certificate, key: files.key) }
}
