import Outlay

/// One scenario, played through a ledger file of its own.
struct ScenarioRun {
    private let file: ScenarioFile
    private let index: Int
    private let filePath: String
    private let folder: TemporaryFolder
    private let ledger: ScenarioLedger
    /// The numbers of the events of the accepted operations.
    private var sequences: [Int64] = []
    private var date: CalendarDate

    /// Plays the scenario number `index` of `file`.
    ///
    /// - Returns: What is not as expected, one line each.
    static func play(_ file: ScenarioFile, _ index: Int, filePath: String) -> [String] {
        do throws(Problem) {
            var run = try ScenarioRun(file, index, filePath: filePath)
            var faults: [String] = []
            for (number, step) in file.scenarios[index].steps.enumerated() {
                let found = try run.play(step, number: number)
                faults += found.map { "operation \(number + 1): \($0)" }
            }
            return faults + (try run.verified())
        } catch {
            return [error.line]
        }
    }

    private init(_ file: ScenarioFile, _ index: Int, filePath: String) throws(Problem) {
        self.file = file
        self.index = index
        self.filePath = filePath
        folder = try TemporaryFolder()
        let scenario = file.scenarios[index]
        ledger = try ScenarioLedger.setUp(
            scenario, at: folder.path("ledger.db"), currency: file.currency)
        date = scenario.firstDate
    }

    /// Says what a replay of the ledger does not bear out once everything is played.
    private func verified() throws(Problem) -> [String] {
        let anchor = try ledger.store.checkpoint()
        let found = try ledger.store.verify(anchor: anchor)
        guard let problem = found.problem(of: ledger.store.path) else { return [] }
        return ["verification: \(problem.summary), \(problem.reason)"]
    }

    private mutating func play(_ step: Scenario.Step, number: Int) throws(Problem) -> [String] {
        if let day = step.date { date = day }
        let result: String
        var answer: Answer?
        switch step.operation {
        case .tamper(let kind, let sequence): result = try tamper(kind, sequence)
        case .asOf(let line, let known): result = try asOf(line, known)
        case .race(let steps):
            let entries = try ScenarioRace.run(
                count: steps.count, filePath: filePath, scenario: index, step: number,
                ledger: ledger.store.path, date: date)
            sequences += entries.compactMap(\.sequence).sorted()
            result = "winners=\(entries.count { $0.sequence != nil })"
            if step.expectation == nil { return [] }
        default:
            switch try ledger.run(step.operation, on: date) {
            case .refused(let refusal): result = "refused:\(refusal.code.rawValue)"
            case .accepted(let found):
                answer = found
                result = found.result.rawValue
                if !sequences.contains(found.sequence) { sequences.append(found.sequence) }
            }
        }
        return try compare(step, result, answer)
    }

    private func compare(
        _ step: Scenario.Step, _ result: String, _ answer: Answer?
    ) throws(Problem) -> [String] {
        guard let expectation = step.expectation else {
            return result.hasPrefix("refused:") ? ["\(result), where it should go through"] : []
        }
        var faults: [String] = []
        if let wanted = expectation.result, wanted != result {
            faults.append("\(result), not \(wanted)")
        }
        let year = PeriodID(year: ledger.year)
        for (line, figures) in expectation.balances {
            let id = try NodeID(line)
            let balance = try ledger.store.read { (reader) throws(Problem) in
                try reader.balance(of: id, in: year)
            }
            for figure in figures {
                let found = balance.figure(figure.name).text(in: file.currency)
                if found != figure.amount {
                    faults.append("\(line) \(figure.name) \(found), not \(figure.amount)")
                }
            }
        }
        if let wanted = expectation.flags {
            let found = answer?.flags.map(\.rawValue) ?? []
            if found.sorted() != wanted.sorted() { faults.append("flags \(found), not \(wanted)") }
        }
        if let wanted = expectation.steps {
            let found = try path(of: step.operation)
            let texts = wanted.map(\.texts)
            if found != texts { faults.append("steps \(found), not \(texts)") }
        }
        return faults
    }

    private func path(of operation: Scenario.Operation) throws(Problem) -> [[String]] {
        guard let id = operation.request else { return [] }
        let request = try ledger.store.read { (reader) throws(Problem) in
            try reader.request(try RequestID(id))
        }
        return (request?.amendment?.approval ?? request?.approval)?.plan.path ?? []
    }

    private func asOf(_ line: String, _ known: Int?) throws(Problem) -> String {
        let sequence = try known.map { (number) throws(Problem) in try event(number) }
        let (id, date, year) = (try NodeID(line), date, PeriodID(year: ledger.year))
        let balance = try ledger.store.read { (reader) throws(Problem) in
            try reader.balance(of: id, in: year, asOf: date, knownAfter: sequence)
        }
        let currency = file.currency
        return "available=\(balance.available.text(in: currency)) "
            + "enc=\(balance.committed.text(in: currency)) act=\(balance.actual.text(in: currency))"
    }

    /// Returns the number of the event of the accepted operation `number`, counted from 1.
    private func event(_ number: Int) throws(Problem) -> Int64 {
        guard (1...sequences.count).contains(number) else {
            throw Problem(
                .outOfRange, "operation \(number) is not there",
                because: "\(sequences.count) operations were accepted by then")
        }
        return sequences[number - 1]
    }

    private func tamper(_ kind: Scenario.Tampering, _ number: Int) throws(Problem) -> String {
        let copy = folder.path("tampered.db")
        defer { TemporaryFolder.remove(copy) }
        let anchor = try ledger.store.checkpoint()
        try ledger.store.backUp(to: copy)
        try JournalTampering.alter(copy, kind, at: try event(number))
        func verdict(_ anchor: Checkpoint?) -> String {
            do throws(Problem) {
                let store = try SQLiteBudgetStore.openForReading(
                    copy, approvalRules: DocumentApprovalRules())
                if case .broken = try store.verify(anchor: anchor).chain { return "broken" }
                return "ok"
            } catch {
                return "broken"
            }
        }
        return "chain:\(verdict(nil)) anchor:\(verdict(anchor))"
    }
}

extension LineBalance {
    fileprivate func figure(_ name: String) -> MinorUnits {
        switch name {
        case "allot": allotted
        case "pre": reserved
        case "enc": committed
        case "act": actual
        default: available
        }
    }
}

extension Scenario.ApprovalStep {
    /// The step as a request's path writes it.
    fileprivate var texts: [String] {
        switch self {
        case .all(let roles): roles
        case .quorum(let count, let role): ["\(count) \(role)"]
        }
    }
}

extension Scenario.Operation {
    /// The request that the operation is about, or nil.
    fileprivate var request: String? {
        switch self {
        case .submit(let submission): submission.id
        case .approve(let id, _, _, _), .reject(let id, _, _), .withdraw(let id), .cancel(let id),
            .amend(let id, _), .credit(let id, _, _), .carryForward(let id, _):
            id
        case .invoice(let bill): bill.id
        default: nil
        }
    }
}

extension Problem {
    /// The problem on one line, with its place.
    var placedLine: String {
        switch location {
        case .text(let span):
            "\(span.path):\(span.start.line):\(span.start.column): " + line
        default: line
        }
    }

    /// The problem on one line, its cause included.
    var line: String {
        "\(code.rawValue) \(summary): \(reason)" + (underlying.map { " [\($0)]" } ?? "")
    }
}
