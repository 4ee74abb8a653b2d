extension ProblemCode {
    /// The rules of prices, quantities and lines of a cost model.
    var lineRule: ProblemRule {
        switch self {
        case .negativeQuantity:
            ProblemRule(
                "a quantity is below 0",
                "Nobody buys, uses or owns less than nothing. Money that comes back is a residual value or a "
                    + "benefit, which have their own lines.")
        case .negativePrice:
            ProblemRule(
                "a price is below 0",
                "A price is 0 or more. Money that comes back is a residual value or a benefit.")
        case .invalidTiers:
            ProblemRule(
                "a price list by quantity does not hold",
                "Tiers rise: each ends above the one before, and only the last may be open. A quantity beyond "
                    + "the last has no price.")
        case .pueBelowOne:
            ProblemRule(
                "a PUE is below 1",
                "Power usage effectiveness is the energy of the whole site over that of its machines, so it is "
                    + "1 or more.")
        case .lineCycle:
            ProblemRule(
                "a line is a share of itself",
                "A share is computed from other lines. Where these are shares in turn, the chain must end at "
                    + "lines with a price of their own.")
        case .outlivesHorizon:
            ProblemRule(
                "a thing lives on beyond the horizon",
                "Charging all of its price to fewer years than it lives makes it look dear. Say what it is worth "
                    + "at the end, or that it is worth 0.")
        case .seriesTooShort:
            ProblemRule(
                "an index has no value for a year",
                "Growth by an index needs its value for every year. No value is made up: state forecasts with "
                    + "their source under `indices`.")
        case .steepGrowth:
            ProblemRule(
                "a price more than doubles from year to year",
                "Growth is a fraction of 1: 0.07 is 7 %. A rate above 1 is most often a percentage written as a "
                    + "whole number.")
        case .badCommitment:
            ProblemRule(
                "a commitment does not hold",
                "A commitment binds the buyer to more than nothing, at a rate that is not above the one without it."
            )
        default:
            ProblemRule(
                "prices of a contract meet a study in real terms",
                "Contract prices are paid as written, whatever inflation does. A study in real terms takes them "
                    + "at what they are worth in the money of its base year, and needs the `inflation` for that."
            )
        }
    }
}
