import OutlayDecisions
import OutlayProblems
import OutlayValues

extension WeightSheet {
    /// The weights for people.
    public var report: Report {
        let hasGroups = lines.contains(where: \.isGroup)
        let hasRanges = lines.contains { $0.range != nil }
        var summary: [Block] = [.table(table(hasGroups: hasGroups, hasRanges: hasRanges))]
        if let comparison, let warning = comparison.warning {
            summary.append(
                .callout(
                    .warning,
                    RichText("Weights by \(comparison.title.lowercasedFirst): \(warning)")))
        }
        if lines.contains(where: { $0.range?.onePercent != nil }) {
            summary.append(
                .paragraph(
                    "One hundredth of the whole weight is worth what the last column says: would you give "
                        + "that much of one criterion for that much of another?"))
        }
        summary.append(.list(levels.flatMap(\.texts).map { RichText($0) }))
        if !options.isEmpty {
            summary.append(
                .paragraph(
                    RichText("For `outlay rank`: ")
                        + .code(options.map { "--weight \($0)" }.joined(separator: " "))))
        }
        if let document {
            summary.append(.paragraph(RichText("For an Evaluation: ") + .code(document)))
        }
        return Report(title: title, subtitle: subtitle, summary: summary)
    }

    private func table(hasGroups: Bool, hasRanges: Bool) -> Table {
        var columns = [Column("Criterion", widthHint: 36), .number("Weight")]
        if hasGroups { columns.append(.number("Of all")) }
        if let comparison { columns.append(.number("By \(comparison.identifier)")) }
        if hasRanges { columns += [Column("Worst to best"), .number("1 % is worth")] }
        return Table(
            columns: columns,
            rows: lines.map { line in
                let indent = String(repeating: "\u{A0}", count: 2 * line.depth)
                var cells: [Cell] = [
                    .text(indent + line.title), .percentage(line.share, places: 1),
                ]
                if hasGroups { cells.append(.percentage(line.weight, places: 1)) }
                if comparison != nil {
                    cells.append(line.compared.map { .percentage($0, places: 1) } ?? .text(""))
                }
                if hasRanges { cells += line.rangeCells }
                return Row(cells, style: line.isGroup ? .header : .normal)
            },
            note: lines.contains { $0.range?.isFromData == true }
                ? "* the options' own ends: another option changes them" : nil)
    }
}

extension WeightSheet.Line {
    fileprivate var rangeCells: [Cell] {
        guard let range else { return [.text(""), .text("")] }
        let unit = range.unit.isEmpty ? "" : FigureText.narrowSpace + range.unit
        let ends = "\(range.worst) → \(range.best)\(unit)\(range.isFromData ? " *" : "")"
        guard let worth = range.onePercent else { return [.text(ends), .empty] }
        return [
            .text(ends),
            .number(
                shown: Self.shown(worth) + unit, data: FigureText.data(worth, places: 6)),
        ]
    }

    /// Three leading digits are enough to judge by.
    private static func shown(_ worth: Double) -> String {
        let places = worth >= 100 ? 0 : worth >= 10 ? 1 : worth >= 1 ? 2 : worth >= 0.01 ? 3 : 6
        let text = (try? ExactDecimal(nearest: worth, places: places))?.places ?? places
        return FigureText.shown(worth, places: text)
    }
}

extension WeightSheet.Level {
    /// How the weights came about, one phrase each.
    fileprivate var texts: [String] {
        guard let method else { return ["\(place): stated in the document"] }
        var texts = ["\(place): \(method.title) (`\(method.identifier)`)"]
        texts += consistency?.texts ?? []
        if let warning = method.warning { texts.append("From data: \(warning)") }
        return texts + remarks.map(\.capitalizedFirst)
    }
}

extension WeightConsistency {
    /// How well the comparisons agree, one phrase each.
    var texts: [String] {
        switch self {
        case .pairwise(let consistency): Self.texts(consistency)
        case .bestWorst(let consistency):
            [
                "Consistency: ξ \(FigureText.shown(consistency.deviation, places: 4)), "
                    + "ratio \(FigureText.shown(consistency.ratio, places: 3)); "
                    + "0 where all comparisons agree"
            ]
        }
    }

    private static func texts(_ consistency: PairwiseConsistency) -> [String] {
        var texts: [String] = []
        if let value = consistency.principalEigenvalue, let index = consistency.index {
            let ratio = consistency.ratio.map { FigureText.shown($0, places: 3) } ?? "unknown"
            texts.append(
                "Consistency: λmax \(FigureText.shown(value, places: 3)), CI "
                    + "\(FigureText.shown(index, places: 3)), CR \(ratio) "
                    + "(random index of \(PairwiseConsistency.randomIndexTable)); at most 0.10 "
                    + "is acceptable")
        }
        let worst = consistency.worst.map { deviation in
            "\(deviation.stated.of) over \(deviation.stated.over) is "
                + "\(FigureText.shown(deviation.stated.ratio, places: 2)), by the weights "
                + FigureText.shown(deviation.implied, places: 2)
        }
        if !worst.isEmpty { texts.append("Furthest off: " + worst.joined(separator: "; ")) }
        return texts
    }
}

extension String {
    /// The title inside a sentence; one in capitals stays as it is.
    fileprivate var lowercasedFirst: String {
        dropFirst().first.map { $0.isUppercase } ?? true
            ? self : prefix(1).lowercased() + dropFirst()
    }
}
