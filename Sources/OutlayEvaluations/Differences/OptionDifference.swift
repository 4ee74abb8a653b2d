import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What two evaluations make of one option: its figures before and after, and which lines its cost changed by.
public struct OptionDifference: Sendable, Hashable {
    /// The option's identifier.
    public let id: String
    /// What readers see: the later title.
    public let title: String
    /// Whether it is in both.
    public let presence: Presence
    /// The figures, whether they changed or not.
    public let figures: [FigureDifference]
    /// The lines whose present value changed; their differences sum exactly to that of the total cost.
    ///
    /// None where the option is in one of the two alone, or where their currencies differ.
    public let lines: [LineDifference]

    /// In which of the two an option is.
    public enum Presence: String, Sendable, Hashable, CaseIterable {
        /// In both.
        case both
        /// In the later one alone.
        case added
        /// In the earlier one alone.
        case removed
    }

    /// Whether no figure differs.
    public var isEmpty: Bool {
        presence == .both && figures.allSatisfy { !$0.isChanged } && lines.isEmpty
    }

    init(
        _ id: String, from before: EvaluationResult, to after: EvaluationResult,
        figures: FigurePair, changes: [EvaluationDifference.Change]
    ) throws(Problem) {
        self.id = id
        let (old, new) = (before.option(id), after.option(id))
        title = new?.option.title ?? old?.option.title ?? id
        presence = old == nil ? .added : new == nil ? .removed : .both
        var differences: [FigureDifference] = []
        for part in FigurePair.shown {
            let name = FigureName([.stated(id)] + part.parts)
            if let difference = try figures.difference(name, part.title) {
                differences.append(difference)
            }
        }
        self.figures = differences
        guard let old, let new, before.evaluation.study.currency == after.evaluation.study.currency
        else {
            lines = []
            return
        }
        lines = try LineDifference.all(
            of: id, from: old, to: new, currency: after.evaluation.study.currency, changes: changes)
    }
}

/// One figure before and after.
public struct FigureDifference: Sendable, Hashable {
    /// The name it is asked by.
    public let name: FigureName
    /// What readers see.
    public let title: String
    /// What it was; nil where there was none.
    public let before: FigureValue?
    /// What it is; nil where there is none.
    public let after: FigureValue?
    /// What it is more; of money, the difference of the settled amounts; nil where nothing can be subtracted.
    public let difference: FigureValue?

    /// Whether it differs; sums that differ in their last bits do not.
    public var isChanged: Bool {
        if let difference = difference?.number { return difference.doubleValue != 0 }
        return before != after
    }
}

/// The figures of two evaluations.
struct FigurePair {
    let before: FigureIndex
    let after: FigureIndex

    /// The figures of an option that a difference shows, in order; a new one is a line here.
    static let shown: [(title: String, parts: [FigureName.Part])] = [
        ("rank", ["rank"]),
        ("value", ["value"]),
        ("score", ["score"]),
        ("TCO", ["tco"]),
        ("cash TCO", ["cash", "tco"]),
        ("NPV", ["npv"]),
        ("cash NPV", ["cash", "npv"]),
        ("benefit-cost ratio", ["bcr"]),
        ("payback", ["payback"]),
        ("cash payback", ["cash", "payback"]),
        ("contract value", ["contract", "value"]),
        ("committed", ["contract", "committed"]),
        ("leaving costs", ["contract", "leaving"]),
        ("eligibility", ["eligibility"]),
    ]

    /// Returns a figure before and after, or nil where neither has it.
    func difference(
        _ name: FigureName, _ title: String
    ) throws(Problem) -> FigureDifference? {
        let old = try before.explanation(of: name)?.value
        let new = try after.explanation(of: name)?.value
        guard old != nil || new != nil else { return nil }
        return FigureDifference(
            name: name, title: title, before: old, after: new,
            difference: try Self.difference(old, new))
    }

    private static func difference(
        _ old: FigureValue?, _ new: FigureValue?
    ) throws(Problem) -> FigureValue? {
        guard let old, let new, old.unit == new.unit, let first = old.number,
            let second = new.number
        else { return nil }
        switch new.unit {
        case .money(let currency):
            let places = currency.minorUnitPlaces
            let difference = try second.settled(places) - first.settled(places)
            return .money(difference, currency)
        case .points, .ratio, .years:
            let difference = try second.settled(9) - first.settled(9)
            return FigureValue(.exact(difference), new.unit)
        case .rank, .fraction, .quantity, .none: return nil
        }
    }
}

extension FigureNumber {
    /// Returns the number rounded half to even at so many decimals.
    func settled(_ places: Int) throws(Problem) -> ExactDecimal {
        switch self {
        case .exact(let number): number.rounded(toPlaces: places, .halfEven)
        case .real(let number): try ExactDecimal(nearest: number, places: places)
        }
    }
}
