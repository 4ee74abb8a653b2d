import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a connection waits while another one writes.
///
/// It asks again after short pauses of uneven length. SQLite's own pauses grow to a tenth of a
/// second, and a process that sleeps so long is overtaken again and again by those that do not.
final class BusyWait {
    /// The longest wait, in milliseconds; then the command is refused as busy.
    let limitMilliseconds: Int
    /// The longest wait so far, in microseconds.
    private(set) var longestMicroseconds: Int64 = 0
    private var start: Int64 = 0
    private var state: UInt64

    /// Creates a wait of at most `limitMilliseconds`.
    init(limitMilliseconds: Int) {
        self.limitMilliseconds = limitMilliseconds
        state = UInt64(getpid()) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// Lets SQLite wait by this object, which must live as long as `connection`.
    func install(on connection: OpaquePointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_busy_handler(
            connection,
            { context, tries in
                guard let context else { return 0 }
                let wait = Unmanaged<BusyWait>.fromOpaque(context).takeUnretainedValue()
                return wait.pause(tries: tries) ? 1 : 0
            }, context)
    }

    private func pause(tries: Int32) -> Bool {
        let now = Self.microseconds()
        if tries == 0 { start = now }
        longestMicroseconds = max(longestMicroseconds, now - start)
        guard now - start < Int64(limitMilliseconds) * 1000 else { return false }
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        let most: UInt64 = tries < 20 ? 200 : tries < 200 ? 500 : 2000
        usleep(UInt32(50 + state % most))
        return true
    }

    private static func microseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
