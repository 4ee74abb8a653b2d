import Outlay

/// What the same work takes on a small and on a large ledger, in turn, in one process.
enum LedgerFlatness {
    /// What is measured.
    enum Work: String, CaseIterable {
        /// What a line has available.
        case available
        /// Whether a request would be accepted, with all rules, without writing it.
        case check
        /// The same of a request beyond the money, with what explains the refusal.
        case refusal
        /// The same at the top of the tree, where every request of the ledger is a consumer.
        case refusalAbove = "refusal-above"
        /// Raising a request, without syncs.
        case submit
    }

    /// Prints the median of the ratios of one turn, large to small, and the microseconds of one call on
    /// either.
    ///
    /// - Parameter arguments: The paths of the small and of the large ledger, the work, how many turns,
    ///   how many calls in each.
    /// - Throws: A problem of a ledger, or where a call answers otherwise than is known.
    static func run(_ arguments: [String]) throws(Problem) {
        guard let work = Work(rawValue: arguments[2]), let turns = Int(arguments[3]),
            let calls = Int(arguments[4])
        else { throw Problem(.internalError, "nothing to measure", because: "see the caller") }
        let stores = [try open(arguments[0], for: work), try open(arguments[1], for: work)]
        var times: [[Double]] = [[], []]
        // The first turn fills caches.
        for round in 0...turns {
            for (index, store) in stores.enumerated() {
                let start = RaceWorker.microseconds()
                for number in 0..<calls {
                    try one(work, round * calls + number, store)
                }
                let time = Double(RaceWorker.microseconds() - start) / Double(calls)
                if round > 0 { times[index].append(time) }
            }
        }
        let ratios = zip(times[0], times[1]).map { $1 / $0 }
        Worker.say("\(median(ratios)) \(median(times[0])) \(median(times[1]))")
        for store in stores { try store.close() }
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    private static func open(_ path: String, for work: Work) throws(Problem) -> SQLiteBudgetStore {
        guard work == .submit else {
            return try SQLiteBudgetStore.openForReading(
                path, approvalRules: DocumentApprovalRules())
        }
        let store = try RaceLedger.open(path)
        try LedgerBench.setSync(store, "OFF")
        return store
    }

    private static func one(
        _ work: Work, _ number: Int, _ store: SQLiteBudgetStore
    ) throws(Problem) {
        let line = RaceLedger.line(number * 7919 % LedgerBench.lines)
        let id = "flat-\(number)"
        switch work {
        case .available:
            _ = try store.read { (reader) throws(Problem) in
                try reader.balance(of: line, in: PeriodID(year: RaceLedger.year))
            }
        case .check: try decide(RaceLedger.request(id, line, 100), isAccepted: true, store)
        case .refusal: try decide(RaceLedger.request(id, line, 1 << 46), isAccepted: false, store)
        case .refusalAbove:
            try decide(
                RaceLedger.request(id, RaceLedger.department, 1 << 56), isAccepted: false, store)
        case .submit:
            let outcome = try store.execute(
                RaceLedger.request(id, line, 100), context: RaceLedger.context("ana", key: id))
            guard case .accepted = outcome else {
                throw Problem(.internalError, "a request is refused", because: "it was affordable")
            }
        }
    }

    private static func decide(
        _ command: Submit, isAccepted: Bool, _ store: SQLiteBudgetStore
    ) throws(Problem) {
        let decision = try store.read { (reader) throws(Problem) in
            try command.decide(in: reader, context: RaceLedger.context("ana"))
        }
        switch decision {
        case .accepted: if isAccepted { return }
        case .refused(let refusal):
            if !isAccepted, refusal.code == .insufficientFunds, !refusal.consumers.isEmpty {
                return
            }
        }
        throw Problem(.internalError, "a check answers otherwise", because: "the money is known")
    }
}
