import Outlay

/// Points for prices, and who wins by price and quality together.
enum TenderFamily: Family {
    static let checks: [String: Check] = [
        "price_score.lowest_over_price": { try checkPoints($0, "lowest-over-price") },
        "price_score.linear_from_lowest": { try checkPoints($0, "linear-from-lowest") },
        "price_score.min_max": { try checkPoints($0, "min-max") },
        "price_score.benchmark_linear": { try checkPoints($0, "benchmark-linear") },
        "price_quality": { try checkAward($0) },
    ]

    private static func checkPoints(_ known: KnownCase, _ identifier: String) throws {
        let formula = try formula(identifier, known)
        let points = try formula.points(
            for: bids(known), outOf: known.input.required("points").exactNumber())
        try known.compare("points", .numbers(points))
    }

    private static func checkAward(_ known: KnownCase) throws {
        // Cases write the names with an underscore.
        let name = try known.params.required("price_formula").text()
        let identifier = String(name.map { $0 == "_" ? "-" : $0 })
        let formula: any PriceFormula
        do {
            formula = try Self.formula(identifier, known)
        } catch let problem as Problem where problem.code == .unknownName {
            throw CaseFault.unsupported(problem.summary)
        }
        let maximum = try known.params.required("price_points").exactNumber()
        let qualityPoints = try known.params.required("quality_points").number()
        let quality = try known.input.required("quality").numbers()
        let bids = try bids(known)
        guard quality.count == bids.count else {
            throw CaseFault.faulty("`quality` is not one number for each price")
        }
        let offers = zip(bids, quality).map {
            PriceQualityAward.Offer(
                id: $0.id, price: $0.price, qualityPoints: qualityPoints * $1 / 100)
        }
        let award = try PriceQualityAward(among: offers, by: formula, outOf: maximum)
        try known.compare("totals_all", .numbers(award.totals))
        try known.compare("winner_all", index(of: award.winners, among: offers))
        try checkWithoutThird(known, offers, award, formula, maximum)
    }

    private static func checkWithoutThird(
        _ known: KnownCase, _ offers: [PriceQualityAward.Offer], _ award: PriceQualityAward,
        _ formula: any PriceFormula, _ maximum: ExactDecimal
    ) throws {
        guard offers.count > 2 else { return }
        var rest = offers
        let third = rest.remove(at: 2)
        let without = try PriceQualityAward(among: rest, by: formula, outOf: maximum)
        try known.compare("totals_without_third", .numbers(without.totals))
        // Said of the whole tender where the third loses, and counted anew where it does not.
        let reversal = award.reversals.first { $0.withdrawn == third.id }
        let winners =
            award.winners.contains(third.id)
            ? without.winners : reversal?.winnersWithout ?? award.winners
        try known.compare("winner_without_third", index(of: winners, among: rest))
    }

    private static func formula(
        _ identifier: String, _ known: KnownCase
    ) throws -> any PriceFormula {
        var settings = PriceFormulaSettings()
        settings.ceiling = try known.params.given("ceiling")?.exactNumber()
        settings.exponent = try known.params.given("exponent")?.number()
        return try AllPriceFormulas.formula(named: identifier, settings: settings)
    }

    private static func bids(_ known: KnownCase) throws -> [PriceBid] {
        let prices = try known.input.required("prices").exactNumbers()
        return prices.enumerated().map { PriceBid(id: "\($0)", price: $1) }
    }

    /// The place of the one winner, or the places of several.
    private static func index(
        of winners: [String], among offers: [PriceQualityAward.Offer]
    ) -> Figure {
        let places = winners.compactMap { id in offers.firstIndex { $0.id == id } }
        return places.count == 1 ? .count(places[0]) : .counts(places)
    }
}
