import OutlayProblems

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Which file a path names: two paths, or one path at two times, name the same file where these are
/// equal.
struct FileIdentity: Sendable, Hashable {
    /// The number of the device.
    let device: UInt64
    /// The number of the file on its device.
    let inode: UInt64

    /// The identity of the file at `path`, or nil where there is none.
    init?(at path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
    }
}

/// What changes when a ledger file that was closed is written to.
struct FileStamp: Sendable, Hashable {
    private let identity: FileIdentity?
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int
    private let hasLog: Bool

    /// The stamp of the file at `path`.
    init(of path: String) {
        var status = stat()
        _ = stat(path, &status)
        identity = FileIdentity(at: path)
        size = Int(status.st_size)
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
        hasLog = FileSystem.kind(of: path + "-wal") != .none
    }
}

/// What the system knows of files, and asks of them beside SQLite.
enum FileSystem {
    /// What a path names.
    enum Kind: Sendable, Hashable {
        /// Nothing.
        case none
        /// A regular file, with its size in bytes.
        case file(Int)
        /// A folder, a device or a pipe.
        case other
    }

    /// Returns what `path` names; symbolic links are followed.
    static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .none }
        return status.st_mode & S_IFMT == S_IFREG ? .file(Int(status.st_size)) : .other
    }

    /// Whether `path` names a folder; symbolic links are followed.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Returns the path of a file that exists without links and relative parts.
    static func canonicalPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Returns the folder part of an absolute path.
    static func folder(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    }

    /// Whether this process may make files in the folder of `path`.
    static func isFolderWritable(of path: String) -> Bool {
        access(folder(of: path), W_OK) == 0
    }

    /// Whether this process may write to the file at `path`.
    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0
    }

    /// Returns up to `count` bytes of the file at `path` from `offset` on, or nil where it cannot be
    /// read.
    static func bytes(of path: String, from offset: Int = 0, count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let read = bytes.withUnsafeMutableBytes {
                pread(
                    descriptor, $0.baseAddress?.advanced(by: filled), count - filled,
                    off_t(offset + filled))
            }
            if read < 0 && errno == EINTR { continue }
            guard read > 0 else { break }
            filled += read
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    /// Makes an empty file that nobody else may read, and returns whether there was none before.
    ///
    /// - Throws: ``ProblemCode/fileExists`` or ``ProblemCode/unwritableFile``.
    static func makeFile(_ path: String) throws(Problem) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST {
                throw Problem(
                    .fileExists, "\(Problem.quoted(path, limit: 200)) exists already",
                    at: .file(path), because: "nothing is written over")
            }
            throw unwritable(path)
        }
        close(descriptor)
    }

    /// Gives the file at `to` the content of the one at `from`, and waits until it is on the disk.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``, ``ProblemCode/fileExists`` or
    ///   ``ProblemCode/unwritableFile``.
    static func copy(_ from: String, to path: String) throws(Problem) {
        try makeFile(path)
        let target = open(path, O_WRONLY | O_CLOEXEC)
        guard target >= 0 else { throw unwritable(path) }
        defer { close(target) }
        var offset = 0
        while true {
            guard let block = bytes(of: from, from: offset, count: 1 << 20) else {
                throw unreadable(from)
            }
            guard !block.isEmpty else { break }
            try write(block, to: target, path)
            offset += block.count
        }
        guard fsync(target) == 0 else { throw unwritable(path) }
    }

    /// Makes a file at `path` with these bytes, and waits until they are on the disk.
    ///
    /// - Throws: ``ProblemCode/fileExists`` or ``ProblemCode/unwritableFile``.
    static func write(_ bytes: [UInt8], toNew path: String) throws(Problem) {
        try makeFile(path)
        let target = open(path, O_WRONLY | O_CLOEXEC)
        guard target >= 0 else { throw unwritable(path) }
        defer { close(target) }
        try write(bytes, to: target, path)
        guard fsync(target) == 0 else { throw unwritable(path) }
    }

    private static func write(
        _ bytes: [UInt8], to descriptor: Int32, _ path: String
    ) throws(Problem) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemWrite(
                    descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw unwritable(path) }
            written += count
        }
    }

    /// Waits until the file or folder at `path` is on the disk.
    ///
    /// - Throws: ``ProblemCode/unwritableFile``.
    static func synchronise(_ path: String) throws(Problem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unwritable(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw unwritable(path) }
    }

    /// Gives the file at `from` the name `path`, and waits until that is on the disk.
    ///
    /// - Throws: ``ProblemCode/unwritableFile``.
    static func rename(_ from: String, to path: String) throws(Problem) {
        guard systemRename(from, path) == 0 else { throw unwritable(path) }
        try synchronise(folder(of: path))
    }

    /// Gives the file at `from` the further name `path`.
    ///
    /// - Throws: ``ProblemCode/fileExists`` or ``ProblemCode/unwritableFile``.
    static func link(_ from: String, to path: String) throws(Problem) {
        guard systemLink(from, path) == 0 else {
            if errno == EEXIST {
                throw Problem(
                    .fileExists, "\(Problem.quoted(path, limit: 200)) exists already",
                    at: .file(path), because: "nothing is written over")
            }
            throw unwritable(path)
        }
    }

    /// Removes the file at `path`, where there is one.
    static func removeFile(_ path: String) {
        unlink(path)
    }

    /// Removes the database file at `path` and what SQLite keeps beside it.
    static func removeDatabase(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    }

    /// Returns the problem that the file at `path` cannot be read, with what the system says.
    static func unreadable(_ path: String) -> Problem {
        let cause = systemError()
        return Problem(
            .unreadableFile, "\(Problem.quoted(path, limit: 200)) cannot be read",
            at: .file(path), because: "the system refuses it: \(cause)", underlying: cause)
    }

    /// Returns the problem that the file at `path` cannot be written, with what the system says.
    static func unwritable(_ path: String) -> Problem {
        let cause = systemError()
        return Problem(
            .unwritableFile, "\(Problem.quoted(path, limit: 200)) cannot be written",
            at: .file(path), because: "the system refuses it: \(cause)", underlying: cause)
    }

    /// What the system says of the last call that failed.
    static func systemError() -> String {
        String(cString: strerror(errno)).lowercased()
    }
}

// The type's own functions hide the system's calls of these names.
private func systemRename(_ from: String, _ path: String) -> Int32 { rename(from, path) }
private func systemLink(_ from: String, _ path: String) -> Int32 { link(from, path) }
private func systemWrite(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
    write(descriptor, bytes, count)
}
