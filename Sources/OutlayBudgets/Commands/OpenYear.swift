import OutlayProblems
import OutlayValues

/// Opens a fiscal year, so that money can be given and charged in it.
public struct OpenYear: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "open_year"
    /// The number that names the year.
    public var year: Int

    /// Creates the command.
    public init(_ year: Int) {
        self.year = year
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("year")
        writer.number(year)
    }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("year")
        year = try reader.count()
    }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "open FY\(year)"
    }

    /// Returns the opening, or a refusal where the year is open already.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        let settings = try reader.requireSettings()
        if let refusal = try reader.approvalRules.refusal(
            of: .loadBudget, in: context, reader: reader)
        {
            return .refused(refusal)
        }
        guard (1...9999).contains(year) else { return .refused(Refusal(.badCommand)) }
        let id = PeriodID(year: year)
        let subject = LedgerText(known: id.description)
        guard try reader.period(id) == nil else {
            return .refused(Refusal(.alreadyExists, subject: subject))
        }
        var body = EventBody(.yearOpened, answer: Answer(subject: subject))
        body.rows = Self.rows(of: year, in: settings.calendar)
        return .accepted(body)
    }

    /// Returns the year and its months, all open.
    static func rows(of year: Int, in calendar: FiscalCalendar) -> [RowChange] {
        let id = PeriodID(year: year)
        let fiscalYear = calendar.fiscalYear(numbered: year)
        let whole = BudgetPeriod(id, start: fiscalYear.start, end: fiscalYear.end, state: .open)
        let months = zip(id.siblings(.monthly), fiscalYear.periods(.monthly)).map { id, period in
            BudgetPeriod(id, start: period.start, end: period.end, state: .open)
        }
        return ([whole] + months).map { .period($0) }
    }
}

extension FiscalCalendar {
    /// Returns the fiscal year with a number.
    func fiscalYear(numbered number: Int) -> FiscalYear {
        let first = CalendarDate(dayNumber: 0).adding(
            months: (number - 1970) * 12 + startMonth - 1)
        let year = fiscalYear(containing: first)
        return year.number == number ? year : year.previous
    }
}
