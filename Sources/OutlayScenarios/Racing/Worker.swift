import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// This program again, as another process that is told what to do by its arguments.
final class Worker {
    /// The number of the process.
    let process: pid_t
    private var input: Int32
    private let output: Int32
    private var pending: [UInt8] = []
    private var isReaped = false

    /// Starts a process with these arguments.
    init(_ arguments: [String], environment: [String] = []) throws(Problem) {
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw Self.failed("pipe") }
        for end in [toChild[1], fromChild[0]] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        let program = Self.program
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, program, &actions, nil, &words, &variables)
        systemClose(toChild[0])
        systemClose(fromChild[1])
        guard status == 0 else { throw Self.failed("posix_spawn") }
        self.process = process
        input = toChild[1]
        output = fromChild[0]
    }

    deinit {
        if !isReaped {
            kill(process, SIGKILL)
            reap()
        }
        if input >= 0 { systemClose(input) }
        systemClose(output)
    }

    /// The path of this program, or of the one that is built beside it.
    static let program: String = {
        #if canImport(Darwin)
            let own = CommandLine.arguments[0]
        #else
            let own = "/proc/self/exe".withCString { link in
                realpath(link, nil).map { pointer in
                    defer { free(pointer) }
                    return String(cString: pointer)
                } ?? CommandLine.arguments[0]
            }
        #endif
        // Tests of this module run in a program beside it.
        let name = "OutlayScenarios"
        let folder = own.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let beside = "\(folder)/\(name)"
        return own.hasSuffix("/" + name) || access(beside, X_OK) != 0 ? own : beside
    }()

    /// Waits until the process says that it is ready.
    func waitUntilReady() throws(Problem) {
        guard let line = readLine(), line == "ready" else {
            throw Problem(
                .internalError, "a worker did not start",
                because: "it should say that it is ready before it is let go")
        }
    }

    /// Lets the process go.
    func go() {
        systemClose(input)
        input = -1
    }

    /// Sends the process a line.
    func send(_ line: String) {
        Self.write(line, to: input)
    }

    /// Returns everything else that the process writes, once it has ended.
    func finish() throws(Problem) -> String {
        while readMore() {}
        reap()
        return String(decoding: pending, as: UTF8.self)
    }

    /// Returns the next line, or nil at the end.
    func readLine() -> String? {
        while true {
            if let end = pending.firstIndex(of: 10) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                return line
            }
            guard readMore() else { return nil }
        }
    }

    /// Sends the process a signal.
    func signal(_ number: Int32) { kill(process, number) }

    private func readMore() -> Bool {
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = systemRead(output, &room, room.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            pending += room[..<count]
            return true
        }
    }

    private func reap() {
        guard !isReaped else { return }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        isReaped = true
    }

    private static func failed(_ call: String) -> Problem {
        Problem(
            .internalError, "a worker could not be started",
            because: "\(call): \(String(cString: strerror(errno)))")
    }

    /// In a worker: says that it is ready, and waits until it is let go.
    static func sayReadyAndWait() {
        say("ready")
        var byte: UInt8 = 0
        while systemRead(0, &byte, 1) > 0 {}
    }

    /// In a worker: writes a line at once.
    static func say(_ line: String) {
        write(line, to: 1)
    }

    private static func write(_ line: String, to descriptor: Int32) {
        let bytes = Array((line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemWrite(
                    descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            guard count > 0 else { return }
            written += count
        }
    }
}

// The type's own methods hide the system's calls of these names.
private func systemRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, room, count)
}

private func systemWrite(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
    write(descriptor, bytes, count)
}

private func systemClose(_ descriptor: Int32) { close(descriptor) }
