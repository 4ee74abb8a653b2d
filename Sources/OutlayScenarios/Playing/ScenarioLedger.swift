import Outlay

/// The ledger of a scenario in a file, and how its operations become commands.
///
/// All lines belong to one budget, that of the year of the first day the scenario names; a line named
/// `FY27` is a line like any other.
struct ScenarioLedger {
    let store: SQLiteBudgetStore
    let currency: Currency
    let year: Int

    /// Opens the ledger at `path`, which ``setUp(_:at:currency:)`` made.
    init(at path: String, scenario: Scenario, currency: Currency) throws(Problem) {
        store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        self.currency = currency
        year = scenario.firstDate.year
    }

    /// Makes the ledger at `path` and puts into it what the scenario gives.
    static func setUp(
        _ scenario: Scenario, at path: String, currency: Currency
    ) throws(Problem) -> ScenarioLedger {
        try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules()).close()
        let ledger = try ScenarioLedger(at: path, scenario: scenario, currency: currency)
        let year = ledger.year
        let start = try CalendarDate(parsing: "\(year)-01-01")
        let settings = LedgerSettings(
            ledgerID: "scenario", currency: currency, calendar: .calendarYear)
        let lines = try scenario.given.lines.map { (line) throws(Problem) in try node(line) }
        try ledger.must(OpenLedger(settings, years: [year]), on: start)
        try ledger.must(SetLines(lines), on: start)
        let policy = ScenarioDocuments.policy(
            scenario.given.policy, from: start, currency: currency)
        let organisation = ScenarioDocuments.organisation(
            scenario.given, from: start, currency: currency)
        let name: LedgerText = "scenario"
        if !scenario.given.policy.tiers.isEmpty {
            try ledger.must(
                LoadDocument(
                    .policy, id: name, revision: 1, effectiveFrom: start, content: policy),
                on: start)
        }
        if !scenario.given.users.isEmpty {
            try ledger.must(
                LoadDocument(
                    .organisation, id: name, revision: 1, effectiveFrom: start,
                    content: organisation),
                on: start)
        }
        return ledger
    }

    private static func node(_ line: Scenario.Line) throws(Problem) -> Node {
        let parent = try line.parent.map { (text) throws(Problem) in try NodeID(text) }
        var node = Node(
            try NodeID(line.id), parent: parent, control: ControlMode(rawValue: line.mode) ?? .hard)
        node.warnLevel = try line.warnBasisPoints.map { (count) throws(Problem) in
            try BasisPoints(count)
        }
        if let tolerance = line.toleranceBasisPoints { node.tolerance = try BasisPoints(tolerance) }
        if line.isYearToDate { node.phasing = .yearToDate }
        return node
    }

    private func must(_ command: some LedgerCommand, on date: CalendarDate) throws(Problem) {
        let outcome = try store.execute(command, context: try context("system", date))
        guard case .refused(let refusal) = outcome else { return }
        throw Problem(
            .outOfRange, "what is given cannot be set up",
            because: "the ledger refuses it: \(refusal.code.rawValue) \(refusal.note)")
    }

    private func context(
        _ actor: String, _ date: CalendarDate, principal: String? = nil, key: String? = nil,
        known: CalendarDate? = nil
    ) throws(Problem) -> CommandContext {
        var moment = LedgerMoment(on: date)
        if let known { moment.recordedMilliseconds = LedgerMoment(on: known).recordedMilliseconds }
        return CommandContext(
            actor: try PersonID(actor),
            onBehalfOf: try principal.map { (text) throws(Problem) in try PersonID(text) },
            idempotencyKey: try key.map { (text) throws(Problem) in try IdempotencyKey(text) },
            moment: moment)
    }
}

extension Scenario {
    /// The first day that the scenario names, or the first of 2026.
    var firstDate: CalendarDate {
        let dates = steps.flatMap { step -> [CalendarDate?] in
            guard case .race(let inner) = step.operation else { return [step.date] }
            return [step.date] + inner.map(\.date)
        }
        return dates.compactMap { $0 }.min() ?? CalendarDate(dayNumber: 20_454)
    }
}

// MARK: - Operations

extension ScenarioLedger {
    /// Carries out an operation that is one command, or an override and its submission.
    func run(
        _ operation: Scenario.Operation, on date: CalendarDate
    ) throws(Problem) -> CommandOutcome {
        do throws(Stop) {
            return try command(operation, date)
        } catch {
            switch error {
            case .refused(let refusal): return .refused(refusal)
            case .problem(let problem): throw problem
            }
        }
    }

    /// Why an operation does not become a command.
    private enum Stop: Error {
        case refused(Refusal)
        case problem(Problem)
    }

    private func trying<Value>(_ body: () throws(Problem) -> Value) throws(Stop) -> Value {
        do throws(Problem) { return try body() } catch { throw .problem(error) }
    }

    private func amount(_ text: String, _ currency: Currency) throws(Stop) -> MinorUnits {
        switch LedgerAmount.read(text, in: currency) {
        case .granted(let amount): return amount
        case .refused(let refusal): throw .refused(refusal)
        }
    }

