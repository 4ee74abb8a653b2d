import OutlayEconomics

/// The costs or the benefits of one option, over everything or in cash alone.
struct CostSide: Sendable {
    let frame: OptionFrame
    let kind: Kind
    let coverage: Coverage

    /// Whether lines are costs or benefits.
    enum Kind: String, Sendable, CaseIterable {
        case costs
        case benefits
    }

    /// The lines, in the document's order.
    var lines: [ScheduledLine] {
        switch kind {
        case .costs: frame.option.economics.costs
        case .benefits: frame.option.economics.benefits
        }
    }

    /// The line or lines in a sentence: `costs`, `benefits, cash only`.
    var noun: String { kind.rawValue + frame.coverageText(coverage) }

    /// Returns the name of a figure of this side: `northwind.costs.seats`.
    func name(_ parts: FigureName.Part...) -> FigureName { name(parts) }

    /// Returns the name of a figure of this side: `northwind.costs.seats`.
    func name(_ parts: [FigureName.Part]) -> FigureName {
        FigureName(frame.name(coverage).parts + [.word(kind.rawValue)] + parts)
    }

    /// The name of the present value of this side; that of the costs is the total cost of ownership.
    var presentValueName: FigureName {
        kind == .costs ? frame.name(coverage, "tco") : name("pv")
    }

    /// The same side over everything.
    var whole: CostSide { CostSide(frame: frame, kind: kind, coverage: .all) }

    /// Returns the entries of `line` that count in a column of the year table.
    func entries(of line: ScheduledLine, in column: Int) -> [ScheduledLine.Entry] {
        line.counted(coverage).filter { $0.payment.column == column }
    }

    /// Returns the columns in which something of `line` counts.
    func columns(of line: ScheduledLine) -> [Int] {
        Set(line.counted(coverage).map(\.payment.column)).sorted()
    }

    /// Why nothing of `line` counts.
    func absence(of line: ScheduledLine) -> String {
        if line.line.isSunk || (!line.entries.isEmpty && line.entries.allSatisfy(\.isSunk)) {
            return "it is spent before the decision, whatever is decided"
        }
        if coverage == .cash, !line.counted(.all).isEmpty {
            if case .benefit(isCashable: false) = line.line.direction {
                return "the benefit is not cashable"
            }
            return "payroll that no budget releases is no cash"
        }
        return "nothing falls due within the horizon"
    }
}
