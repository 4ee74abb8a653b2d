extension ProblemCode {
    /// The rules of financial functions.
    var functionRule: ProblemRule {
        switch self {
        case .emptyInput:
            ProblemRule(
                "a list has no number",
                "A figure of flows, dates or values takes at least one of them. Nothing is not 0.")
        case .nonFinite:
            ProblemRule(
                "a number is not finite",
                "NaN and infinity come from a division by 0 or an overflow further up. They are refused where "
                    + "they enter, so that no figure silently becomes one.")
        case .lengthMismatch:
            ProblemRule(
                "two lists differ in length",
                "Lists that belong together, such as dates and flows, have one entry each for the same thing."
            )
        case .dateBeforeBase:
            ProblemRule(
                "a flow falls before the base date",
                "A present value in the money of a day counts what comes on that day or later. Without a base "
                    + "date the earliest day of the flows is taken, whatever their order.")
        case .noTimeSpan:
            ProblemRule(
                "all flows fall on one day",
                "A rate per year measures growth over time; flows of one day have none.")
        default: rateRule
        }
    }

    private var rateRule: ProblemRule {
        switch self {
        case .noSignChange:
            ProblemRule(
                "the flows never change their sign",
                "A rate of return makes costs and gains worth the same. Where there are only costs, or only "
                    + "gains, no rate does. Costs are negative numbers, gains positive ones.")
        case .noRealRoot:
            ProblemRule(
                "no rate makes the flows worth nothing",
                "The flows change their sign, and yet their net present value has the same sign at every rate "
                    + "above -1. There is no rate of return; the net present value still answers.")
        case .rootNotRepresentable:
            ProblemRule(
                "the rate of return cannot be held by a binary number",
                "A rate this near -1, or this high, loses its digits: what is printed would not make the flows "
                    + "worth nothing. It comes from large changes over a few days, where a rate per year says "
                    + "little.")
        case .severalRoots:
            ProblemRule(
                "the flows have several rates of return",
                "Flows that change their sign more than once can be worth nothing at several rates, and none of "
                    + "them is the right one. All are listed. Judge such flows by their net present value."
            )
        case .rateOutOfDomain:
            ProblemRule(
                "a rate is -1 or below",
                "At a rate of -1 nothing is left after one period, and below it money changes its sign from "
                    + "period to period. Rates are fractions above -1: 0.08 is 8 %.")
        default: measureRule
        }
    }

    /// The rules of loans, ratios, lives and tables of questions.
    private var measureRule: ProblemRule {
        switch self {
        case .neverRepaid:
            ProblemRule(
                "the payments never reach the amount",
                "Payments that do not even cover the interest leave a loan growing, so that no number of them "
                    + "repays it.")
        case .zeroDenominator:
            ProblemRule(
                "a ratio has nothing to be measured by",
                "A ratio of benefits to costs, or of savings to investment, is not defined where the costs or "
                    + "the investment are 0. The difference of both still is.")
        case .zeroLife:
            ProblemRule(
                "a life has no length",
                "Depreciation, annuities and equal annual costs spread an amount over a life above 0."
            )
        case .periodOutOfRange:
            ProblemRule(
                "a period lies outside the life",
                "Periods are counted from 0 to the end of the life, and a span starts no later than it ends."
            )
        case .salvageExceedsCost:
            ProblemRule(
                "the salvage value is above the cost",
                "Depreciation writes the cost down to the salvage value; there is nothing to write down where "
                    + "the salvage value is the higher one.")
        case .undecidedRows:
            ProblemRule(
                "some rows of a table have no answer",
                "Rows that are well-formed and have no answer, such as flows without a rate of return, are named "
                    + "beside the answers of the others. A malformed row ends the run.")
        default: preconditionFailure("\(rawValue) has no rule")
        }
    }
}
