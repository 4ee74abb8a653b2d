import OutlayProblems
import OutlayValues

/// A line with its payments over the horizon, converted and taxed.
public struct ScheduledLine: Sendable {
    /// The line.
    public var line: CostLine
    /// The payments, in order of their days.
    public var entries: [Entry]
    /// The part of ``entries`` that moves money.
    ///
    /// Nothing of a benefit that is not cashable, nothing of payroll, or of released payroll what falls in
    /// the time from the release on.
    public var cashEntries: [Entry]

    /// One payment in the study's currency.
    public struct Entry: Sendable, Hashable {
        /// The payment as the model gives it.
        public var payment: Payment
        /// The amount without tax, in the study's currency.
        public var net: ExactDecimal
        /// The amount with the tax that is not recovered, in the study's currency.
        public var cost: ExactDecimal
        /// Whether it was spent, or fell due, before the decision.
        public var isSunk: Bool
    }

    /// Schedules `line` over `window`.
    ///
    /// - Throws: A ``Problem`` when the line cannot be computed.
    public init(_ line: CostLine, in study: Study, window: Window) throws(Problem) {
        try self.init(line, sharing: [], in: study, window: window)
    }

    /// Schedules `line`, which is a share of lines that pay `basis` where its model is derived.
    init(
        _ line: CostLine, sharing basis: [ScheduledLine], in study: Study, window: Window
    ) throws(Problem) {
        self.line = line
        do {
            entries = try Self.entries(of: line, sharing: basis, in: study, window)
            switch (line.direction, line.funding) {
            case (.benefit(isCashable: false), _), (_, .payroll(released: nil)): cashEntries = []
            case (_, .payroll(let release?)):
                cashEntries = try Self.entries(
                    of: line, sharing: basis, in: study, window.beginning(release.from))
            case (_, .budget): cashEntries = entries
            }
        } catch {
            throw error.located(at: line.place ?? .part("line \(line.id)"))
        }
    }

    /// Returns the entries that count under `coverage`; sunk ones never do.
    public func counted(_ coverage: Coverage) -> [Entry] {
        (coverage == .all ? entries : cashEntries).filter { !$0.isSunk }
    }

    /// Returns the sum of the entries that count under `coverage`, undiscounted.
    ///
    /// - Throws: ``ProblemCode/overflow`` when it needs more than 38 digits.
    public func total(_ coverage: Coverage) throws(Problem) -> ExactDecimal {
        try counted(coverage).map(\.cost).sum()
    }

    private static func entries(
        of line: CostLine, sharing basis: [ScheduledLine], in study: Study, _ window: Window
    ) throws(Problem) -> [Entry] {
        if window.use == .committed, type(of: line.model).descriptor.isByUse { return [] }
        var entries: [Entry] = []
        var line = line
        var payments: ArraySlice<Payment>
        if let model = line.model as? any DerivedCostModel {
            let shared = basis.flatMap(\.entries).map { entry in
                var payment = entry.payment
                payment.amount = entry.net
                return payment
            }
            payments = try model.payments(from: shared.inOrder, in: study, window: window)
                .filter { window.contains($0.due) }[...]
            // What it is a share of is already converted and without tax.
            line.exchangeRate = nil
            line.tax?.prices = .net
        } else {
            let stated = try line.model.payments(in: study, window: window)
            payments = try (line.deflation?.deflated(stated, in: study) ?? stated)[...]
        }
        while let column = payments.first?.column {
            precondition(
                (0...window.years).contains(column), "a payment stands in a year of its window")
            let year = payments.prefix { $0.column == column }
            payments = payments.dropFirst(year.count)
            let amounts = try each(year.map(\.amount)) { amount throws(Problem) in
                try converted(amount, of: line, to: study.currency)
            }
            let net = try each(amounts) { amount throws(Problem) in
                try line.tax?.net(of: amount) ?? amount
            }
            let cost = try each(amounts) { amount throws(Problem) in
                try line.tax?.cost(of: amount) ?? amount
            }
            for (payment, amounts) in zip(year, zip(net, cost)) {
                entries.append(
                    Entry(
                        payment: payment, net: amounts.0, cost: amounts.1,
                        isSunk: line.isSunk || payment.due < study.decisionDate))
            }
        }
        return entries
    }

    /// Changes each amount of a year such that the year's total is what its own change would give.
    private static func each(
        _ amounts: [ExactDecimal], by change: (ExactDecimal) throws(Problem) -> ExactDecimal
    ) throws(Problem) -> [ExactDecimal] {
        var changed: [ExactDecimal] = []
        for amount in amounts { changed.append(try change(amount)) }
        return try changed.closed(at: change(amounts.sum()))
    }

    private static func converted(
        _ amount: ExactDecimal, of line: CostLine, to currency: Currency
    ) throws(Problem) -> ExactDecimal {
        guard let rate = line.exchangeRate else { return amount }
        guard rate.to == currency else {
            throw Problem(
                .mixedCurrencies, "the rate of `\(line.id)` gives \(rate.to.code)",
                because: "the study's results are in \(currency.code)",
                hint: "give a rate from \(rate.from.code) to \(currency.code)")
        }
        return try rate.convert(Money(amount, rate.from)).amount
    }
}
