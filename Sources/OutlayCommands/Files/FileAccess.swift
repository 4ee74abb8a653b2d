import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reading whole files and replacing them, with every failure as a problem.
enum FileAccess {
    /// The most bytes a document may have.
    static let documentLimit = 4 << 20
    /// The most bytes a table may have.
    static let tableLimit = 1 << 30

    /// Returns the bytes of the regular file at `path`; `-` is standard input.
    ///
    /// - Throws: ``ProblemCode/unreadableFile`` or ``ProblemCode/tooLarge``.
    static func read(_ path: String, limit: Int = documentLimit) throws(Problem) -> [UInt8] {
        guard path != "-" else { return try readAll(0, path: path, limit: limit, expected: 0) }
        let descriptor = try openToRead(path)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, systemError()) }
        guard status.st_size <= limit else { throw tooLarge(path, limit) }
        return try readAll(descriptor, path: path, limit: limit, expected: Int(status.st_size))
    }

    /// Opens the regular file at `path` for reading; `-` is standard input.
    ///
    /// - Returns: The descriptor, which the caller closes.
    /// - Throws: ``ProblemCode/unreadableFile``.
    static func openToRead(_ path: String) throws(Problem) -> Int32 {
        guard path != "-" else { return 0 }
        // Opened without waiting, so that a pipe nobody writes to cannot hang us.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, systemError()) }
        do throws(Problem) {
            try requireRegularFile(descriptor, path)
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func requireRegularFile(_ descriptor: Int32, _ path: String) throws(Problem) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path, systemError()) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            throw unreadable(path, "it is a folder", hint: "name a file inside it")
        default:
            throw unreadable(
                path, "it is a device, a pipe or a socket",
                hint: "name a regular file, or `-` for standard input")
        }
    }

    private static func readAll(
        _ descriptor: Int32, path: String, limit: Int, expected: Int
    ) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        var capacity = max(expected + 1, 1 << 16)
        var failure: Int32 = 0
        var finished = false
        while !finished {
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                useLargePages(for: UnsafeMutableRawBufferPointer(buffer))
                while count < buffer.count, !finished {
                    let room = buffer.baseAddress.map { $0 + count }
                    let got = systemRead(descriptor, room, buffer.count - count)
                    if got > 0 {
                        count += got
                    } else if got == 0 || errno != EINTR {
                        failure = got == 0 ? 0 : errno
                        finished = true
                    }
                }
            }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            guard bytes.count <= limit else { throw tooLarge(path, limit) }
            capacity = 1 << 20
        }
        guard failure == 0 else { throw unreadable(path, systemError(failure)) }
        return bytes
    }

    /// Asks the system to back a large buffer by large pages: far fewer to set up for a large table.
    private static func useLargePages(for buffer: UnsafeMutableRawBufferPointer) {
        #if canImport(Glibc)
            let page = 2 << 20
            guard buffer.count >= 2 * page, let start = buffer.baseAddress else { return }
            let first = start.alignedUp(toMultipleOf: page)
            let end = (start + buffer.count).alignedDown(toMultipleOf: page)
            // Where the system has none, nothing changes but the time it takes.
            madvise(first, end - first, MADV_HUGEPAGE)
        #endif
    }

    /// Replaces the file at `path` by `bytes`: written beside it, synced, then renamed over it.
    ///
    /// Whatever fails, the old file is as it was and nothing half-written is left.
    ///
    /// - Throws: ``ProblemCode/unwritableFile``.
    static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        try write([(path, bytes)])
    }

    /// Replaces several files: all are written beside the old ones and synced before the first is renamed.
    ///
    /// Whatever fails while they are written, the old files are as they were and nothing half-written is
    /// left.
    ///
    /// - Throws: ``ProblemCode/unwritableFile`` that names the first file that failed.
    static func write(_ files: [(path: String, bytes: [UInt8])]) throws(Problem) {
        var finished: [(beside: String, path: String)] = []
        do throws(Problem) {
            for file in files {
                finished.append((try writeBeside(file.path, file.bytes), file.path))
            }
            while let file = finished.first {
                guard rename(file.beside, file.path) == 0 else {
                    throw unwritable(file.path, systemError())
                }
                finished.removeFirst()
            }
        } catch {
            for file in finished { unlink(file.beside) }
            throw error
        }
        for folder in Set(files.map { split($0.path).folder }) { sync(folder: folder) }
    }

    /// Adds a text to the end of a file, which is made where it is not there.
    ///
    /// - Throws: ``ProblemCode/unwritableFile``.
    static func append(_ text: String, to path: String) throws(Problem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(path, systemError()) }
        defer { close(descriptor) }
        if let failure = writeAll(Array(text.utf8), to: descriptor) {
            throw unwritable(path, systemError(failure))
        }
    }

    /// Writes and syncs a new file in the folder of `path` and returns its own path.
    private static func writeBeside(_ path: String, _ bytes: [UInt8]) throws(Problem) -> String {
        let (folder, name) = split(path)
        let beside = folder + "." + name + "." + String(getpid()) + ".part"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw unwritable(path, systemError()) }
        defer { close(descriptor) }
        do throws(Problem) {
            if let failure = writeAll(bytes, to: descriptor) {
                throw unwritable(path, systemError(failure))
            }
            guard fsync(descriptor) == 0 else { throw unwritable(path, systemError()) }
        } catch {
            unlink(beside)
            throw error
        }
        return beside
    }

    private static func sync(folder: String) {
        let parent = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { return }
        fsync(parent)
        close(parent)
    }

    /// Writes `bytes` to an open descriptor and returns the system's error where that failed.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemWrite(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            // Read at once: whatever runs in between may change it.
            let failure = errno
            if count >= 0 {
                written += count
            } else if failure != EINTR {
                return failure
            }
        }
        return nil
    }

    /// Creates the folder at `path` and those above it, where they are not there.
    ///
    /// - Throws: ``ProblemCode/unwritableFile``.
    static func createFolder(_ path: String) throws(Problem) {
        guard !path.isEmpty, !isFolder(path) else { return }
        let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        try createFolder(String(split(trimmed).folder.dropLast()))
        guard mkdir(trimmed, 0o755) == 0 || errno == EEXIST else {
            throw unwritable(path, systemError())
        }
    }

    /// Returns whether something is at `path`.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Returns whether a folder is at `path`.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Returns the names in a folder, sorted by their bytes.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``.
    static func list(_ folder: String) throws(Problem) -> [String] {
        guard let handle = opendir(folder) else { throw unreadable(folder, systemError()) }
        defer { closedir(handle) }
        var names: [String] = []
        // The end of a folder and a failure look alike but for this.
        errno = 0
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        let failure = errno
        guard failure == 0 else { throw unreadable(folder, systemError(failure)) }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// Returns the folder of `path`, with its last slash, and the name in it.
    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    /// The system's word for the last failure, in lower case as a reason begins.
    static func systemError(_ code: Int32 = errno) -> String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    private static func unreadable(
        _ path: String, _ why: String, hint: String? = nil
    ) -> Problem {
        Problem(
            .unreadableFile, "`\(path)` cannot be read", at: .file(path), because: why,
            hint: hint ?? "check the path and who may read it")
    }

    /// Returns the problem of a file that cannot be written.
    static func unwritable(_ path: String, _ why: String) -> Problem {
        Problem(
            .unwritableFile, "`\(path)` cannot be written", at: .file(path), because: why,
            hint: "check the folder, who may write there, and the room on the disk")
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> Problem {
        Problem(
            .tooLarge, "`\(path)` is too large", at: .file(path),
            because: "at most \(limit) bytes are read here",
            hint: "check that it is the file you meant")
    }
}

// The type's own `read` and `write` hide the system's calls of these names.
private func systemRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
    read(descriptor, room, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
