import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The two output streams: the answer goes to stdout in one piece, everything else to stderr.
enum Console {
    /// Writes the answer.
    ///
    /// A closed pipe ends the process silently with exit code 0: whoever read has read enough.
    ///
    /// - Throws: ``ProblemCode/unwritableFile`` when the output cannot be written.
    static func answer(_ text: String) throws(Problem) {
        guard let failure = FileAccess.writeAll(Array(text.utf8), to: STDOUT_FILENO) else { return }
        if failure == EPIPE { exit(0) }
        throw FileAccess.unwritable("standard output", FileAccess.systemError(failure))
    }

    /// Writes a message for a person; failures are ignored, since nothing could report them.
    static func message(_ text: String) {
        _ = FileAccess.writeAll(Array(text.utf8), to: STDERR_FILENO)
    }

    /// Does work that may take long, and says so meanwhile where a person reads stderr.
    static func showing<Result, Failure: Error>(
        _ what: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard messageIsTerminal else { return try work() }
        message(what + " …")
        defer { message("\r\u{1B}[K") }
        return try work()
    }

    /// Lets writing to a closed pipe or beyond a limit fail as an error instead of ending the process by a
    /// signal.
    static func ignoreFailedWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Whether a person reads stdout.
    static var answerIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    /// Whether a person reads stderr.
    static var messageIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The columns of the terminal that shows the answer; 120 where there is none.
    static var width: Int {
        guard answerIsTerminal else { return 120 }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return 120
        }
        return Int(size.ws_col)
    }

    /// Returns the value of an environment variable, or nil where it is not set or empty.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The name of the system's user that this process acts as, or the number of one without a name.
    static func account() -> String {
        let user = geteuid()
        guard let entry = getpwuid(user), let name = entry.pointee.pw_name else {
            return "#\(user)"
        }
        return String(cString: name)
    }

    /// The time now: milliseconds since 1970-01-01 UTC.
    static func milliseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }

    /// Today's date in Coordinated Universal Time; the one clock reading of a command.
    static func today() -> CalendarDate {
        let seconds = time(nil)
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return CalendarDate(dayNumber: days)
    }
}
