import OutlayDecisions
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    // MARK: - 5 Value: the method

    /// What the evaluation's method says, nil where the additive value ranks.
    func methodSection() -> ReportSection? {
        guard let method = result.method else { return nil }
        let facts =
            [Fact("Method", RichText(method.descriptor.title))]
            + method.choice.allSettings.map { Fact($0.name, RichText($0.value)) }
            + method.basisFacts(result.decision.criteria)
        let table = Table(
            caption: "Score of each eligible option by \(method.choice.titleInSentence)"
                + (method.result.higherIsBetter ? "" : ", lower being better"),
            columns: [
                Column("Option", widthHint: 34), .number("Score"), .number("Rank"),
                .number("Value, 0 to 100"), .number("Rank by value"),
            ],
            rows: result.options.filter { $0.score != nil }.map { row(of: $0, method) })
        let remarks = result.methodRemarks
        return ReportSection(
            id: "method", title: methodFinding(method),
            question: "Who leads by the method that was chosen?",
            blocks: [.facts(facts), .table(table)] + (remarks.isEmpty ? [] : [.list(remarks)]))
    }

    private func row(of option: OptionResult, _ method: MethodOutcome) -> Row {
        func rank(_ rank: Int?) -> Cell {
            rank.map { .number(shown: "\($0)", data: "\($0)") } ?? .empty
        }
        let places = StepTables.scorePlaces(for: method.result.scores)
        return Row([
            .text(option.option.title),
            option.score.map { .number($0, places: places, dataPlaces: max(6, places)) } ?? .empty,
            rank(option.rank),
            option.decision.value.map { .number($0, places: 1) } ?? .empty,
            rank(option.decision.rank),
        ])
    }

    private func methodFinding(_ method: MethodOutcome) -> String {
        let name = method.choice.titleInSentence
        let leaders = method.leaders.compactMap { result.option($0)?.option.title }
        switch leaders.count {
        case 0: return "No option is eligible, so \(name) scores none"
        case 1:
            return method.candidates.count == 1
                ? "\(leaders[0]) is the only option that \(name) scores"
                : "By \(name), \(leaders[0]) has rank 1"
        default: return "By \(name), \(leaders.list("and")) share rank 1"
        }
    }
}

extension EvaluationResult {
    /// What the method saw of the criteria, and what it says beside the scores, as a list.
    var methodNotes: [Block] {
        guard let method else { return [] }
        let bases = method.basisFacts(decision.criteria).map {
            RichText("\($0.label): ") + $0.value
        }
        return [.list(bases + methodRemarks)]
    }

    /// What the method says beside the scores, with the options it is said of.
    var methodRemarks: [RichText] {
        guard let method else { return [] }
        return method.result.remarks.map { remark in
            let titles = method.names(of: remark).compactMap { option($0)?.option.title }
            return RichText(
                remark.text + (titles.isEmpty ? "" : ": " + titles.joined(separator: ", ")))
        }
    }

    /// The method's outcome for programs, null where the additive value ranks.
    var methodJSON: JSONValue {
        guard let method else { return .null }
        return [
            "name": .string(method.descriptor.identifier),
            "title": .string(method.descriptor.title),
            "settings": MethodJSON.settings(of: method.choice),
            "higher_is_better": .bool(method.result.higherIsBetter),
            "criteria": .array(
                zip(decision.criteria.leaves, method.bases).map { leaf, basis in
                    [
                        "id": .string(leaf.id), "basis": .string(basis.rawValue),
                        "preference": .string(orNull: leaf.measure.preference?.inWords),
                        "veto": .string(orNull: leaf.measure.veto.map { FigureText.plain($0) }),
                    ]
                }),
            "remarks": .array(
                method.result.remarks.map { remark in
                    ["text": .string(remark.text), "options": .strings(method.names(of: remark))]
                }),
        ]
    }

    /// The figures on the way to the scores, or to the values where no method ranks.
    ///
    /// - Throws: What the method refuses.
    package func explanation() throws(Problem) -> StepTables {
        let order = method?.candidates ?? decision.candidates.map(\.id)
        let shown = options.compactMap { result in
            order.firstIndex(of: result.option.id).map { ($0, result.option.title) }
        }
        return StepTables(
            try method?.steps() ?? decision.steps, criteria: decision.criteria.leaves.map(\.id),
            shown: shown, optionCount: order.count)
    }

    /// The section that shows ``explanation()``, nil where there is nothing to explain.
    ///
    /// - Throws: What the method refuses.
    package func explanationSection() throws(Problem) -> ReportSection? {
        guard !decision.criteria.leaves.isEmpty, method?.candidates.isEmpty != true else {
            return nil
        }
        return ReportSection(
            id: "steps",
            title: method.map { "How the scores by \($0.choice.titleInSentence) come about" }
                ?? "How the values come about",
            blocks: try explanation().blocks)
    }
}

extension MethodOutcome {
    /// Which criteria the method saw as stated, and which as values.
    fileprivate func basisFacts(_ criteria: CriterionTree) -> [Fact] {
        func ids(_ basis: Basis) -> String {
            zip(criteria.leaves, bases).filter { $1 == basis }.map(\.0.id).joined(separator: ", ")
        }
        return [
            ("Scored as stated", ids(.performance)), ("Scored as values, 0 to 100", ids(.value)),
        ].filter { !$1.isEmpty }.map { Fact($0, RichText($1)) }
    }

    /// The identifiers of the options that a remark is about.
    fileprivate func names(of remark: MethodRemark) -> [String] {
        remark.options.filter(candidates.indices.contains).map { candidates[$0] }
    }
}
