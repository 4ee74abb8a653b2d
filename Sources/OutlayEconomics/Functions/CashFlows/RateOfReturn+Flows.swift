import OutlayProblems
import OutlayValues

extension RateOfReturn {
    /// Finds the rates per period at which `flows`, one for each period, are worth nothing today: the IRR.
    ///
    /// Every root above -1 is found. Multiplying all flows by one number changes nothing.
    ///
    ///     try RateOfReturn.of([-70_000, 12_000, 15_000, 18_000, 21_000])   // one: -0.0212
    ///
    /// - Parameter flows: Finite amounts, costs negative.
    /// - Returns: Every root, or why there is none.
    /// - Throws: ``ProblemCode/emptyInput`` or ``ProblemCode/nonFinite``.
    /// - Complexity: O(*n*) for each of a bounded number of evaluations: about ten where the flows change
    ///   their sign once, some hundred where they change it often.
    /// - Source: Brealey, Myers and Allen, *Principles of Corporate Finance*, 13th ed., section 5.3.
    public static func of(_ flows: [Double]) throws(Problem) -> RateOfReturn {
        try FlowProblems.check(flows)
        return RootSearch.answer(
            for: FlowSeries(flows, at: flows.indices.map(Double.init)))
    }

    /// Finds the rates per year at which dated flows are worth nothing today: the XIRR.
    ///
    /// Years run from the earliest date, so that the order of the flows does not matter.
    ///
    /// - Throws: ``ProblemCode/noTimeSpan`` where all flows fall on one day.
    public static func of(_ flows: DatedFlows) throws(Problem) -> RateOfReturn {
        let series = FlowSeries(flows.amounts, at: flows.years)
        guard series.signChanges > 0 || Set(flows.amounts.map { $0 > 0 }).count == 1 else {
            try flows.requireTimeSpan()
            return .none(.noSignChange)
        }
        try flows.requireTimeSpan()
        return RootSearch.answer(for: series)
    }

    /// Returns a rate as a message says it: to ten decimals, more than a reader asks for.
    private static func shown(_ root: RateRoot) -> String {
        guard root.isRepresentable else { return root.rate < 0 ? "near -1" : "above 1e308" }
        let decimal = try? ExactDecimal(nearest: root.rate, places: 10)
        let isTold =
            decimal.map { $0.isZero == (root.rate == 0) && $0 != ExactDecimal(-1) } ?? false
        return isTold ? decimal?.description ?? "" : root.rate.plainText
    }

    /// What a reader of several rates must know.
    static func severalRoots(_ roots: [RateRoot]) -> Problem {
        Problem(
            .severalRoots, "there are \(roots.count) rates of return",
            because: "the flows change their sign more than once and are worth nothing at "
                + roots.map { shown($0) }.list("and"),
            hint: "use the net present value at a stated rate, or the modified rate of return")
    }

    /// Returns the one rate.
    ///
    /// - Throws: ``ProblemCode/noSignChange``, ``ProblemCode/noRealRoot``, ``ProblemCode/severalRoots`` or
    ///   ``ProblemCode/rootNotRepresentable`` where there is not exactly one.
    public func requireOne() throws(Problem) -> Double {
        switch self {
        case .one(let rate), .double(let rate): return rate
        case .several(let roots):
            throw Self.severalRoots(roots)
        case .notRepresentable(let near):
            throw Problem(
                .rootNotRepresentable,
                "the rate of return lies \(near < 0 ? "near -1" : "above 1e308")",
                because: near < 0
                    ? "1 + rate is below 1e-12, of which a number next to -1 holds too few digits"
                    : "a binary number ends there",
                hint: "over so short a time state the gain itself, not a rate per year")
        case .none(.noSignChange):
            throw Problem(
                .noSignChange, "the flows never change their sign",
                because: "only costs and gains together can be worth nothing at some rate",
                hint: "state costs as negative and gains as positive numbers")
        case .none(.noRealRoot):
            throw Problem(
                .noRealRoot, "no rate above -1 makes the flows worth nothing",
                because: "their net present value has the same sign at every rate",
                hint: "use the net present value at a stated rate")
        }
    }
}
