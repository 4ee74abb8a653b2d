import ArgumentParser
import Outlay

/// `outlay tender points`: what bids get for their price, by one formula or by all.
struct TenderPointsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "points",
        abstract: "Give bids points for their prices, by one formula or by all, with their traps.",
        discussion: """
            outlay tender points --points 40 --formula min-max A=82000 B=90500 C=164000

            With --quality the totals say who wins, and which losing bid decides it. Without --formula every \
            formula is tried; those that need a ceiling only where --ceiling gives one.
            """)

    @Argument(help: ArgumentHelp("The bids' prices.", valueName: "bid=price"))
    var bids: [String]

    @Option(help: "The most points that a price can get.")
    var points: String

    @Option(help: "The formula; every one where not given.")
    var formula: String?

    @Option(help: "The price that is stated before bids are opened, for formulas that take one.")
    var ceiling: String?

    @Option(help: "The power, 0.1 to 10, for formulas that take one.")
    var exponent: String?

    @Option(help: "The share of the points at the mean discount, 0.5 to 1.")
    var thresholdShare: String?

    @Option(
        help: ArgumentHelp(
            "A bid's points for everything but its price; repeatable, for every bid or none.",
            valueName: "bid=points"))
    var quality: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "tender-points") { _ in
            let tender = try TenderPoints(self)
            return Answer(
                schema: "tender-points", report: tender.report, result: tender.json,
                findings: tender.findings)
        }
    }
}

/// The awards by each formula that was asked for.
struct TenderPoints {
    /// One formula with what it gives.
    struct Entry {
        /// What readers see of the formula.
        let descriptor: PriceFormulaDescriptor
        /// The points, and the totals where quality is given.
        let award: PriceQualityAward
    }

    /// The formulas, in the order of their list.
    private(set) var entries: [Entry] = []
    /// The formulas that were left out because nothing gives a ceiling.
    private(set) var leftOut: [String] = []
    /// The bids as given.
    let offers: [PriceQualityAward.Offer]
    /// The most points that a price can get.
    let maximum: ExactDecimal
    /// Whether every bid has points for its quality.
    let hasQuality: Bool

    /// Reads the command line and asks each formula.
    ///
    /// - Throws: A ``Problem`` that names the option, the bid or the formula.
    init(_ command: TenderPointsCommand) throws(Problem) {
        maximum = try Self.number(command.points, "--points")
        let quality = try Self.pairs(command.quality, "--quality")
        var offers: [PriceQualityAward.Offer] = []
        for (id, price) in try Self.pairs(command.bids, "bid=price") {
            offers.append(
                PriceQualityAward.Offer(
                    id: id, price: price,
                    qualityPoints: quality.first { $0.id == id }?.number.doubleValue ?? 0))
        }
        self.offers = offers
        hasQuality = !quality.isEmpty
        try Self.check(quality.map(\.id), against: offers.map(\.id))
        var settings = PriceFormulaSettings()
        settings.ceiling = try command.ceiling.map { text throws(Problem) in
            try Self.number(text, "--ceiling")
        }
        settings.exponent = try command.exponent.map { text throws(Problem) in
            try Self.number(text, "--exponent").doubleValue
        }
        settings.thresholdShare = try command.thresholdShare.map { text throws(Problem) in
            try Self.number(text, "--threshold-share").doubleValue
        }
        if let name = command.formula {
            let formula = try AllPriceFormulas.formula(named: name, settings: settings)
            try add(formula)
        } else {
            guard settings.thresholdShare == nil || settings.ceiling != nil else {
                throw Problem(
                    .usage, "no formula takes `--threshold-share` without a ceiling",
                    at: .argument("--threshold-share"),
                    because: "it is a share at the mean discount on the ceiling",
                    hint: "add `--ceiling`")
            }
            try addAll(settings)
        }
    }

    private mutating func addAll(_ settings: PriceFormulaSettings) throws(Problem) {
        for descriptor in AllPriceFormulas.descriptors {
            if descriptor.parameters.contains(.ceiling), settings.ceiling == nil {
                leftOut.append(descriptor.identifier)
                continue
            }
            try add(
                AllPriceFormulas.formula(
                    named: descriptor.identifier, settings: settings.taken(by: descriptor)))
        }
    }

    private mutating func add(_ formula: any PriceFormula) throws(Problem) {
        entries.append(
            Entry(
                descriptor: type(of: formula).descriptor,
                award: try PriceQualityAward(among: offers, by: formula, outOf: maximum)))
    }

    /// What a reader must know: the losing bids that decide who wins.
    var findings: [Problem] {
        guard hasQuality else { return [] }
        return entries.flatMap { entry in
            entry.award.reversals.map { reversal in
                Problem(
                    .losingBidDecides,
                    "by `\(entry.descriptor.identifier)` the losing \(Problem.quoted(reversal.withdrawn)) "
                        + "decides who wins",
                    because: "with it \(Self.winners(reversal.winners)), without it "
                        + Self.winners(reversal.winnersWithout),
                    hint:
                        "state a formula that does not look at other bids, such as `benchmark-linear`"
                )
            }
        }
    }

    private static func winners(_ ids: [String]) -> String {
        ids.map { Problem.quoted($0) }.list("and") + (ids.count == 1 ? " wins" : " win")
    }

    private static func check(_ rated: [String], against bids: [String]) throws(Problem) {
        guard !rated.isEmpty else { return }
        for id in rated where !bids.contains(id) {
            throw Problem(
                .unknownReference, "there is no bid \(Problem.quoted(id))",
                at: .argument("--quality"), because: "the bids are \(bids.joined(separator: ", "))",
                hint: Suggestion.hint(for: id, among: bids))
        }
        if let id = bids.first(where: { !rated.contains($0) }) {
            throw Problem(
                .missingField, "\(Problem.quoted(id)) has no quality points",
                at: .argument("--quality"), because: "every bid has them, or none",
                hint: "add `--quality \(id)=…`")
        }
    }

    private static func pairs(
        _ texts: [String], _ argument: String
    ) throws(Problem) -> [(id: String, number: ExactDecimal)] {
        var pairs: [(id: String, number: ExactDecimal)] = []
        for text in texts {
            guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
                throw Problem(
                    .usage, "\(Problem.quoted(text)) names no bid and number",
                    at: .argument(argument), because: "a bid's name, `=` and a number belong here",
                    hint: "write it such as `A=82000`")
            }
            let id = String(text[..<sign])
            guard !pairs.contains(where: { $0.id == id }) else {
                throw Problem(
                    .duplicateIdentifier, "\(Problem.quoted(id)) is given twice",
                    at: .argument(argument), because: "each bid is given once")
            }
            pairs.append((id, try number(String(text[text.index(after: sign)...]), argument)))
        }
        return pairs
    }

    private static func number(_ text: String, _ argument: String) throws(Problem) -> ExactDecimal {
        do {
            return try ExactDecimal(parsing: text)
        } catch {
            throw error.located(at: .argument(argument))
        }
    }
}
