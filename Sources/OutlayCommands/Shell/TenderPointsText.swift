import Outlay

extension TenderPoints {
    /// The answer for people: a table over all formulas, then each with its traps.
    var report: Report {
        var summary: [Block] = [
            .table(table("Points for the price", { $0.award.pricePoints }, winners: false))
        ]
        if hasQuality {
            summary.append(
                .table(table("Points together with quality", { $0.award.totals }, winners: true)))
        }
        if !leftOut.isEmpty {
            let names = leftOut.map { "`\($0)`" }.list("and")
            summary.append(.paragraph(RichText("Left out without --ceiling: \(names).")))
        }
        return Report(
            title: "Points for prices",
            subtitle: "at most \(maximum) points; \(offers.count) "
                + (offers.count == 1 ? "bid" : "bids"),
            summary: summary, sections: entries.map { section(on: $0.descriptor) })
    }

    private func table(
        _ caption: String, _ figures: (Entry) -> [Double], winners: Bool
    ) -> Table {
        Table(
            caption: caption,
            columns: [Column("Formula", widthHint: 28)] + offers.map { .number($0.id) }
                + (winners ? [Column("First")] : []),
            rows: (winners ? [] : [priceRow])
                + entries.map { entry in
                    Row(
                        [.text(entry.descriptor.identifier)]
                            + figures(entry).map { .number($0, places: 2) }
                            + (winners ? [.text(entry.award.winners.joined(separator: ", "))] : []))
                })
    }

    private var priceRow: Row {
        Row(
            [.text("price", tone: .quiet)]
                + offers.map {
                    .number(
                        shown: FigureText.shown($0.price, places: $0.price.places),
                        data: $0.price.description)
                })
    }

    private func section(on descriptor: PriceFormulaDescriptor) -> ReportSection {
        ReportSection(
            id: descriptor.identifier, title: descriptor.title,
            blocks: [
                .facts([
                    Fact("Formula", RichText(descriptor.formula)),
                    Fact(
                        "Other bids",
                        descriptor.dependsOnOtherBids
                            ? "a bid's points hang on them" : "a bid's points do not hang on them"),
                    Fact(
                        "Source",
                        RichText(
                            "\(descriptor.source.author), \(descriptor.source.title), "
                                + "\(descriptor.source.year)")),
                ]),
                .list(descriptor.traps.map { RichText($0) }),
            ])
    }

    /// The answer for programs.
    var json: JSONValue {
        [
            "maximum": .string(maximum.description),
            "left_out": .strings(leftOut),
            "formulas": .array(entries.map(json)),
        ]
    }

    private func json(of entry: Entry) -> JSONValue {
        let (descriptor, award) = (entry.descriptor, entry.award)
        let rows = offers.indices.map { index -> JSONValue in
            [
                "bid": .string(offers[index].id),
                "price": .string(offers[index].price.description),
                "points": ResultJSON.value(award.pricePoints[index]),
                "quality": hasQuality ? ResultJSON.value(offers[index].qualityPoints) : .null,
                "total": hasQuality ? ResultJSON.value(award.totals[index]) : .null,
                "rank": hasQuality ? .integer(award.ranks[index]) : .null,
            ]
        }
        return [
            "name": .string(descriptor.identifier), "title": .string(descriptor.title),
            "formula": .string(descriptor.formula),
            "depends_on_other_bids": .bool(descriptor.dependsOnOtherBids),
            "traps": .strings(descriptor.traps),
            "bids": .array(rows),
            "winners": hasQuality ? .strings(award.winners) : .null,
            "reversals": hasQuality
                ? .array(
                    award.reversals.map {
                        [
                            "withdrawn": .string($0.withdrawn),
                            "winners": .strings($0.winners),
                            "winners_without": .strings($0.winnersWithout),
                        ]
                    }) : .null,
        ]
    }
}

extension TenderPointsCommand {
    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "tender points", "What bids get for their prices.",
        [
            Field(
                "maximum", EvaluationResultShape.decimal, "The most points for a price.",
                required: true),
            Field(
                "left_out", .list(of: .identifier),
                "The formulas that need a ceiling, where none is given.", required: true),
            Field(
                "formulas", .list(of: .object(formulaShape)), "The points by each formula.",
                required: true),
        ])

    private static let formulaShape = ObjectShape(
        "price formula", "A formula with the points it gives.",
        [
            Field("name", .identifier, "Its identifier.", required: true),
            Field("title", .text(), "What readers see.", required: true),
            Field("formula", .text(), "The formula in plain text.", required: true),
            Field(
                "depends_on_other_bids", .yesNo,
                "Whether a bid's points hang on the other bids.", required: true),
            Field("traps", .list(of: .text()), "What can go wrong.", required: true),
            Field("bids", .list(of: .object(bidShape)), "The bids as given.", required: true),
            Field("winners", .list(of: .text()), "The bids with the highest total."),
            Field(
                "reversals", .list(of: .object(reversalShape)),
                "The losing bids that decide who wins."),
        ])

    private static let bidShape = ObjectShape(
        "bid", "One bid.",
        [
            Field("bid", .text(), "Its name.", required: true),
            Field("price", EvaluationResultShape.decimal, "Its price.", required: true),
            Field("points", EvaluationResultShape.decimal, "Its points.", required: true),
            Field("quality", EvaluationResultShape.decimal, "Its points for all else."),
            Field("total", EvaluationResultShape.decimal, "Both together."),
            Field("rank", .integer(1...Int.max), "Its rank by the total."),
        ])

    private static let reversalShape = ObjectShape(
        "reversal", "A losing bid that decides who wins.",
        [
            Field("withdrawn", .text(), "The losing bid.", required: true),
            Field("winners", .list(of: .text()), "Who wins with it.", required: true),
            Field("winners_without", .list(of: .text()), "Who wins without it.", required: true),
        ])
}

extension PriceFormulaSettings {
    /// Returns the settings that the formula takes, without the others.
    func taken(by descriptor: PriceFormulaDescriptor) -> PriceFormulaSettings {
        let names = descriptor.parameters.map(\.name)
        var copy = self
        if !names.contains("ceiling") { copy.ceiling = nil }
        if !names.contains("exponent") { copy.exponent = nil }
        if !names.contains("threshold_share") { copy.thresholdShare = nil }
        return copy
    }
}
