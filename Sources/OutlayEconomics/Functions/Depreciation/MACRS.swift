import OutlayProblems
import OutlayValues

/// The depreciation tables of the United States' tax law, half-year convention.
///
/// - Source: IRS Publication 946 (2023), appendix A, table A-1.
public enum MACRS {
    /// The property classes in years that there are tables for.
    public static let classes = [3, 5, 7, 10, 15, 20]

    /// Returns the percentages of the cost, one for each year of the class and one more, which total 100.
    ///
    /// - Throws: ``ProblemCode/unknownChoice`` for a class without a table.
    public static func percentages(ofClass years: Int) throws(Problem) -> [ExactDecimal] {
        guard let row = thousandths[years] else { throw unknown(years) }
        return row.map { ExactDecimal($0, places: 3) }
    }

    /// Returns the amounts in minor units of two decimals, half to even; the last year takes the remainder.
    ///
    /// - Parameters:
    ///   - cost: What the asset cost, 0 or more.
    ///   - years: The property class.
    /// - Returns: One amount for each tax year.
    /// - Throws: ``ProblemCode/unknownChoice`` for a class without a table, ``ProblemCode/outOfRange`` for a
    ///   negative cost, ``ProblemCode/overflow``.
    public static func amounts(
        of cost: ExactDecimal, class years: Int
    ) throws(Problem) -> [ExactDecimal] {
        guard !cost.isNegative else {
            throw Problem(.outOfRange, "the cost is \(cost)", because: "a cost is 0 or more")
        }
        var amounts: [ExactDecimal] = []
        for percentage in try percentages(ofClass: years) {
            let share = try percentage * ExactDecimal(1, places: 2)
            amounts.append(try (cost * share).rounded(toPlaces: 2, .halfEven))
        }
        return try amounts.closed(at: cost)
    }

    /// Returns the unrounded percentages that the table rounds: declining balance at 200 % (150 % for classes
    /// 15 and 20) switching to straight line, half a year at either end.
    ///
    /// - Throws: ``ProblemCode/zeroLife`` for a class below 1 year.
    public static func formula(ofClass years: Int) throws(Problem) -> [Double] {
        guard years > 0 else { throw LifeProblems.zeroLife("years", Double(years)) }
        let factor = years >= 15 ? 1.5 : 2
        var book = 100.0
        return (0...years).map { year in
            let length = year == 0 ? 0.5 : 1
            let left = Double(years) - max(0, Double(year) - 0.5)
            let share = max(factor / Double(years), 1 / max(left, length))
            let amount = year == years ? book : book * share * length
            book -= amount
            return amount
        }
    }

    private static func unknown(_ years: Int) -> Problem {
        Problem(
            .unknownChoice, "there is no table for property of \(years) years",
            because: "the classes are " + classes.map(String.init).list("and") + " years")
    }

    /// Thousandths of a percent by class and year.
    private static let thousandths: [Int: [Int]] = [
        3: [
            33_330, 44_450, 14_810, 7410,
        ],
        5: [
            20_000, 32_000, 19_200, 11_520, 11_520, 5760,
        ],
        7: [
            14_290, 24_490, 17_490, 12_490, 8930, 8920, 8930, 4460,
        ],
        10: [
            10_000, 18_000, 14_400, 11_520, 9220, 7370, 6550, 6550, 6560, 6550, 3280,
        ],
        15: [
            5000, 9500, 8550, 7700, 6930, 6230, 5900, 5900, 5910, 5900, 5910, 5900, 5910, 5900,
            5910, 2950,
        ],
        20: [
            3750, 7219, 6677, 6177, 5713, 5285, 4888, 4522, 4462, 4461, 4462, 4461, 4462, 4461,
            4462, 4461, 4462, 4461, 4462, 4461, 2231,
        ],
    ]
}

extension MACRS: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "macrs", title: "MACRS depreciation", group: .depreciation,
            summary: "Depreciation by the tax tables of the United States, half-year convention.",
            inputs: [
                FunctionInput(
                    "property-class-years", "the property class", .choice(classes.map(String.init)),
                    unit: "years"),
                FunctionInput(
                    "cost", "what the asset cost", .exact, unit: "money",
                    .optional("percentages only")),
                FunctionInput(
                    "convention", "when in its first year property counts as placed in service",
                    .choice(["half-year"]), .optional("half-year")),
            ],
            results: [
                FunctionResult(
                    "percentages", "the share of the cost of each year", unit: "percent"),
                FunctionResult("depreciation", "the amount of each year", unit: "money"),
            ],
            formula:
                "cost × percentage, rounded to two decimals; the last year takes the remainder",
            source: "IRS Publication 946 (2023), appendix A, table A-1",
            examples: [
                FunctionExample(
                    "IRS Publication 946, table A-1, 5-year property",
                    ["property-class-years": "5", "cost": "12340.00"],
                    gives: [
                        "percentages": .exacts(
                            [20_000, 32_000, 19_200, 11_520, 11_520, 5760].map {
                                ExactDecimal($0, places: 3)
                            }),
                        "depreciation": .exacts(
                            [246_800, 394_880, 236_928, 142_157, 142_157, 71_078].map {
                                ExactDecimal($0, places: 2)
                            }),
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let years = Int(inputs.word("property-class-years", orElse: "")) ?? 0
        let amounts: FunctionFigure =
            inputs.has("cost")
            ? .exacts(try amounts(of: inputs.exact("cost"), class: years)) : .never
        return FunctionAnswer(
            ["percentages": .exacts(try percentages(ofClass: years)), "depreciation": amounts],
            conventions: ["half-year convention, table A-1"])
    }
}
