import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One of several processes that raise requests in the same ledger.
enum RaceWorker {
    /// Does what the arguments say: the ledger's path, a number of its own, `time` or `rounds`, and how
    /// many seconds, or how many requests a round.
    static func run(_ arguments: [String]) throws(Problem) {
        let (path, me, mode) = (arguments[0], arguments[1], arguments[2])
        let count = Int(arguments[3]) ?? 0
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        if mode == "time" {
            Worker.sayReadyAndWait()
            try race(store, me, seconds: count)
        } else {
            Worker.say("ready")
            while let round = readLine() {
                var tally = Tally()
                for number in 0..<count {
                    let id = "r\(round)-\(me)-\(number)"
                    let line = RaceLedger.line(Int(round) ?? 0)
                    try tally.submit(RaceLedger.request(id, line, 10_000), id, to: store)
                }
                Worker.say(tally.text)
            }
        }
        try store.close()
    }

    private static func race(_ store: SQLiteBudgetStore, _ me: String, seconds: Int) throws(Problem)
    {
        let end = microseconds() + Int64(seconds) * 1_000_000
        var tally = Tally()
        var number = 0
        while microseconds() < end {
            let id = "\(me)-\(number)"
            let line = RaceLedger.line(number % 8)
            try tally.submit(RaceLedger.request(id, line, 100), id, to: store)
            number += 1
        }
        Worker.say(tally.text)
    }

    /// The time since some moment in the past, in microseconds.
    static func microseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}

/// What one process was answered.
struct Tally: Sendable {
    var accepted: Int64 = 0
    var refused: Int64 = 0
    var busy: Int64 = 0
    var worstMicroseconds: Int64 = 0

    /// Raises one request and counts its answer.
    mutating func submit(
        _ command: Submit, _ key: String, to store: SQLiteBudgetStore
    ) throws(Problem) {
        let start = RaceWorker.microseconds()
        do throws(Problem) {
            switch try store.execute(command, context: RaceLedger.context("ana", key: key)) {
            case .accepted: accepted += 1
            case .refused(let refusal):
                guard refusal.code == .insufficientFunds else {
                    throw Problem(
                        .internalError, "a race was refused otherwise than by its budget",
                        because: refusal.code.rawValue)
                }
                refused += 1
            }
        } catch {
            guard error.code == .ledgerBusy else { throw error }
            busy += 1
        }
        worstMicroseconds = max(worstMicroseconds, RaceWorker.microseconds() - start)
    }

    /// The figures in one line.
    var text: String { "\(accepted) \(refused) \(busy) \(worstMicroseconds)" }

    init() {}

    /// Reads what ``text`` says; nil where it is something else.
    init?(_ text: String) {
        let numbers = text.split { $0 == " " || $0 == "\n" }.compactMap { Int64($0) }
        guard numbers.count == 4 else { return nil }
        (accepted, refused, busy, worstMicroseconds) = (
            numbers[0], numbers[1], numbers[2], numbers[3]
        )
    }

    /// Adds what another process was answered.
    mutating func add(_ other: Tally) {
        accepted += other.accepted
        refused += other.refused
        busy += other.busy
        worstMicroseconds = max(worstMicroseconds, other.worstMicroseconds)
    }
}
