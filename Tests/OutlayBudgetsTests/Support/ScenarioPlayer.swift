import Foundation
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

/// Plays a budget scenario against books in memory and compares every expectation.
///
/// All lines belong to one budget of the year 2026: a line named `FY27` is a line like any other.
struct ScenarioPlayer {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    var books: Books
    let currency: Currency
    let lines: [String]
    var sequences: [Int64] = []
    var lastDate: CalendarDate
    private var requesters: [String: PersonID] = [:]
    static let year = 2026

    /// Sets the scenario up: by rules of the tests, or by documents that are loaded into the ledger.
    init(_ scenario: JSONValue, currency: Currency, byDocuments: Bool = false) throws {
        self.currency = currency
        let given = scenario["given"]
        lastDate = try CalendarDate(parsing: "2026-01-01")
        let rules = try Self.rules(given, currency)
        books = Books(approvalRules: byDocuments ? DocumentApprovalRules() : rules)
        let settings = LedgerSettings(
            ledgerID: "scenario", currency: currency, calendar: .calendarYear)
        let members = given["lines"].members
        lines = members.map(\.0)
        let nodes = try members.map { name, line in
            var node = Node(
                try NodeID(name), parent: try line["parent"].text.map { try NodeID($0) },
                control: line["mode"].text.flatMap(ControlMode.init(rawValue:)) ?? .hard)
            node.warnLevel = try line["warn"].integer.map { try BasisPoints($0) }
            node.tolerance = try line["tol"].integer.map { try BasisPoints($0) } ?? .zero
            if line["phasing"].text == "ytd" { node.phasing = .yearToDate }
            return node
        }
        let sorted = nodes.filter { $0.parent == nil } + nodes.filter { $0.parent != nil }
        for command in [OpenLedger(settings, years: [Self.year])] { try mustRun(command) }
        try mustRun(SetLines(sorted))
        guard byDocuments else { return }
        let documents = try ScenarioDocuments(given, currency: currency)
        try mustRun(
            LoadDocument(
                .policy, id: "scenario", revision: 1, effectiveFrom: lastDate,
                content: documents.policy.json))
        try mustRun(
            LoadDocument(
                .organisation, id: "scenario", revision: 1, effectiveFrom: lastDate,
                content: documents.organisation.json))
    }

    private mutating func mustRun(_ command: some LedgerCommand) throws {
        let outcome = try books.execute(command, context: context("system", lastDate))
        guard case .accepted = outcome else { throw Failure(description: "set-up: \(outcome)") }
    }

    private func context(
        _ actor: PersonID, _ date: CalendarDate, principal: PersonID? = nil,
        key: String? = nil, known: CalendarDate? = nil
    ) -> CommandContext {
        var moment = LedgerMoment(on: date)
        if let known { moment.recordedMilliseconds = LedgerMoment(on: known).recordedMilliseconds }
        return CommandContext(
            actor: actor, onBehalfOf: principal,
            idempotencyKey: key.map { IdempotencyKey(known: $0) }, moment: moment)
    }

    private static func rules(_ given: JSONValue, _ currency: Currency) throws -> TierRules {
        var rules = TierRules()
        rules.roles = [:]
        rules.limits = [:]
        for (name, user) in given["users"].members {
            let person = try PersonID(name)
            rules.roles[person] = Set(user["roles"].elements.compactMap(\.text))
            if let limit = user["override_limit"].text {
                rules.limits[person] = try amount(limit, currency)
            }
        }
        for item in given["delegations"].elements {
            rules.delegations.append(
                TierRules.Delegation(
                    from: try PersonID(item["from"].text ?? ""),
                    to: try PersonID(item["to"].text ?? ""),
                    start: try CalendarDate(parsing: item["start"].text ?? ""),
                    end: try CalendarDate(parsing: item["end"].text ?? ""),
                    limit: try item["limit"].text.map { try amount($0, currency) }))
        }
        let policy = given["policy"]
        rules.tiers = try policy["tiers"].elements.map { tier in
            TierRules.Tier(
                below: try tier["lt"].text.map { try amount($0, currency) },
                groups: tier["steps"].elements.map { step in
                    if let role = step["role"].text {
                        let quorum = Int(step["quorum"].integer ?? 1)
                        return [TierRules.step(role, quorum: quorum)]
                    }
                    return step.elements.compactMap(\.text).map { TierRules.step($0) }
                })
        }
        rules.terms.reserve = policy["reserve"].text == "approval" ? .approval : .submission
        rules.terms.expiresAfterDays = policy["expire_days"].integer.map { Int($0) }
        if let share = policy["invoice_tolerance_bp"].integer {
            rules.terms.invoiceTolerance = try BasisPoints(share)
        }
        rules.splitDays = policy["split_window_days"].integer.map { Int($0) }
        rules.splitThreshold = try policy["split_threshold"].text.map { try amount($0, currency) }
        return rules
    }

