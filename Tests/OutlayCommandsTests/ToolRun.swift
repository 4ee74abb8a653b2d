import Foundation
import Testing

/// A finished run of the built `outlay` as a process of its own.
struct ToolRun {
    /// How a run ended.
    enum End: Equatable, CustomStringConvertible {
        case exit(Int32)
        case signal(Int32)
        case timeout

        var description: String {
            switch self {
            case .exit(let code): "exit \(code)"
            case .signal(let number): "ended by signal \(number)"
            case .timeout: "out of time"
            }
        }
    }

    /// Where the process writes its answer.
    enum Output {
        case kept
        case file(String)
        case closedPipe
    }

    /// How the run ended.
    let end: End
    /// What it wrote to stdout, where that was kept.
    let output: String
    /// What it wrote to stderr.
    let messages: String

    /// The folder of this package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The built tool, which stands beside the test bundle.
    static let tool: String = {
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path.count > 1 {
            let candidate = folder.appending(path: "outlay").path
            var isFolder: ObjCBool = true
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
                !isFolder.boolValue
            {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        return "outlay"
    }()

    /// Runs the tool and waits for its end.
    ///
    /// - Parameters:
    ///   - arguments: What stands behind the tool's name.
    ///   - folder: The current folder; the package's unless given.
    ///   - environment: All variables the process sees.
    ///   - input: The file that stdin reads.
    ///   - output: Where stdout goes.
    ///   - wrapper: A command that runs the tool, such as one that lowers its rights.
    ///   - seconds: The time after which the process is killed.
    init(
        _ arguments: [String], in folder: String = root, environment: [String: String] = [:],
        input: String = "/dev/null", output: Output = .kept, wrapper: [String] = [],
        seconds: Int32 = 60
    ) {
        let entering = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
        let words = entering + wrapper + [Self.tool] + arguments
        let kept = FileManager.default.temporaryDirectory
            .appending(path: "outlay-run-" + UUID().uuidString).path
        defer {
            for path in [kept, kept + "-2"] { unlink(path) }
        }
        Self.starting.lock()
        // The process holds the pipe's other end; the pipe closes when the process ends.
        let life = Pipe()
        let unread = Pipe()
        unread.closeReading()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, kept + "-2", O_WRONLY | O_CREAT, 0o600)
        switch output {
        case .kept:
            posix_spawn_file_actions_addopen(&actions, 1, kept, O_WRONLY | O_CREAT, 0o600)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
        case .closedPipe: posix_spawn_file_actions_adddup2(&actions, unread.writing, 1)
        }
        posix_spawn_file_actions_adddup2(&actions, life.writing, 9)
        let process = Self.spawn(words, environment, &actions)
        Self.starting.unlock()
        life.closeWriting()
        unread.closeWriting()
        let isInTime = life.waitForEnd(seconds: seconds)
        if !isInTime { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        end = !isInTime ? .timeout : signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
        self.output = Self.text(of: kept)
        messages = Self.text(of: kept + "-2")
    }

    /// Held while pipes are open that no other process may inherit.
    private static let starting = NSLock()

    private static func spawn(
        _ words: [String], _ environment: [String: String],
        _ actions: inout posix_spawn_file_actions_t
    ) -> pid_t {
        var variables = environment
        variables["PATH"] = "/usr/bin:/bin"
        var arguments = words.map { strdup($0) } + [nil]
        var settings = variables.sorted { $0.key < $1.key }.map { strdup("\($0)=\($1)") } + [nil]
        defer {
            for text in arguments + settings { free(text) }
        }
        var process: pid_t = 0
        let failure = posix_spawn(&process, words[0], &actions, nil, &arguments, &settings)
        precondition(failure == 0, "\(words[0]): \(String(cString: strerror(failure)))")
        return process
    }

    private static func text(of path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

/// A pipe whose ends no process inherits.
private final class Pipe {
    private var ends: [Int32] = [-1, -1]

    var writing: Int32 { ends[1] }

    init() {
        precondition(pipe(&ends) == 0, "no pipe: \(String(cString: strerror(errno)))")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        closeReading()
        closeWriting()
    }

    func closeReading() { close(0) }
    func closeWriting() { close(1) }

    private func close(_ index: Int) {
        guard ends[index] >= 0 else { return }
        Foundation.close(ends[index])
        ends[index] = -1
    }

    /// Returns whether every other holder of the writing end closed it in time.
    func waitForEnd(seconds: Int32) -> Bool {
        var state = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, seconds * 1000) > 0
    }
}
