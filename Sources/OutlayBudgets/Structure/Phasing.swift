import OutlayProblems
import OutlayValues

/// How a year's allotment is spread over its periods, and over which of them it binds.
public struct Phasing: Sendable, Hashable {
    /// The periods; ``FiscalDivision/yearly`` keeps the year whole.
    public var division: FiscalDivision
    /// The share of each period, or empty for even shares.
    public var weights: [ExactDecimal]
    /// What a plan is checked against.
    public var scope: ControlScope

    /// The year as a whole.
    public static let none = Phasing(division: .yearly, weights: [], scope: .year)
    /// Even months, checked from the year's beginning.
    public static let yearToDate = Phasing(division: .monthly, weights: [], scope: .yearToDate)

    /// Creates a phasing.
    public init(division: FiscalDivision, weights: [ExactDecimal], scope: ControlScope) {
        self.division = division
        self.weights = weights
        self.scope = scope
    }

    /// Whether there are rows for parts of the year.
    public var isPhased: Bool { division != .yearly }

    /// Returns what each period gets of `annual`, in order; they sum to it exactly.
    ///
    /// - Throws: ``ProblemCode/badAllocation`` for weights that are negative or all zero, or are not one
    ///   for each period.
    public func parts(of annual: MinorUnits) throws(Problem) -> [MinorUnits] {
        let shares =
            weights.isEmpty ? Array(repeating: ExactDecimal.one, count: division.count) : weights
        guard shares.count == division.count else {
            throw Problem(
                .badAllocation, "\(shares.count) weights for \(division.count) periods",
                because: "each period has one weight", hint: "give \(division.count) weights")
        }
        // The currency only carries minor units here, whatever their worth.
        return try annual.money(in: .eur).allocated(by: shares).map { part throws(Problem) in
            try MinorUnits(part)
        }
    }
}

/// What a plan is checked against.
public enum ControlScope: String, Sendable, Hashable, CaseIterable {
    /// The year's allotment.
    case year
    /// What the periods up to now were given together, and every later sum of them.
    case yearToDate = "ytd"
    /// The allotment of the one period.
    case period
}