    private static func amount(_ text: String, _ currency: Currency) throws -> MinorUnits {
        guard case .granted(let amount) = LedgerAmount.read(text, in: currency) else {
            throw Failure(description: "\(text) is no amount")
        }
        return amount
    }

    /// Plays one operation; returns what is not as expected.
    mutating func play(_ operation: JSONValue) throws -> [String] {
        let name = operation["op"].text ?? ""
        if let text = operation["date"].text { lastDate = try CalendarDate(parsing: text) }
        var (result, flags, steps) = ("", [String](), [[String]]())
        if name == "tamper" {
            result = try tamper(operation)
        } else if name == "as_of" {
            result = try asOf(operation)
        } else {
            switch try run(name, operation) {
            case .refused(let refusal): result = "refused:\(refusal.code.rawValue)"
            case .accepted(let answer):
                result = answer.result.rawValue
                flags = answer.flags.map(\.rawValue)
                sequences.append(answer.sequence)
                if let id = operation["id"].text, let request = books.request(RequestID(known: id))
                {
                    steps = (request.amendment?.approval ?? request.approval).plan.path
                }
            }
        }
        return try compare(operation["expect"], result, flags, steps)
    }

    private func compare(
        _ expected: JSONValue, _ result: String, _ flags: [String], _ steps: [[String]]
    ) throws -> [String] {
        if case .null = expected { return result.hasPrefix("refused") ? [result] : [] }
        if let word = expected.text { return word == result ? [] : ["\(result), not \(word)"] }
        var faults: [String] = []
        if let word = expected["result"].text, word != result {
            faults.append("\(result), not \(word)")
        }
        for (line, wanted) in expected["balances"].members {
            let row = books.balance(BalanceKey(NodeID(known: line), PeriodID(year: Self.year)))
            for (key, value) in wanted.members {
                let found = try Self.value(key, row).text(in: currency)
                if found != value.text { faults.append("\(line).\(key) \(found), not \(value)") }
            }
        }
        if case .array(let wanted) = expected["flags"], wanted.compactMap(\.text) != flags {
            faults.append("flags \(flags)")
        }
        if case .array(let wanted) = expected["steps"],
            wanted.map({ $0.elements.compactMap(\.text) }) != steps
        {
            faults.append("steps \(steps)")
        }
        return faults
    }

    private static func value(_ key: String, _ row: Balance?) throws -> MinorUnits {
        guard let row else { return .zero }
        switch key {
        case "allot": return row.allotted
        case "pre": return row.reserved
        case "enc": return row.committed
        case "act": return row.actual
        case "available": return try row.available()
        default: throw Failure(description: "unknown column \(key)")
        }
    }

