import OutlayProblems
import OutlayValues

/// Whether prices carry inflation.
public enum PriceBase: Sendable, Hashable {
    /// Prices are those of the day they are paid.
    case nominal
    /// Prices are those of one base year throughout.
    case real(year: Int)
}

/// When within its year a recurring amount counts as paid.
public enum PaymentTiming: String, Sendable, Hashable, CaseIterable {
    /// On the year's last day: year t counts t years from the start.
    case endOfYear = "end-of-year"
    /// In the middle of the year: t − ½ years.
    case midYear = "mid-year"
    /// On the year's first day: t − 1 years.
    case startOfYear = "start-of-year"
}

/// The yearly rate at which later money counts less.
public struct DiscountRate: Sendable, Hashable {
    /// The rate as a fraction, above -1.
    public var ratePerYear: ExactDecimal
    /// When recurring amounts count within their year, unless their line says otherwise.
    public var timing: PaymentTiming
    /// The rates of a modified rate of return, where they are stated.
    public var modifiedReturn: ModifiedReturn?

    /// The rates of a modified rate of return (MIRR).
    public struct ModifiedReturn: Sendable, Hashable {
        /// The yearly rate that costs are financed at, as a fraction above -1.
        public var finance: ExactDecimal
        /// The yearly rate that gains are put aside at, as a fraction above -1.
        public var reinvestment: ExactDecimal

        /// Creates rates.
        public init(finance: ExactDecimal, reinvestment: ExactDecimal) {
            self.finance = finance
            self.reinvestment = reinvestment
        }
    }

    /// Creates a rate; `ratePerYear` is above -1.
    public init(
        ratePerYear: ExactDecimal, timing: PaymentTiming = .endOfYear,
        modifiedReturn: ModifiedReturn? = nil
    ) {
        precondition(ratePerYear > ExactDecimal(-1), "a discount rate is above -1")
        self.ratePerYear = ratePerYear
        self.timing = timing
        self.modifiedReturn = modifiedReturn
    }

    /// Returns the present value of `amount` paid `years` after time 0.
    ///
    /// The amount is divided by (1 + rate)^years, the power by repeated multiplication where years are
    /// whole. Nothing is rounded.
    public func presentValue(of amount: ExactDecimal, years: Double) -> Double {
        amount.doubleValue / power(1 + ratePerYear.doubleValue, years)
    }
}
