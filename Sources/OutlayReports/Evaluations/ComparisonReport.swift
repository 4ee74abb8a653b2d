import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// The decision matrix: one row per option, as `outlay compare` prints it.
    package func comparisonReport() -> Report {
        var blocks: [Block] = [.table(comparisonTable)]
        if !rejected.isEmpty {
            blocks.append(
                .list(
                    rejected.map {
                        RichText("\($0.title) was set aside: \($0.rejection ?? "")")
                    }))
        }
        return Report(
            title: evaluation.title, subtitle: settingText,
            sections: [ReportSection(id: "comparison", title: "", blocks: blocks)])
    }

    /// The table of ``comparisonReport()``.
    var comparisonTable: Table {
        Table(
            columns: [
                .number(""), Column("Option", widthHint: 34), .number("Value"), .number("TCO (PV)"),
                .number("cash TCO"), .number("NPV"), .number("cash NPV"), .number("Payback"),
                .number("cash"), Column("Knock-outs"), Column(""),
            ],
            rows: options.map(row))
    }

    private func row(of result: OptionResult) -> Row {
        let columns = YearColumns(evaluation.study)
        let costs = result.totalCostOfOwnership
        let isBaseline = result.option.id == evaluation.baseline
        func netPresentValue(_ coverage: Coverage) -> Cell {
            if isBaseline { return columns.cell(0) }
            return result.increment.map {
                columns.cell($0[coverage].netPresentValue, sign: .both)
            } ?? .empty
        }
        func payback(_ coverage: Coverage) -> Cell {
            guard let increment = result.increment else { return .empty }
            guard let years = increment[coverage].paybackYears else {
                return .number(shown: "never", data: "")
            }
            return .number(
                shown: FigureText.shown(years, places: 1) + " y",
                data: FigureText.data(years, places: 4))
        }
        return Row(
            [
                result.rank.map { .number(shown: String($0), data: String($0)) } ?? .empty,
                .text(result.option.title),
                result.decision.value.map { .number($0, places: 1) } ?? .empty,
                columns.cell(costs.all), columns.cell(costs.cash),
                netPresentValue(.all), netPresentValue(.cash), payback(.all), payback(.cash),
                knockOutCell(of: result), .text(remarks(on: result), tone: .quiet),
            ], style: result.decision.eligibility == .eligible ? .normal : .muted)
    }

    private func knockOutCell(of result: OptionResult) -> Cell {
        switch result.decision.eligibility {
        case .eligible:
            evaluation.decision.knockOuts.isEmpty ? .empty : .text("pass", tone: .good)
        case .failed: .text("FAIL", tone: .bad)
        case .unknown: .text("unknown", tone: .bad)
        }
    }

    /// What a table says beside an option: its role, why it is out, who is better.
    func remarks(on result: OptionResult) -> String {
        var remarks: [String] = []
        if result.option.id == evaluation.recommendation?.option,
            result.decision.eligibility == .eligible
        {
            remarks.append("recommended")
        }
        if result.option.id == evaluation.baseline { remarks.append("baseline") }
        remarks += openKnockOuts(of: result)
        if let better = result.dominatedBy, let rank = option(better)?.rank {
            remarks.append("dominated by \(rank)")
        }
        return remarks.joined(separator: "; ")
    }

    /// Returns each knock-out that an option fails or leaves open, in words.
    func openKnockOuts(of result: OptionResult) -> [String] {
        zip(evaluation.decision.knockOuts, result.decision.knockOuts)
            .compactMap { knockOut, outcome in
                switch outcome {
                case .passed: nil
                case .unknown: "\(knockOut.id) is unknown"
                case .failed(let found):
                    "\(knockOut.id) is \(knockOut.inWords(found)), needs "
                        + knockOut.requirementInWords
                }
            }
    }
}
