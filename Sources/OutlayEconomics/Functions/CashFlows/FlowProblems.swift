import OutlayProblems
import OutlayValues

/// What can be wrong with lists of flows, in one wording.
enum FlowProblems {
    static func empty(_ what: String) -> Problem {
        Problem(
            .emptyInput, "there are no \(what)",
            because: "a figure of flows takes at least one", hint: "give at least one number")
    }

    static func notFinite(_ what: String, _ text: String) -> Problem {
        Problem(
            .nonFinite, "\(what) is \(text)",
            because: "only finite numbers can be added and discounted",
            hint: "look for a division by 0 or an overflow where the number comes from")
    }

    static func lengths(
        _ first: String, _ firstCount: Int, _ second: String, _ secondCount: Int
    ) -> Problem {
        Problem(
            .lengthMismatch,
            "there \(firstCount == 1 ? "is" : "are") \(counted(firstCount, first)) and "
                + counted(secondCount, second),
            because: "each of the \(first) belongs to one of the \(second)",
            hint: "give as many of the one as of the other")
    }

    /// A count with its word, whose plural is given and only adds an s.
    static func counted(_ count: Int, _ plural: String) -> String {
        "\(count) " + (count == 1 && plural.hasSuffix("s") ? String(plural.dropLast()) : plural)
    }

    /// Throws unless `flows` has a number and all of them are finite.
    static func check(_ flows: [Double], _ what: String = "flows") throws(Problem) {
        guard !flows.isEmpty else { throw empty(what) }
        for (index, flow) in flows.enumerated() where !flow.isFinite {
            throw notFinite("number \(index + 1) of the \(what)", "\(flow)")
        }
    }

    /// Throws unless `value` is finite.
    static func check(_ value: Double, named what: String) throws(Problem) {
        guard value.isFinite else { throw notFinite(what, "\(value)") }
    }

    /// Throws unless `rate` is finite and above -1.
    static func check(rate: Double, named what: String = "the rate") throws(Problem) {
        try check(rate, named: what)
        guard rate > -1 else {
            throw Problem(
                .rateOutOfDomain, "\(what) is \(rate.plainText)",
                because: "at -1 or below nothing is left to discount, so a rate is above -1",
                hint: "write a rate as a fraction, such as 0.08 for 8 %")
        }
    }
}
