import OutlayProblems
import OutlayValues

/// The tax that writing off what other lines pay saves: a credit in each year of the write-off.
///
/// What is bought is written off from the year it serves on; a purchase on the last day of a year serves from
/// the next. Credits of the other lines are not written off, and years beyond the horizon are not counted.
/// At once, everything those lines pay in a year is taken off the profit of that year, and credits are added.
public struct TaxShieldModel: DerivedCostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// The lines whose purchases are written off.
    public let basis: LineSelection
    private let taxRate: Operand
    private let method: DepreciationMethod?
    private let years: Int
    private static let atOnce = "at-once"

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "tax-shield",
        title: "Tax shield of depreciation",
        selectingKey: "tax_shield_of",
        inputs: [
            .init(
                "tax_shield_of", "the lines whose purchases are written off", .lines,
                isRequired: true, label: "tax shield of"),
            .init(
                "tax_rate", "the share of a profit that is paid in tax", .share, isRequired: true,
                label: "tax rate"),
            .init(
                "write_off_years", "the years of the write-off; with macrs its property class",
                .count, label: "written off over"),
            .init(
                "depreciation",
                "straight-line (where not given), sum-of-years-digits, declining-balance "
                    + "(double, straight-line once that is more), macrs, or at-once in the year of "
                    + "the payment",
                .choice(DepreciationMethod.allCases.map(\.rawValue) + [atOnce])),
        ],
        isForCostsOnly: true,
        source: "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 6.2",
        examples: [
            CostModelExample(
                title: "30 000 written off evenly over three years at a tax of 25 %",
                inputs: CostModelInputs([
                    "tax_shield_of": .names(["servers"]),
                    "tax_rate": .operand(.constant(ExactDecimal(25, places: 2))),
                    "write_off_years": .operand(.constant(ExactDecimal(3))),
                ]),
                basis: [CostModelExample.purchase(30_000)],
                amounts: [
                    .zero, ExactDecimal(-2500), ExactDecimal(-2500), ExactDecimal(-2500),
                ])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when no line, no rate or no years are given; ``ProblemCode/unknownChoice`` for
    ///   years that macrs has no table of.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        basis = try LineSelection(inputs, lines: "tax_shield_of")
        taxRate = try inputs.required("tax_rate")
        let word = inputs.word("depreciation") ?? DepreciationMethod.straightLine.rawValue
        method = DepreciationMethod(rawValue: word)
        guard method != nil else {
            years = 1
            guard inputs.values["write_off_years"] == nil else {
                throw Problem(
                    .fieldsExclude, "`write_off_years` stands beside `depreciation: at-once`",
                    because: "what is written off at once has no years",
                    hint: "remove `write_off_years`, or name another way of writing off")
            }
            return
        }
        guard let years = inputs.constant("write_off_years")?.wholeValue, (1...600).contains(years)
        else {
            throw Problem(
                .missingField, "the line does not say over how many years",
                because: "a purchase is written off over whole years, 1 to 600",
                hint: "add `write_off_years: 5`, or `depreciation: at-once`")
        }
        self.years = years
        if method == .macrs { _ = try MACRS.percentages(ofClass: years) }
    }

    /// Returns the tax that is saved in each study year, as a credit when the year's money falls due.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(
        from payments: [Payment], in study: Study, window: Window
    ) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        var written = [ExactDecimal](repeating: .zero, count: horizon.years)
        let parts = try parts()
        for payment in payments where method == nil || payment.amount > .zero {
            guard method != nil else {
                try written[max(payment.column, 1) - 1] += payment.amount
                continue
            }
            let serves = payment.due.adding(days: 1)
            let first = serves <= horizon.start ? 1 : horizon.year(containing: serves)
            for (age, part) in parts.years.enumerated() where first + age <= horizon.years {
                try written[first + age - 1] += payment.amount.multiplied(
                    by: part, dividedBy: parts.whole)
            }
        }
        var credits: [Payment] = []
        for year in 1...horizon.years where !written[year - 1].isZero {
            let day = study.day(standingFor: year)
            let rate = try study.quantity(
                of: taxRate, "tax_rate", on: horizon.firstDay(ofYear: year), year: year, by: day)
            guard rate <= .one else {
                throw Problem(
                    .outOfRange, "the tax rate is \(rate)", because: "it is a fraction from 0 to 1",
                    hint: "write 0.25 for 25 %")
            }
            let saved = try written[year - 1].multiplied(by: rate).multiplied(by: ExactDecimal(12))
            let amounts = YearOfCharges(
                year: year, twelvefold: [saved.negated] + Array(repeating: .zero, count: 11),
                running: horizon.firstDay(
                    ofYear: year)...horizon.firstDay(ofYear: year + 1)
                    .adding(days: -1), study: study, charged: Array(repeating: true, count: 12))
            credits += try amounts.payments(every: .year, paid: nil).labelled(.taxShield)
        }
        return credits.filter { window.contains($0.due) }
    }

    /// Returns what is written off in each year of so much in all.
    private func parts() throws(Problem) -> (years: [ExactDecimal], whole: ExactDecimal) {
        switch method {
        case .straightLine:
            return (Array(repeating: .one, count: years), ExactDecimal(years))
        case .sumOfYearsDigits:
            return (
                (0..<years).map { ExactDecimal(years - $0) }, ExactDecimal(years * (years + 1) / 2)
            )
        case .decliningBalance:
            var parts: [ExactDecimal] = []
            var left = ExactDecimal.one
            for year in 0..<years {
                let declining = try left.multiplied(
                    by: ExactDecimal(2), dividedBy: ExactDecimal(years))
                let even = try left.divided(by: ExactDecimal(years - year))
                let part = min(max(declining, even), left)
                parts.append(part)
                left = try left - part
            }
            return (parts, .one)
        case nil: return ([.one], .one)
        case .macrs: return (try MACRS.percentages(ofClass: years), ExactDecimal(100))
        }
    }
}
