import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The figures of one cost or benefit line: its total, its years, its payments, and what it states.
struct LineFigures: Sendable {
    let side: CostSide
    let line: ScheduledLine

    var frame: OptionFrame { side.frame }

    /// Returns the figures, from the total down.
    func figures() -> [Figure] {
        var figures = [total, presentValue]
        for column in side.columns(of: line) {
            figures += self.figures(in: column)
        }
        if side.coverage == .all { figures += LineInputFigures(side: side, line: line).figures() }
        return figures
    }

    private var id: FigureName.Part { .stated(line.line.id) }
    private var subject: String {
        let title = line.line.title == line.line.id ? line.line.id : "\(line.line.title)"
        return "\(title) of \(frame.title)" + frame.coverageText(side.coverage)
    }

    /// Where the line stands, and its source.
    private var origins: [Explanation.Origin] {
        Evaluation.origins(at: line.line.place)
            + frame.evaluation.origins(ofSource: line.line.source)
    }

    // MARK: - In all

    private var total: Figure {
        Figure(side.name(id), "\(subject), undiscounted") { caption throws(Problem) in
            let parts = try side.columns(of: line).map { (column) throws(Problem) in
                try part(of: column)
            }
            return caption.explained(
                .money(try line.total(side.coverage), frame.currency),
                formula: .sum(ofParts: parts.count), parts: parts,
                rule: parts.isEmpty ? side.absence(of: line) : nil, origins: origins,
                notes: notes)
        }
    }

    private var presentValue: Figure {
        Figure(side.name(id, "pv"), "present value of \(subject)") { caption throws(Problem) in
            let parts = side.columns(of: line).map { column in
                Explanation.Part(
                    frame.years.phrase(column),
                    .money(
                        discounted(side.entries(of: line, in: column)), frame.currency),
                    side.name(id, frame.years.word(column), "pv"))
            }
            return caption.explained(
                .money(
                    frame.option.economics.presentValue(of: line, side.coverage), frame.currency),
                formula: .sum(ofParts: parts.count), parts: parts,
                rule: parts.isEmpty ? side.absence(of: line) : nil, origins: origins)
        }
    }

    private func part(
        of column: Int, called label: String? = nil
    ) throws(Problem) -> Explanation.Part {
        Explanation.Part(
            label ?? frame.years.phrase(column),
            .money(try side.entries(of: line, in: column).map(\.cost).sum(), frame.currency),
            side.name(id, frame.years.word(column)))
    }

    private func discounted(_ entries: [ScheduledLine.Entry]) -> Double {
        entries.reduce(0) {
            $0 + frame.study.rate.presentValue(of: $1.cost, years: $1.payment.years)
        }
    }

    /// The kind of line, its terms and what it counts as, in words.
    private var notes: [String] {
        let style = NumberText(separator: "\u{202F}")
        let model = type(of: line.line.model).descriptor
        let terms = line.line.model.terms(style).map { "\($0.label) \($0.text)" }
        let id = line.line.id
        var notes = ["\(id): \(model.title.lowercased()), \(terms.joined(separator: ", "))."]
        if line.line.isCapital { notes.append("\(id) is capital expenditure.") }
        if case .payroll(let release) = line.line.funding {
            notes.append(
                release.map { "\(id) is payroll, released to \($0.budget) from \($0.from)." }
                    ?? "\(id) is payroll: staff already employed, no new money.")
        }
        if let range = line.line.range {
            notes.append(
                "\(id) may be off, \(range.subject.rawValue.replacing("_", with: " ")) "
                    + "\(style.text(of: range.low)) to \(style.text(of: range.high)).")
        }
        return notes
    }

    // MARK: - By year

    private func figures(in column: Int) -> [Figure] {
        let entries = side.entries(of: line, in: column)
        let word = frame.years.word(column)
        let subject = "\(subject) \(frame.years.phrase(column))"
        let amount = Figure(side.name(id, word), subject, isPrinted: side.coverage == .all) {
            caption throws(Problem) in
            try self.amount(of: entries, in: column, caption)
        }
        let isOnePayment = Set(entries.map(\.payment.years)).count == 1
        let discounted = Figure(
            side.name(id, word, "pv"), "present value of \(subject)", isPrinted: false
        ) { caption throws(Problem) in
            isOnePayment
                ? try presentValue(of: entries, part(of: column, called: "amount"), caption)
                : payments(entries, word, caption)
        }
        var figures = [amount, discounted]
        guard !isOnePayment else { return figures }
        for (index, entry) in entries.enumerated() {
            let payment = FigureName.Part.word("p\(index + 1)")
            let due = "payment of \(subject), due \(entry.payment.due)"
            let name = side.name(id, word, payment)
            figures.append(
                Figure(name, due, isPrinted: false) { caption throws(Problem) in
                    let share = try part(of: column)
                    return caption.explained(
                        .money(entry.cost, frame.currency), parts: [share],
                        rule: "one of \(entries.count) payments of the year")
                })
            figures.append(
                Figure(
                    name.appending("pv"), "present value of the \(due)", isPrinted: false
                ) { caption throws(Problem) in
                    try presentValue(
                        of: [entry],
                        Explanation.Part(
                            "payment", .money(entry.cost, frame.currency), name), caption)
                })
        }
        return figures
    }

    private func payments(
        _ entries: [ScheduledLine.Entry], _ year: FigureName.Part, _ caption: Figure.Caption
    ) -> Explanation {
        let parts = entries.enumerated().map { index, entry in
            Explanation.Part(
                "\(entry.payment.due)", .money(discounted([entry]), frame.currency),
                side.name(id, year, .word("p\(index + 1)"), "pv"))
        }
        return caption.explained(
            .money(discounted(entries), frame.currency), formula: .sum(ofParts: parts.count),
            parts: parts)
    }

    private func presentValue(
        of entries: [ScheduledLine.Entry], _ amount: Explanation.Part, _ caption: Figure.Caption
    ) throws(Problem) -> Explanation {
        let years = entries.first?.payment.years ?? 0
        let due = entries.first?.payment.due
        return caption.explained(
            .money(discounted(entries), frame.currency),
            formula: .discounted(.part(0), rate: .part(1), years: .part(2)),
            parts: [
                amount, frame.ratePart,
                Explanation.Part("years", FigureValue(Self.number(years), .years)),
            ], rule: due.map { "due \($0)" },
            notes: ["Years count from time 0, \(frame.study.horizon.start)."])
    }

    /// Whole years as they are, so that a formula is as short as the thing it says.
    private static func number(_ years: Double) -> FigureNumber {
        years == years.rounded() && years.magnitude < 1000
            ? .exact(ExactDecimal(Int(years))) : .real(years)
    }

    private func amount(
        of entries: [ScheduledLine.Entry], in column: Int, _ caption: Figure.Caption
    ) throws(Problem) -> Explanation {
        let value = FigureValue.money(try entries.map(\.cost).sum(), frame.currency)
        if side.coverage == .cash, entries == side.whole.entries(of: line, in: column) {
            return caption.explained(
                value, formula: .part(0),
                parts: [
                    Explanation.Part(
                        "all of it", value, side.whole.name(id, frame.years.word(column)))
                ], rule: "all of it moves money")
        }
        let derivation = try YearDerivation(
            of: entries, in: column, LineInputFigures(side: side.whole, line: line))
        return caption.explained(
            value, formula: derivation.formula, parts: derivation.parts, rule: derivation.rule,
            origins: origins, notes: derivation.notes)
    }
}
