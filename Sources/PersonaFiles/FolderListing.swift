internal import Glibc

/// What tells two versions of a file apart without reading them.
struct FileStamp: Equatable, Sendable {
    let inode: UInt64
    let byteCount: Int
    /// Nanoseconds of the last change of the contents, and of the inode.
    let modified, changed: Int
    /// The kernel's kind of file: only regular ones are read.
    let isRegular: Bool
}

/// The persona files of a folder: every `*.md` that is not hidden.
struct FolderListing {
    /// Longer than any persona a model would read to its end; short enough to read at once.
    static let maxByteCount = 256 * 1024

    let path: String
    /// By file name.
    let stamps: [String: FileStamp]

    init(_ path: String) throws(PersonaFolderError) {
        self.path = path
        guard let folder = opendir(path) else {
            switch errno {
            case ENOENT: throw .missing(path)
            case ENOTDIR: throw .notAFolder(path)
            default: throw .unreadable(path, reason: String(cString: strerror(errno)))
            }
        }
        defer { closedir(folder) }
        var stamps: [String: FileStamp] = [:]
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasSuffix(".md"), !name.hasPrefix(".") else { continue }
            var status = stat()
            // A link that leads nowhere is listed as itself; a file that went away since is not.
            guard
                fstatat(dirfd(folder), name, &status, 0) == 0
                    || fstatat(dirfd(folder), name, &status, AT_SYMLINK_NOFOLLOW) == 0
            else { continue }
            stamps[name] = FileStamp(status)
        }
        self.stamps = stamps
    }

    /// The bytes of a file of the listing.
    ///
    /// A symbolic link is followed as long as it stays within the folder (that is how configuration volumes
    /// are mounted); it never leads out of it.
    func contents(of file: String) throws(PersonaMistake) -> [UInt8] {
        func mistake(_ message: String) -> PersonaMistake { PersonaMistake(file: file, line: 1, message) }
        guard stamps[file]?.isRegular == true else {
            throw mistake("this is no file, or a link that leads nowhere; remove it")
        }
        guard let folder = resolved(path), let target = resolved("\(path)/\(file)") else {
            throw mistake("cannot be read: \(String(cString: strerror(errno)))")
        }
        guard target.hasPrefix(folder == "/" ? folder : folder + "/") else {
            throw mistake("this is a link that leads out of the folder; copy the file instead")
        }
        let descriptor = open(target, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw mistake("cannot be read: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while bytes.count <= Self.maxByteCount {
            let count = append(to: &bytes, from: descriptor)
            guard count >= 0 else { throw mistake("cannot be read: \(String(cString: strerror(errno)))") }
            if count == 0 { return bytes }
        }
        throw mistake("the file is larger than \(Self.maxByteCount / 1024) KiB; shorten it")
    }

    private func append(to bytes: inout [UInt8], from descriptor: Int32) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 16 * 1024, alignment: 1) { piece in
            let count = read(descriptor, piece.baseAddress, piece.count)
            if count > 0 { bytes += piece[..<count] }
            return count
        }
    }

    /// Without links, `.` and `..`.
    private func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

extension FileStamp {
    init(_ status: stat) {
        func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }
        inode = UInt64(status.st_ino)
        byteCount = Int(status.st_size)
        modified = nanoseconds(status.st_mtim)
        changed = nanoseconds(status.st_ctim)
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }
}
