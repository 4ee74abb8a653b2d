import OutlayProblems
import OutlaySampling
import OutlayValues

/// When in its period an even payment falls.
public enum PaymentDue: String, Sendable, Hashable, CaseIterable {
    /// At the period's end, in arrears.
    case end
    /// At the period's beginning, in advance.
    case begin

    /// The convention in plain words.
    var words: String { self == .end ? "payments at period ends" : "payments at period beginnings" }
}

/// Even payments at one rate, with an amount at either end.
///
/// The signs are those of Excel and numpy-financial: present value, payments and future value are worth
/// nothing together, so that who receives a loan pays it back in negative numbers.
///
/// - Source: numpy-financial 1.0.0, documentation of pv, fv, pmt, nper and rate; the formulas keep their digits
///   at small rates by log1p and expm1.
public struct Annuity: Sendable, Hashable {
    /// The rate per period, above -1.
    public let rate: Double
    /// When in its period a payment falls.
    public let due: PaymentDue

    /// Creates even payments at a rate.
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` at -1 or below, ``ProblemCode/nonFinite``.
    public init(rate: Double, due: PaymentDue = .end) throws(Problem) {
        try FlowProblems.check(rate: rate)
        self.rate = rate
        self.due = due
    }

    /// What 1 paid in each of `periods` is worth today: (1 − (1 + r)^-n) / r.
    ///
    ///     try Annuity(rate: 0.14).factor(periods: 2)   // 1.6467
    ///
    /// - Throws: ``ProblemCode/periodOutOfRange`` for fewer than 0 periods, ``ProblemCode/nonFinite``.
    public func factor(periods: Double) throws(Problem) -> Double {
        try Self.check(periods)
        return rate == 0 ? periods : -Growth.minusOne(rate, -periods) / rate * advance
    }

    /// What an amount of 1 today costs in each of `periods`: r / (1 − (1 + r)^-n).
    ///
    /// - Throws: ``ProblemCode/zeroLife`` for no period, ``ProblemCode/nonFinite``.
    public func capitalRecoveryFactor(periods: Double) throws(Problem) -> Double {
        guard periods > 0 || periods.isNaN else { throw LifeProblems.zeroLife("periods", periods) }
        return 1 / (try factor(periods: periods))
    }

    /// What the payments and the amount at the end are worth today, with the other sign.
    ///
    /// - Throws: ``ProblemCode/periodOutOfRange`` for fewer than 0 periods, ``ProblemCode/nonFinite``.
    public func presentValue(
        periods: Double, payment: Double, futureValue: Double = 0
    ) throws(Problem) -> Double {
        try Self.check(payment, futureValue)
        return
            -(futureValue * Growth.factor(rate, -periods)
            + payment * (try factor(periods: periods)))
    }

    /// What the amount today and the payments grow to by the end, with the other sign.
    ///
    /// - Throws: ``ProblemCode/periodOutOfRange`` for fewer than 0 periods, ``ProblemCode/nonFinite``.
    public func futureValue(
        periods: Double, payment: Double, presentValue: Double = 0
    ) throws(Problem) -> Double {
        try Self.check(payment, presentValue)
        try Self.check(periods)
        let growth = Growth.minusOne(rate, periods)
        let factor = rate == 0 ? periods : growth / rate * advance
        return -(presentValue * (1 + growth) + payment * factor)
    }

    /// The payment in each period that brings the amount today to the one at the end.
    ///
    /// - Throws: ``ProblemCode/zeroLife`` for no period, ``ProblemCode/nonFinite``.
    public func payment(
        periods: Double, presentValue: Double, futureValue: Double = 0
    ) throws(Problem) -> Double {
        try Self.check(presentValue, futureValue)
        let recovery = try capitalRecoveryFactor(periods: periods)
        return -(presentValue + futureValue * Growth.factor(rate, -periods)) * recovery
    }

    /// The periods in which the payments bring the amount today to the one at the end; often no whole number.
    ///
    /// - Throws: ``ProblemCode/neverRepaid`` where they never do, ``ProblemCode/nonFinite``.
    public func periods(
        payment: Double, presentValue: Double, futureValue: Double = 0
    ) throws(Problem) -> Double {
        try Self.check(payment, presentValue)
        try FlowProblems.check(futureValue, named: "the future value")
        let gap = presentValue + futureValue
        guard gap != 0 else { return 0 }
        let paid = payment * advance
        let periods: Double
        if rate == 0 {
            periods = -gap / paid
        } else {
            let growth = -gap * rate / (presentValue * rate + paid)
            periods =
                ElementaryFunctions.logarithmOnePlus(growth)
                / ElementaryFunctions.logarithmOnePlus(rate)
        }
        guard periods.isFinite, periods >= 0 else {
            throw Problem(
                .neverRepaid, "payments of \(payment.plainText) never reach the amount",
                because: "they do not cover the interest on \(presentValue.plainText) at "
                    + "\(rate.plainText) per period",
                hint: "raise the payment, or lower the rate")
        }
        return periods
    }

    /// What a payment counts beside one at the period's end.
    private var advance: Double { due == .begin ? 1 + rate : 1 }

    private static func check(_ periods: Double) throws(Problem) {
        try FlowProblems.check(periods, named: "the number of periods")
        guard periods >= 0 else {
            throw Problem(
                .periodOutOfRange, "the number of periods is \(periods.plainText)",
                because: "payments run over 0 periods or more")
        }
    }

    private static func check(_ first: Double, _ second: Double) throws(Problem) {
        try FlowProblems.check(first, named: "an amount")
        try FlowProblems.check(second, named: "an amount")
    }
}

extension Annuity {
    /// Finds the rates per period at which an amount today, even payments and an amount at the end are worth
    /// nothing together.
    ///
    /// - Parameters:
    ///   - periods: How many payments there are, 1 or more.
    ///   - payment: The payment in each period.
    ///   - presentValue: The amount today.
    ///   - futureValue: The amount at the end.
    ///   - due: When in its period a payment falls.
    /// - Returns: Every root above -1.
    /// - Throws: ``ProblemCode/zeroLife`` for no period, ``ProblemCode/nonFinite``.
    public static func rates(
        periods: Int, payment: Double, presentValue: Double, futureValue: Double = 0,
        due: PaymentDue = .end
    ) throws(Problem) -> RateOfReturn {
        guard periods > 0 else { throw LifeProblems.zeroLife("periods", Double(periods)) }
        var flows = [Double](repeating: payment, count: periods + 1)
        if due == .end { flows[0] = 0 } else { flows[periods] = 0 }
        flows[0] += presentValue
        flows[periods] += futureValue
        return try RateOfReturn.of(flows)
    }
}

/// What can be wrong with lives and periods, in one wording.
enum LifeProblems {
    static func zeroLife(_ what: String, _ value: Double) -> Problem {
        Problem(
            .zeroLife, "there are \(value == 0 ? "no" : value.plainText) \(what)",
            because: "an amount is spread over a life or a number of periods above 0")
    }
}