    private mutating func run(_ name: String, _ operation: JSONValue) throws -> CommandOutcome {
        let id = RequestID(known: operation["id"].text ?? "-")
        let order = books.request(id)
        let foreign = try operation["cur"].text.map { try Currency(code: $0) }
        let rate = try operation["rate"].text.map { try ExactDecimal(parsing: $0) }
        let own = foreign ?? order?.currency ?? currency
        var amount = MinorUnits.zero
        if let text = operation["amount"].text {
            switch LedgerAmount.read(text, in: own) {
            case .granted(let value): amount = value
            case .refused(let refusal): return .refused(refusal)
            }
        }
        let line = NodeID(known: operation["line"].text ?? "-")
        switch name {
        case "allot": return try execute(Allot(amount, to: line, in: Self.year), operation)
        case "transfer":
            return try execute(
                Transfer(
                    amount, from: NodeID(known: operation["from"].text ?? ""),
                    to: NodeID(known: operation["to"].text ?? ""), in: Self.year), operation)
        case "lapse": return try execute(Lapse(line, in: Self.year), operation)
        case "submit": return try submit(operation, own, rate)
        case "approve": return try execute(Approve(id, rate: rate), operation)
        case "reject": return try execute(Reject(id), operation)
        case "withdraw": return try execute(Withdraw(id), operation)
        case "cancel": return try execute(Cancel(id), operation)
        case "amend": return try execute(Amend(id, to: amount), operation)
        case "expire": return try execute(Expire(), operation)
        case "invoice":
            return try execute(
                BookInvoice(
                    id, number: LedgerText(operation["number"].text ?? ""), amount: amount,
                    currency: foreign, rate: rate, isFinal: operation["final"].isTrue), operation)
        case "credit":
            return try execute(
                BookCredit(id, amount: amount, reopens: operation["reopen"].isTrue), operation)
        case "carry_forward":
            let month = PeriodID(year: Self.year).siblings(.monthly)[0]
            return try execute(
                CarryForward(id, to: NodeID(known: operation["to"].text ?? ""), in: month),
                operation)
        default: throw Failure(description: "unknown operation \(name)")
        }
    }

    private mutating func execute(
        _ command: some LedgerCommand, _ operation: JSONValue
    ) throws -> CommandOutcome {
        let id = operation["id"].text ?? ""
        let by = try operation["by"].text.map { try PersonID($0) }
        return try books.execute(
            command,
            context: context(
                by ?? requesters[id] ?? "system", lastDate,
                principal: try operation["as"].text.map { try PersonID($0) },
                key: operation["key"].text,
                known: try operation["known"].text.map { try CalendarDate(parsing: $0) }))
    }

    private mutating func submit(
        _ operation: JSONValue, _ own: Currency, _ rate: ExactDecimal?
    ) throws -> CommandOutcome {
        var wanted: [Submit.Line] = []
        let month = PeriodID(monthOf: lastDate, in: .calendarYear)
        let charged = try #require(PeriodID(year: Self.year, .monthly, month.ordinal))
        for line in operation["lines"].elements {
            switch LedgerAmount.read(line.elements[1].text ?? "", in: own) {
            case .refused(let refusal): return .refused(refusal)
            case .granted(let amount):
                wanted.append(
                    Submit.Line(try NodeID(line.elements[0].text ?? ""), amount, in: charged))
            }
        }
        let id = operation["id"].text ?? ""
        let by = try PersonID(operation["by"].text ?? "")
        let command = Submit(
            try RequestID(id), lines: wanted,
            vendor: try operation["vendor"].text.map { try VendorID($0) }, currency: own,
            rate: own == currency ? nil : rate)
        if let authority = operation["override"]["by"].text {
            var trial = books
            let outcome = try trial.execute(command, context: context(by, lastDate))
            if case .refused(let refusal) = outcome, refusal.code == .insufficientFunds {
                let reason = try LedgerText(operation["override"]["reason"].text ?? "")
                let act = try books.execute(
                    OverrideBudget(of: command, by: by, reason: reason),
                    context: context(try PersonID(authority), lastDate))
                if case .refused = act { return act }
            }
        }
        let outcome = try execute(command, operation)
        if case .accepted = outcome { requesters[id] = by }
        return outcome
    }
}

extension JSONValue {
    /// The value of a member, or null.
    subscript(key: String) -> JSONValue {
        guard case .object(let object) = self else { return .null }
        return object[key] ?? .null
    }

    var members: [(String, JSONValue)] {
        guard case .object(let object) = self else { return [] }
        return object.members.map { ($0.key, $0.value) }
    }

    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var integer: Int64? {
        guard case .number(let text) = self else { return nil }
        return Int64(text)
    }

    var isTrue: Bool { self == .bool(true) }
}
