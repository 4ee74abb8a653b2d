import OutlayProblems
import OutlayValues

/// A line with its payments over the horizon, converted and taxed.
public struct ScheduledLine: Sendable {
    /// The line.
    public var line: CostLine
    /// The payments, in order of their days.
    public var entries: [Entry]

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
        self.line = line
        entries = []
        for payment in try line.model.payments(in: study, window: window) {
            var amount = payment.amount
            if let rate = line.exchangeRate {
                amount = try rate.convert(Money(amount, rate.from)).amount
            }
            entries.append(
                Entry(
                    payment: payment,
                    net: try line.tax?.net(of: amount) ?? amount,
                    cost: try line.tax?.cost(of: amount) ?? amount,
                    isSunk: line.isSunk || payment.due < study.decisionDate))
        }
    }

    /// Returns the entries that count under `coverage`; sunk ones never do.
    public func counted(_ coverage: Coverage) -> [Entry] {
        entries.filter { !$0.isSunk && (coverage == .all || isCash($0)) }
    }

    private func isCash(_ entry: Entry) -> Bool {
        if case .benefit(isCashable: false) = line.direction { return false }
        switch line.funding {
        case .budget: return true
        case .payroll(let release):
            guard let release else { return false }
            return entry.payment.due >= release.from
        }
    }
}
