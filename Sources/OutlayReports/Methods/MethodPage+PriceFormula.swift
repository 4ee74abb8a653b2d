import OutlayDecisions
import OutlayProblems
import OutlayValues

extension MethodPage {
    /// Computes the example of a formula for price points.
    ///
    /// - Throws: A ``Problem`` where the formula cannot take its own example.
    package init(_ descriptor: PriceFormulaDescriptor) throws(Problem) {
        let example = descriptor.example
        let formula = try AllPriceFormulas.formula(
            named: descriptor.identifier, settings: example.settings)
        let bids = example.prices.enumerated().map { index, price in
            PriceBid(id: "bid \(index + 1)", price: price)
        }
        let points = try formula.points(for: bids, outOf: example.maximum)
        self.init(
            kind: .pricePoints, identifier: descriptor.identifier, title: descriptor.title,
            formula: descriptor.formula,
            inputs: [
                Input(
                    name: "price", meaning: "the price of each bid", unit: "one currency",
                    standard: nil, range: "above 0"),
                Input(
                    name: "maximum", meaning: "the most that a price can get", unit: "points",
                    standard: nil, range: "above 0"),
            ],
            whenToUse: descriptor.whenToUse, source: descriptor.source, origin: example.origin,
            example: [
                Self.parameters(of: descriptor), Self.points(points, of: bids, in: example),
            ])
        settings = descriptor.parameters.map { Input($0) }
        traps = descriptor.traps
        dependsOnOtherBids = descriptor.dependsOnOtherBids
    }

    private static func parameters(of descriptor: PriceFormulaDescriptor) -> Table {
        let example = descriptor.example
        return Table(
            caption: "Stated before the bids are opened",
            columns: [Column("Name"), .number("Value")],
            rows: [Row([.text("maximum"), .asStated(example.maximum)])]
                + descriptor.parameters.map { parameter in
                    let value: Cell =
                        switch parameter {
                        case .ceiling: example.settings.ceiling.map { .asStated($0) } ?? .empty
                        case .exponent(default: let standard):
                            .asStated(example.settings.exponent ?? standard)
                        case .thresholdShare(default: let standard):
                            .asStated(example.settings.thresholdShare ?? standard)
                        }
                    return Row([.text(parameter.name), value])
                })
    }

    private static func points(
        _ points: [Double], of bids: [PriceBid], in example: PriceExample
    ) -> Table {
        Table(
            caption: "Prices, and the points computed from them",
            columns: [Column("Bid"), .number("Price"), .number("Points"), .number("Stated")],
            rows: bids.indices.map { index in
                Row([
                    .text(bids[index].id), .asStated(bids[index].price),
                    .number(points[index], places: 4), .number(example.points[index], places: 4),
                ])
            })
    }
}

extension MethodPage.Input {
    /// Takes what a formula may be told.
    fileprivate init(_ parameter: PriceParameter) {
        switch parameter {
        case .ceiling:
            self.init(
                name: parameter.name, meaning: "the price that gets no points",
                unit: "the prices'", standard: nil, range: "above 0")
        case .exponent(default: let standard):
            self.init(
                parameter.name, "the power", standard: FigureText.plain(standard),
                "a number from 0.1 to 10")
        case .thresholdShare(default: let standard):
            self.init(
                parameter.name, "the share of the points at the mean discount",
                standard: FigureText.plain(standard), "a number from 0.5 to 1")
        }
    }
}
