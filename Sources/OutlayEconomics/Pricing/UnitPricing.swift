import OutlayProblems
import OutlayValues

/// How a model prices the units of one price period: each alike, by tiers, or by whole packages.
struct UnitPricing: Sendable {
    private let rule: Rule

    private enum Rule: Sendable {
        case each(Operand)
        case tiers(TierTable, TierPricing)
        case packages(size: Operand, price: Operand)
    }

    static let unitCost = CostModelInputDescriptor(
        "unit_cost", "money for each; any number of decimals", .operand(isMoney: false),
        label: "unit price")
    static let packageSize = CostModelInputDescriptor(
        "package_size", "how many units are sold together; a package begun is paid in full",
        .operand(isMoney: false), label: "package size", isProportional: false)
    static let tiers: [CostModelInputDescriptor] = [
        .init("tiers", "prices by quantity: {up_to, unit_cost}, ascending", .tiers),
        .init(
            "pricing",
            "graduated: each slice at its price (where not given), or volume: all at the last",
            .choice(TierPricing.allCases.map(\.rawValue))),
    ]

    init(_ inputs: CostModelInputs) throws(Problem) {
        let unitCost = inputs.operand("unit_cost")
        switch (inputs.tiers("tiers"), inputs.operand("package_size")) {
        case (let tiers?, nil):
            guard unitCost == nil else { throw Self.twoPrices("unit_cost", "tiers") }
            let pricing = inputs.word("pricing").flatMap(TierPricing.init(rawValue:))
            rule = .tiers(try TierTable(tiers), pricing ?? .graduated)
        case (.some, .some):
            throw Self.twoPrices("package_size", "tiers")
        case (nil, let size):
            guard let unitCost else {
                throw Problem(
                    .missingField, "the line has no price",
                    because: "what its units cost follows from `unit_cost` or `tiers`",
                    hint: "add `unit_cost:`, or `tiers:` with a price for each step")
            }
            if inputs.word("pricing") != nil { throw Self.twoPrices("pricing", "unit_cost") }
            rule = size.map { .packages(size: $0, price: unitCost) } ?? .each(unitCost)
        }
    }

    private static func twoPrices(_ one: String, _ other: String) -> Problem {
        Problem(
            .fieldsExclude, "`\(one)` stands beside `\(other)`",
            because: "units are priced in one way", hint: "remove one of the two")
    }

    /// Returns what `quantity` units cost in `month`.
    func price(
        of quantity: ExactDecimal, in study: Study, in month: Recurrence.Month
    ) throws(Problem) -> ExactDecimal {
        switch rule {
        case .tiers(let table, let pricing): return try table.price(of: quantity, by: pricing)
        case .each(let operand):
            let price = try study.quantity(of: operand, "unit_cost", in: month)
            return try quantity.multiplied(by: price)
        case .packages(let size, let operand):
            let price = try study.quantity(of: operand, "unit_cost", in: month)
            let units = try study.quantity(of: size, "package_size", in: month)
            return try PackagePrice(size: units, price: price).price(of: quantity)
        }
    }
}
