import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The shapes of cost and benefit lines: what every line has, and what the cost models take.
enum LineShape {
    /// One cost of an option.
    static let cost = ObjectShape(
        "cost", "One cost of an option.",
        common + modelFields(of: AllModels.descriptors, except: ["realisation"]) + [
            Field(
                "vendor", .text(), "Who is paid; none for an inside cost.",
                standard: "the option's vendor"),
            Field(
                "optional", .choice(CostLine.OptionalPurchase.allCases.map(\.rawValue)),
                "That the contract lets the buyer call for it later: planned (in the total cost and "
                    + "the contract value), or unplanned (in the contract value alone)."),
            Field("capex", .yesNo, "Whether it is capital expenditure.", standard: "false"),
            Field(
                "service_months", .integer(1...600),
                "The months that a single payment serves, for the expense view of `outlay cashflow`."
            ),
        ])

    /// One benefit of an option.
    static let benefit = ObjectShape(
        "benefit", "One benefit of an option.",
        common
            + modelFields(
                of: AllModels.descriptors.filter { !$0.isForCostsOnly }, except: ["unit_cost"]) + [
                Field("unit_value", operand(money: false), "What one of the quantity is worth."),
                Field(
                    "cashable", .yesNo,
                    "Whether money comes in or is not spent; false for time and comfort."),
                Field(
                    "cuts", .text(),
                    "The budget line that is lowered by it, for a cashable saving.",
                    example: "CC-120"),
            ])

    private static let common: [Field] = [
        Field("id", .identifier, "The identifier, unique in its option.", required: true),
        Field("title", .text(), "What readers see.", standard: "the identifier"),
        Field(
            "category", .text(), "What kind it is, such as subscription; lines add up by it.",
            required: true),
        Field("unit", .text(), "What the quantity counts."),
        Field("currency", .currency, "The currency of the price.", standard: "the document's"),
        Field("price_date", .date, "The day of the price, for escalation from base-date."),
        Field(
            "price_base", .choice(["nominal", "real"]),
            "Whether its prices carry inflation; nominal ones need the document's `inflation`.",
            standard: "the document's"),
        Field("from", .text(), "A catalogue row instead of the option's."),
        Field("tax", .object(StudyShape.tax), "Where it differs from the document's tax."),
        Field("range", .object(RangeShape.ofLine), "How far it may be off."),
        Field(
            "funded", .choice(["budget", "payroll"]),
            "Who bears it; required for labour: budget, or payroll (staff already employed)."),
        Field(
            "released",
            .object(
                ObjectShape(
                    "release", "The cut of a budget that turns saved staff time into money.",
                    [
                        Field("budget", .text(), "The budget that is cut.", required: true),
                        Field("from", .date, "The first day of the cut.", required: true),
                    ])), "The budget that gives saved payroll back."),
        Field("sunk", .yesNo, "Whether it is spent whatever is decided.", standard: "false"),
        Field("source", .identifier, "Where it comes from."),
        Field("owner", .text(), "Who answers for it."),
        Field("note", .text(), "What else readers should know."),
    ]

    /// One field for each input that any of the models declares.
    private static func modelFields(
        of models: [CostModelDescriptor], except hidden: [String]
    ) -> [Field] {
        var names = Set(hidden)
        return models.flatMap(\.inputs)
            .filter { names.insert($0.name).inserted }.map(field)
    }

    private static func field(for input: CostModelInputDescriptor) -> Field {
        let shape = shape(of: input.kind)
        let sentence = input.summary.prefix(1).uppercased() + input.summary.dropFirst() + "."
        return Field(input.name, shape, sentence)
    }

    private static func shape(of kind: CostModelInputDescriptor.Kind) -> Shape {
        switch kind {
        case .operand(let isMoney): operand(money: isMoney)
        case .share: .either([NumberShape.fraction, .identifier])
        case .pricePeriod: .choice(PricePeriod.allCases.map(\.rawValue))
        case .chargePeriod: .choice(["month", "quarter", "year"])
        case .moment: .either([.choice(["start", "end"]), .date])
        case .date: .date
        case .factors: .list(of: NumberShape.notNegative, count: 1...100)
        case .escalation:
            .either([
                NumberShape.escalation,
                .list(of: NumberShape.escalation, count: 1...100), .object(escalation),
            ])
        case .tiers: .list(of: .object(tier), count: 1...1000)
        case .schedule:
            .either([
                .list(of: .number(NumberRule(.money)), count: 1...50),
                .map(keys: .yearOrDate, values: .number(NumberRule(.money))),
            ])
        case .lines: .list(of: .identifier, count: 1...1000)
        case .categories: .list(of: .text(), count: 1...1000)
        case .rate: NumberShape.growth
        case .count: .integer(1...600)
        case .flag: .yesNo
        case .choice(let words): .choice(words)
        case .instalments:
            .either([
                .choice(["advance", "arrears", "monthly", "quarterly"]),
                .object(
                    ObjectShape(
                        "payment dates", "The days that charges are paid on.",
                        [
                            Field(
                                "dates", .list(of: .date, count: 1...1000), "The days.",
                                required: true)
                        ])),
            ])
        }
    }

    private static let escalation = ObjectShape(
        "escalation", "Growth with its beginning.",
        groups: [.exactlyOne(["rate", "rates", "index"])],
        [
            Field("rate", NumberShape.escalation, "Growth per year as a fraction."),
            Field(
                "rates", .list(of: NumberShape.escalation, count: 1...100),
                "Growth from year to year; the last one holds."),
            Field("index", .text(), "The index it follows: one of `indices`, or us-cpi-u."),
            Field("plus", NumberShape.growth, "What is added to the index's growth."),
            Field("floor", NumberShape.growth, "The least growth of a year."),
            Field("cap", NumberShape.growth, "The most growth of a year."),
            Field(
                "from", .choice(["base-date", "year-1", "year-2"]), "When growth sets in.",
                standard: "year-2"),
        ])

    private static let tier = ObjectShape(
        "tier", "What a unit costs up to a quantity.",
        [
            Field("up_to", NumberShape.notNegative, "The last quantity at this price."),
            Field(
                "unit_cost", .number(NumberRule(.quantity, minimum: .including(.zero))),
                "The price of one unit.", required: true),
        ])

    private static func operand(money: Bool) -> Shape {
        .either([
            .number(NumberRule(money ? .money : .quantity, minimum: .including(.zero))),
            .identifier,
            .object(
                ObjectShape(
                    "column reference", "A number of a catalogue row.",
                    [
                        Field("column", .text(), "The catalogue's column.", required: true),
                        Field("from", .text(), "A catalogue row instead of the line's."),
                    ])),
        ])
    }
}
