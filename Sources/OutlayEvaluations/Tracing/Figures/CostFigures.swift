import OutlayEconomics
import OutlayProblems
import OutlayValues

/// Costs and benefits: in all, by category, by line and by year, undiscounted and as present values.
enum CostFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard result.evaluation.hasLines else { return [] }
        var figures: [Figure] = []
        for option in result.options {
            let frame = OptionFrame(result: result, option: option)
            for coverage in Coverage.allCases {
                for kind in CostSide.Kind.allCases {
                    let side = CostSide(frame: frame, kind: kind, coverage: coverage)
                    guard kind == .costs || !side.lines.isEmpty else { continue }
                    figures += totals(of: side) + categories(of: side)
                    for line in side.lines {
                        figures += LineFigures(side: side, line: line).figures()
                    }
                }
            }
            figures.append(sunk(frame))
        }
        return figures
    }

    // MARK: - In all

    private static func totals(of side: CostSide) -> [Figure] {
        let frame = side.frame
        let subject = "of \(frame.title)"
        let presentValue = Figure(
            side.presentValueName,
            side.kind == .costs
                ? "total cost of ownership \(subject)\(frame.coverageText(side.coverage))"
                : "present value of the \(side.noun), \(subject)"
        ) { caption throws(Problem) in
            let economics = frame.option.economics
            let value =
                side.kind == .costs
                ? economics.totalCostOfOwnership(side.coverage)
                : economics.benefitPresentValue(side.coverage)
            return caption.explained(
                .money(value, frame.currency), lines: side.lines, of: side, .presentValue)
        }
        let total = Figure(side.name(), "\(side.noun) \(subject), undiscounted") {
            caption throws(Problem) in
            let economics = frame.option.economics
            let amounts =
                side.kind == .costs
                ? try economics.costsByYear(side.coverage)
                : try economics.benefitsByYear(side.coverage)
            return caption.explained(
                .money(try amounts.sum(), frame.currency), lines: side.lines, of: side, .total)
        }
        let years = frame.years.columns.map { column in
            Figure(
                side.name(frame.years.word(column)),
                "\(side.noun) \(subject) \(frame.years.phrase(column))"
            ) { caption throws(Problem) in
                try sum(side.lines, of: side, in: column, caption)
            }
        }
        return [presentValue, total] + years
    }

    // MARK: - By category

    private static func categories(of side: CostSide) -> [Figure] {
        var categories: [String] = []
        for line in side.lines where !categories.contains(line.line.category) {
            categories.append(line.line.category)
        }
        return categories.flatMap { category -> [Figure] in
            let members = side.lines.filter { $0.line.category == category }
            // A category of one line of the same name is that line.
            if members.count == 1, members[0].line.id == category { return [] }
            let isTaken = side.lines.contains { $0.line.id == category }
            return figures(
                ofCategory: category, isTaken ? .stated("category:" + category) : .stated(category),
                members, side)
        }
    }

    /// Returns the present value of a category as a part, or nil where it has no line.
    static func part(ofCategory category: String, of side: CostSide) -> Explanation.Part? {
        let members = side.lines.filter { $0.line.category == category }
        guard !members.isEmpty else { return nil }
        let isTaken = side.lines.contains { $0.line.id == category }
        let isOwnLine = members.count == 1 && members[0].line.id == category
        let word = isTaken && !isOwnLine ? "category:" + category : category
        let value = members.reduce(0) {
            $0 + side.frame.option.economics.presentValue(of: $1, side.coverage)
        }
        return Explanation.Part(
            "\(category) of \(side.frame.option.option.id)", .money(value, side.frame.currency),
            side.name(.stated(word), "pv"))
    }

    private static func figures(
        ofCategory category: String, _ word: FigureName.Part, _ members: [ScheduledLine],
        _ side: CostSide
    ) -> [Figure] {
        let frame = side.frame
        let subject = "category \(category) of the \(side.noun) of \(frame.title)"
        let total = Figure(
            side.name(word), "\(subject), undiscounted", isPrinted: side.coverage == .all
        ) {
            caption throws(Problem) in
            let total = try members.map { (line) throws(Problem) in try line.total(side.coverage) }
            return caption.explained(
                .money(try total.sum(), frame.currency), lines: members, of: side, .total)
        }
        let presentValue = Figure(
            side.name(word, "pv"), "present value of \(subject)", isPrinted: side.coverage == .all
        ) {
            caption throws(Problem) in
            let value = members.reduce(0) {
                $0 + frame.option.economics.presentValue(of: $1, side.coverage)
            }
            return caption.explained(
                .money(value, frame.currency), lines: members, of: side, .presentValue)
        }
        let years = frame.years.columns.compactMap { column -> Figure? in
            guard members.contains(where: { !side.entries(of: $0, in: column).isEmpty }) else {
                return nil
            }
            return Figure(
                side.name(word, frame.years.word(column)),
                "\(subject) \(frame.years.phrase(column))", isPrinted: side.coverage == .all
            ) { caption throws(Problem) in
                try sum(members, of: side, in: column, caption)
            }
        }
        return [total, presentValue] + years
    }

    private static func sum(
        _ lines: [ScheduledLine], of side: CostSide, in column: Int, _ caption: Figure.Caption
    ) throws(Problem) -> Explanation {
        let word = side.frame.years.word(column)
        var parts: [Explanation.Part] = []
        var total = ExactDecimal.zero
        for line in lines {
            let entries = side.entries(of: line, in: column)
            guard !entries.isEmpty else { continue }
            let amount = try entries.map(\.cost).sum()
            try total += amount
            parts.append(
                Explanation.Part(
                    line.line.id, .money(amount, side.frame.currency),
                    side.name(.stated(line.line.id), word)))
        }
        return caption.explained(
            .money(total, side.frame.currency), formula: .sum(ofParts: parts.count), parts: parts,
            rule: parts.isEmpty ? "nothing falls due then" : nil)
    }

    // MARK: - Sunk

    private static func sunk(_ frame: OptionFrame) -> Figure {
        Figure(frame.name(.all, "sunk"), "costs of \(frame.title) already spent, never counted") {
            caption throws(Problem) in
            var parts: [Explanation.Part] = []
            for line in frame.option.economics.costs {
                let entries = line.entries.filter(\.isSunk)
                guard !entries.isEmpty else { continue }
                parts.append(
                    Explanation.Part(
                        line.line.id, .money(try entries.map(\.cost).sum(), frame.currency)))
            }
            return caption.explained(
                .money(try frame.option.economics.sunkCost(), frame.currency),
                formula: .sum(ofParts: parts.count), parts: parts,
                rule: parts.isEmpty ? "nothing is spent or due before the decision" : nil,
                notes: ["Sunk money is the same whatever is decided."])
        }
    }
}

extension Figure.Caption {
    /// What is added up of each line.
    fileprivate enum Summand {
        case total
        case presentValue
    }

    /// Returns the explanation of a sum over `lines`; those of which nothing counts are left out.
    fileprivate func explained(
        _ value: FigureValue, lines: [ScheduledLine], of side: CostSide, _ summand: Summand
    ) -> Explanation {
        let parts = lines.filter { !$0.counted(side.coverage).isEmpty }.compactMap {
            line -> Explanation.Part? in
            let id = line.line.id
            switch summand {
            case .total:
                return (try? line.total(side.coverage)).map {
                    Explanation.Part(
                        id, .money($0, side.frame.currency), side.name(.stated(id)))
                }
            case .presentValue:
                return Explanation.Part(
                    id,
                    .money(
                        side.frame.option.economics.presentValue(of: line, side.coverage),
                        side.frame.currency), side.name(.stated(id), "pv"))
            }
        }
        return explained(
            value, formula: .sum(ofParts: parts.count), parts: parts,
            rule: parts.isEmpty ? "none of its lines counts" : nil)
    }
}
