import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is read in blocks, so that its size does not matter.
final class OpenFile: ByteSource {
    private let descriptor: Int32
    private let path: String

    /// Opens the regular file at `path`; `-` is standard input.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``.
    init(_ path: String) throws(Problem) {
        descriptor = try FileAccess.openToRead(path)
        self.path = path
    }

    deinit {
        if descriptor != 0 { close(descriptor) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        while true {
            let count = systemRead(descriptor, buffer)
            if count >= 0 { return count }
            guard errno == EINTR else { throw unreadable("cannot be read on") }
        }
    }

    func rewind() throws(Problem) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw unreadable("cannot be read again") }
    }

    private func unreadable(_ what: String) -> Problem {
        Problem(
            .unreadableFile, "\(Problem.quoted(path, limit: 200)) \(what)", at: .file(path),
            because: FileAccess.systemError(), hint: "name a regular file")
    }
}

/// Reads by the system, under a name that no method has.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
