import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// The decision matrix: one row per option, as `outlay compare` prints it.
    public func comparisonReport() -> Report {
        Report(
            title: evaluation.title, subtitle: settingText,
            summary: [.table(comparisonTable)] + methodNotes
                + notes(on: options.filter { $0.decision.eligibility != .eligible })
                + (judgementNotes.isEmpty ? [] : [.list(judgementNotes)]) + tradeoffBlocks
                + robustnessBlocks)
    }

    /// Which weight and which number would change something, as one paragraph.
    private var robustnessBlocks: [Block] {
        var sentences = [StabilityFindings(self)?.sentence]
        if let robustness, let subject = subjectIndex {
            sentences.append(
                SwitchingText(self, robustness.oneWay).sentence(about: subject))
        }
        let text = sentences.compactMap { $0.map { $0 + "." } }.joined(separator: " ")
        return text.isEmpty ? [] : [.paragraph(RichText(text))]
    }

    /// Why some options fail a knock-out or minimum or leave one open, and why others were set aside, as a list.
    func notes(on options: [OptionResult]) -> [Block] {
        let notes =
            options.map {
                RichText("\($0.option.title): \(openRequirements(of: $0).joined(separator: "; "))")
            }
            + rejected.map {
                RichText("\($0.title) was set aside: \($0.rejection ?? "")")
            }
        return notes.isEmpty ? [] : [.list(notes)]
    }

    /// The options by rank, with the columns that this evaluation has figures for.
    var comparisonTable: Table {
        let money = YearColumns(evaluation.study)
        var columns: [(column: Column, cell: (OptionResult) -> Cell)] = [
            (.number("Rank"), { $0.rank.map { .number(shown: "\($0)", data: "\($0)") } ?? .empty }),
            (Column("Option", widthHint: 34), { .text($0.option.title) }),
        ]
        if !evaluation.decision.criteria.isEmpty {
            columns.append(
                (.number("Value"), { $0.decision.range?.cell(places: 1) ?? .empty }))
        }
        if hasOpenValues {
            columns.append((.number("Possible ranks"), { possibleRanks(of: $0) }))
        }
        if let method {
            let places = StepTables.scorePlaces(for: method.result.scores)
            columns.append(
                (
                    .number("Score"),
                    {
                        $0.score.map { .number($0, places: places, dataPlaces: max(6, places)) }
                            ?? .empty
                    }
                ))
        }
        if evaluation.hasLines {
            columns += [
                (.number(comparedCostTitle), { money.cell($0.comparedCost.all) }),
                (
                    .number("cash \(comparedCostName)"),
                    { money.cell($0.comparedCost.cash) }
                ),
            ]
        }
        if evaluation.baseline != nil {
            let gain =
                evaluation.comparisonBasis == .equivalentAnnualCost ? "Gain a year" : "NPV"
            columns += [
                (.number(gain), { gainCell(of: $0, .all, money) }),
                (
                    .number(gain == "NPV" ? "cash NPV" : "cash gain"),
                    { gainCell(of: $0, .cash, money) }
                ),
                (.number("Payback"), { payback(of: $0, .all) }),
                (.number("cash payback"), { payback(of: $0, .cash) }),
            ]
        }
        if let requirements = requirementsTitle {
            columns.append((Column(requirements), requirementsCell))
        }
        columns.append((Column("Remark"), { .text(remarks(on: $0), tone: .quiet) }))
        return Table(
            columns: columns.map(\.column),
            rows: options.map { result in
                Row(
                    columns.map { $0.cell(result) },
                    style: result.decision.eligibility == .eligible ? .normal : .muted)
            },
            note: rankNote)
    }

    /// What decides the rank, where that is not the value alone.
    private var rankNote: String? {
        if let method {
            return "Rank and score are by \(method.choice.titleInSentence)"
                + (method.result.higherIsBetter ? "." : "; lower scores are better.")
        }
        if hasOpenValues {
            return "A missing performance counts from the worst to the best of its scale; the low "
                + "end of a value ranks."
        }
        guard evaluation.decision.criteria.isEmpty, options.contains(where: { $0.rank != nil })
        else { return nil }
        switch evaluation.comparisonBasis {
        case .presentValue: return "Without criteria, options are ranked by TCO alone."
        case .equivalentAnnualCost:
            return "Without criteria, options are ranked by the cost of one year (EAC) alone."
        }
    }

    /// Whether the value of an option is only known within a range.
    var hasOpenValues: Bool {
        options.contains { $0.decision.range != nil && $0.decision.value == nil }
    }

    private func possibleRanks(of result: OptionResult) -> Cell {
        guard let ranks = result.decision.possibleRanks else { return .empty }
        let text =
            ranks.count == 1
            ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
        return .number(shown: text, data: text)
    }

    /// What no score makes up for here, as a heading; nil where there is no such thing.
    var requirementsTitle: String? {
        let hasMinimums = decision.criteria.positions.contains { $0.minimum != nil }
        switch (evaluation.decision.knockOuts.isEmpty, hasMinimums) {
        case (true, false): return nil
        case (false, false): return "Knock-outs"
        case (true, true): return "Minimums"
        case (false, true): return "Knock-outs, minimums"
        }
    }

    private func gainCell(
        of result: OptionResult, _ coverage: Coverage, _ money: YearColumns
    ) -> Cell {
        let sign: NumberText.SignPolicy =
            result.option.id == evaluation.baseline ? .negative : .both
        return gain(of: result).map { money.cell($0[coverage], sign: sign) } ?? .empty
    }

    private func payback(of result: OptionResult, _ coverage: Coverage) -> Cell {
        guard let increment = result.increment else { return .empty }
        guard let years = increment[coverage].paybackYears else {
            return .number(shown: "never", data: "")
        }
        return .number(
            shown: FigureText.shown(years, places: 1) + " y",
            data: FigureText.data(years, places: 4))
    }

    private func requirementsCell(of result: OptionResult) -> Cell {
        switch result.decision.eligibility {
        case .eligible: .text("pass", tone: .good)
        case .failed: .text("FAIL", tone: .bad)
        case .unknown: .text("unknown", tone: .bad)
        }
    }

    /// What a table says beside an option: its role, and who is better.
    func remarks(on result: OptionResult) -> String {
        var remarks: [String] = []
        if result.option.id == evaluation.recommendation?.option,
            result.decision.eligibility == .eligible
        {
            remarks.append("recommended")
        }
        if result.option.id == evaluation.baseline { remarks.append("baseline") }
        if let better = result.dominatedBy.flatMap(option), let rank = better.rank {
            let isShared = options.count { $0.rank == rank } > 1
            remarks.append("dominated by \(isShared ? better.option.title : "\(rank)")")
        }
        return remarks.joined(separator: "; ")
    }

    /// Returns each knock-out and minimum that an option fails or leaves open, in words.
    func openRequirements(of result: OptionResult) -> [String] {
        let knockOuts = zip(evaluation.decision.knockOuts, result.decision.knockOuts)
            .compactMap { knockOut, outcome -> String? in
                switch outcome {
                case .passed: nil
                case .unknown: "\(knockOut.id) is unknown"
                case .failed(let found):
                    "\(knockOut.id) is \(knockOut.inWords(found)), needs "
                        + knockOut.requirementInWords
                }
            }
        let minimums = result.decision.minimums.compactMap { minimum -> String? in
            guard minimum.outcome != .passed else { return nil }
            let needed = FigureText.asStated.text(of: minimum.needed)
            return minimum.foundInWords.map {
                "\(minimum.criterion) is worth \($0), needs \(needed)"
            } ?? "\(minimum.criterion) is unknown, and its value needs \(needed)"
        }
        return knockOuts + minimums
    }
}
