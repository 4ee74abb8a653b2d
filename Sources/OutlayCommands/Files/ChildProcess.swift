import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that was run to its end, without a shell: its arguments are passed as they are.
struct ChildProcess {
    /// Its exit code; nil where a signal ended it.
    let exitCode: Int32?
    /// What it wrote to stdout.
    let output: [UInt8]
    /// What it wrote to stderr.
    let messages: String

    /// Runs a program with nothing on stdin and waits for its end.
    ///
    /// - Parameters:
    ///   - program: The path of the program.
    ///   - arguments: What stands behind its name.
    ///   - environment: All variables it sees.
    ///   - limit: The most bytes of its output that are kept.
    ///   - failure: Makes a problem of what the system says of a program that cannot be started.
    /// - Returns: How it ended, or nil where its output is longer.
    /// - Throws: What `failure` makes.
    static func run(
        _ program: String, _ arguments: [String], environment: [(String, String)], limit: Int,
        failure: (String) -> Problem
    ) throws(Problem) -> ChildProcess? {
        guard let output = Channel(), let messages = Channel() else {
            throw failure(FileAccess.systemError())
        }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
        posix_spawn_file_actions_adddup2(&actions, messages.writing, 2)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.0)=\($0.1)") } + [nil]
        defer {
            for text in words + variables { free(text) }
        }
        var process: pid_t = 0
        let status = posix_spawn(&process, program, &actions, nil, &words, &variables)
        guard status == 0 else { throw failure(FileAccess.systemError(status)) }
        output.closeWriting()
        messages.closeWriting()
        let isComplete = read(output, messages, limit: limit)
        if !isComplete { kill(process, SIGKILL) }
        var end: Int32 = 0
        while waitpid(process, &end, 0) < 0, errno == EINTR {}
        guard isComplete else { return nil }
        return ChildProcess(
            exitCode: end & 0x7F == 0 ? end >> 8 & 0xFF : nil, output: output.bytes,
            messages: String(decoding: messages.bytes, as: UTF8.self))
    }

    /// Reads both channels to their ends; false where there is more than `limit`.
    private static func read(_ output: Channel, _ messages: Channel, limit: Int) -> Bool {
        let channels = [output, messages]
        while channels.contains(where: \.isOpen) {
            var waiting = channels.map {
                pollfd(fd: $0.isOpen ? $0.reading : -1, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&waiting, nfds_t(waiting.count), -1) >= 0 || errno == EINTR else {
                return false
            }
            for (channel, state) in zip(channels, waiting) where state.revents != 0 {
                channel.take()
            }
            guard channels.allSatisfy({ $0.bytes.count <= limit }) else { return false }
        }
        return true
    }
}

/// A pipe from a child, and what came through it.
private final class Channel {
    private var ends: [Int32] = [-1, -1]
    private(set) var bytes: [UInt8] = []

    var reading: Int32 { ends[0] }
    var writing: Int32 { ends[1] }
    var isOpen: Bool { ends[0] >= 0 }

    init?() {
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        close(0)
        close(1)
    }

    func closeWriting() { close(1) }

    /// Takes what is there now; closes at the end.
    func take() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = systemRead(ends[0], &buffer, buffer.count)
        if count > 0 {
            bytes += buffer[..<count]
        } else if count == 0 || errno != EINTR {
            close(0)
        }
    }

    private func close(_ index: Int) {
        guard ends[index] >= 0 else { return }
        systemClose(ends[index])
        ends[index] = -1
    }
}

// The type's own methods hide the system's calls of these names.
private func systemRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, room, count)
}

private func systemClose(_ descriptor: Int32) {
    close(descriptor)
}
