import OutlayProblems
import OutlayValues

/// The money of one fiscal year by lines: a versioned document, each load of which is a revision.
public struct Budget: Sendable, Hashable {
    /// The identifier, by default the fiscal year's.
    public let id: LedgerText
    /// Which revision this is, from 1.
    public let revision: Int
    /// The fiscal year, such as `FY2027`.
    public let year: PeriodID
    /// The first day of the year.
    public let start: CalendarDate
    /// The last day of the year.
    public let end: CalendarDate
    /// The currency of its amounts.
    public let currency: Currency
    /// What decides the period that a purchase is charged to.
    public let chargeBasis: BudgetChargeBasis
    /// The lines, by identifier.
    public let lines: [BudgetLine]

    init(
        checked lines: [BudgetLine], id: LedgerText, revision: Int, year: PeriodID,
        start: CalendarDate, end: CalendarDate, currency: Currency, chargeBasis: BudgetChargeBasis
    ) {
        self.id = id
        self.revision = revision
        self.year = year
        self.start = start
        self.end = end
        self.currency = currency
        self.chargeBasis = chargeBasis
        self.lines = lines.sorted { $0.node.id < $1.node.id }
    }

    /// Returns the line called `id`, or nil where there is none.
    ///
    /// - Complexity: O(*n*) in the number of lines.
    public func line(_ id: NodeID) -> BudgetLine? {
        lines.first { $0.node.id == id }
    }

    /// The lines with every one behind the line above it, else by identifier.
    public var linesFromTop: [BudgetLine] {
        let parents = Dictionary(uniqueKeysWithValues: lines.map { ($0.node.id, $0.node.parent) })
        var depths: [NodeID: Int] = [:]
        for line in lines {
            var above: [NodeID] = []
            var next: NodeID? = line.node.id
            while let id = next, depths[id] == nil, let parent = parents[id] {
                above.append(id)
                next = parent
            }
            let depth = next.flatMap { depths[$0] } ?? 0
            for (steps, id) in above.reversed().enumerated() { depths[id] = depth + steps + 1 }
        }
        return lines.sorted {
            let (left, right) = (depths[$0.node.id, default: 0], depths[$1.node.id, default: 0])
            return left == right ? $0.node.id < $1.node.id : left < right
        }
    }

    /// Returns the command that opens a ledger for this budget: in its currency, with its fiscal years.
    ///
    /// - Throws: ``ProblemCode/badBudgetYear`` where the year begins on no first day of a month.
    public func opening(_ ledgerID: LedgerText) throws(Problem) -> OpenLedger {
        guard let calendar = Self.calendar(of: year, from: start, to: end) else {
            throw Self.badYear(year, start, end)
        }
        return OpenLedger(
            LedgerSettings(ledgerID: ledgerID, currency: currency, calendar: calendar),
            years: [year.year])
    }
}

/// A line of a budget: what the ledger keeps of it, its money, and the accounts booked to it.
public struct BudgetLine: Sendable, Hashable {
    /// The line as the ledger keeps it.
    public var node: Node
    /// What it is given for the year.
    public var approved: MinorUnits
    /// The accounts of the chart whose actuals are its own.
    public var accounts: [String]

    /// Creates a line.
    public init(_ node: Node, approved: MinorUnits, accounts: [String] = []) {
        self.node = node
        self.approved = approved
        self.accounts = accounts
    }
}

/// What decides the period that a purchase is charged to.
public enum BudgetChargeBasis: String, Sendable, Hashable, CaseIterable {
    /// The day of the invoice.
    case invoice
    /// The days that are paid for.
    case servicePeriod = "service-period"
    /// The day of the payment.
    case cash
}

// MARK: - The fiscal year

extension Budget {
    /// Returns the calendar in which `year` has these first and last days, or nil where none has.
    static func calendar(
        of year: PeriodID, from start: CalendarDate, to end: CalendarDate
    ) -> FiscalCalendar? {
        for naming in FiscalCalendar.Naming.allCases {
            guard let calendar = try? FiscalCalendar(startMonth: start.month, naming: naming)
            else { continue }
            let found = calendar.fiscalYear(containing: start)
            if found.start == start, found.end == end, found.number == year.year {
                return calendar
            }
        }
        return nil
    }

    static func badYear(
        _ year: PeriodID, _ start: CalendarDate, _ end: CalendarDate
    ) -> Problem {
        Problem(
            .badBudgetYear, "\(year) does not run from \(start) to \(end)",
            because:
                "a fiscal year is twelve months from the first day of one, and bears the number "
                + "of the calendar year it begins or ends in",
            hint: "write such as `{id: FY2027, start: 2027-01-01, end: 2027-12-31}`")
    }
}