    private func execute(
        _ command: some LedgerCommand, on date: CalendarDate, by actor: String? = nil,
        for id: String? = nil, principal: String? = nil, key: String? = nil,
        known: CalendarDate? = nil
    ) throws(Stop) -> CommandOutcome {
        try trying { () throws(Problem) in
            let requester = try id.flatMap { (id) throws(Problem) in
                try store.read { (reader) throws(Problem) in
                    try reader.request(try RequestID(id))?.requester.text
                }
            }
            let context = try context(
                actor ?? requester ?? "system", date, principal: principal, key: key, known: known)
            return try store.execute(command, context: context)
        }
    }

    private func orderCurrency(_ id: String) throws(Stop) -> Currency {
        try trying { () throws(Problem) in
            try store.read { (reader) throws(Problem) in
                try reader.request(try RequestID(id))?.currency
            } ?? currency
        }
    }

    private func request(_ id: String) throws(Stop) -> RequestID {
        try trying { () throws(Problem) in try RequestID(id) }
    }

    private func node(_ id: String) throws(Stop) -> NodeID {
        try trying { () throws(Problem) in try NodeID(id) }
    }

    private func rate(_ text: String?) throws(Stop) -> ExactDecimal? {
        guard let text else { return nil }
        return try trying { () throws(Problem) in try ExactDecimal(parsing: text) }
    }

    private func foreign(_ code: String?) throws(Stop) -> Currency? {
        guard let code else { return nil }
        return try trying { () throws(Problem) in try Currency(code: code) }
    }

    private func command(
        _ operation: Scenario.Operation, _ date: CalendarDate
    ) throws(Stop) -> CommandOutcome {
        switch operation {
        case .allot(let line, let text, let key):
            let command = Allot(try amount(text, currency), to: try node(line), in: year)
            return try execute(command, on: date, key: key)
        case .transfer(let from, let to, let text, let key):
            let command = Transfer(
                try amount(text, currency), from: try node(from), to: try node(to), in: year)
            return try execute(command, on: date, key: key)
        case .lapse(let line): return try execute(Lapse(try node(line), in: year), on: date)
        case .expire: return try execute(Expire(), on: date)
        case .submit(let submission): return try submit(submission, date)
        case .approve(let id, let by, let principal, let text):
            let command = Approve(try request(id), rate: try rate(text))
            return try execute(command, on: date, by: by, principal: principal)
        case .reject(let id, let by, let principal):
            return try execute(Reject(try request(id)), on: date, by: by, principal: principal)
        case .withdraw(let id): return try execute(Withdraw(try request(id)), on: date, for: id)
        case .cancel(let id): return try execute(Cancel(try request(id)), on: date, for: id)
        case .amend(let id, let text):
            let total = try amount(text, try orderCurrency(id))
            return try execute(Amend(try request(id), to: total), on: date, for: id)
        case .invoice(let bill): return try book(bill, date)
        case .credit(let id, let text, let reopens):
            let command = BookCredit(
                try request(id), amount: try amount(text, try orderCurrency(id)), reopens: reopens)
            return try execute(command, on: date, for: id)
        case .carryForward(let id, let to):
            let command = CarryForward(
                try request(id), to: try node(to), in: PeriodID(year: year).siblings(.monthly)[0])
            return try execute(command, on: date, for: id)
        case .race, .asOf, .tamper: preconditionFailure("\(operation) is no command")
        }
    }

    private func book(_ bill: Scenario.Bill, _ date: CalendarDate) throws(Stop) -> CommandOutcome {
        let foreign = try foreign(bill.currency)
        let own: Currency
        if let foreign { own = foreign } else { own = try orderCurrency(bill.id) }
        let number = try trying { () throws(Problem) in try LedgerText(bill.number) }
        let command = BookInvoice(
            try request(bill.id), number: number, amount: try amount(bill.amount, own),
            currency: foreign, rate: try rate(bill.rate), isFinal: bill.isFinal)
        return try execute(command, on: date, for: bill.id, known: bill.known)
    }

    private func submit(
        _ submission: Scenario.Submission, _ date: CalendarDate
    ) throws(Stop) -> CommandOutcome {
        let own = try foreign(submission.currency) ?? currency
        let month = PeriodID(monthOf: date, in: .calendarYear)
        var lines: [Submit.Line] = []
        for line in submission.lines {
            lines.append(
                Submit.Line(
                    try node(line.line), try amount(line.amount, own),
                    in: PeriodID(year: year, .monthly, month.ordinal)))
        }
        let vendor = try trying { () throws(Problem) in
            try submission.vendor.map { (text) throws(Problem) in try VendorID(text) }
        }
        let command = Submit(
            try request(submission.id), lines: lines, vendor: vendor, currency: own,
            rate: own == currency ? nil : try rate(submission.rate))
        if let override = submission.override {
            let act = try trying { () throws(Problem) in
                OverrideBudget(
                    of: command, by: try PersonID(submission.by),
                    reason: try LedgerText(override.reason))
            }
            // Where the money is there, the authority has nothing to override.
            if case .refused(let refusal) = try execute(act, on: date, by: override.by),
                refusal.code != .overrideNotNeeded
            {
                return .refused(refusal)
            }
        }
        return try execute(command, on: date, by: submission.by, key: submission.key)
    }
}
