import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The weights of the criteria before the first quote came, as far as there is a record of them.
public enum EarlierWeights: Sendable, Hashable {
    /// Nobody looked for a record.
    case unknown
    /// A record was looked for, and there is none; the reason.
    case unavailable(because: String)
    /// What is known of an earlier version of the document: its name, its day, and what changed since in weights.
    case known(version: String, date: CalendarDate, changes: [CriteriaSeal.Change])
}

/// What rules look at: an evaluation, its figures, and where its parts stand in the document.
public struct LintSubject: Sendable {
    /// The result, with the day that it is as of.
    public let result: EvaluationResult
    /// The weights before the first quote.
    public let earlierWeights: EarlierWeights

    init(_ result: EvaluationResult, earlierWeights: EarlierWeights) {
        self.result = result
        self.earlierWeights = earlierWeights
    }

    var evaluation: Evaluation { result.evaluation }
    var study: Study { evaluation.study }

    /// The option that the case is made for, where there is one besides the baseline.
    var proposal: OptionResult? { result.subjectIndex.map { result.options[$0] } }

    /// The evaluated options besides the baseline, in display order.
    var rivals: [OptionResult] {
        result.options.filter { $0.option.id != evaluation.baseline }
    }

    // MARK: - Places

    /// Returns the place that `steps` lead to from the top of the document; its top where nothing stands there.
    func place(_ steps: String...) -> Location? {
        evaluation.places?.place(steps) ?? evaluation.places?.place("metadata")
    }

    /// Returns the place of an option.
    func place(_ option: PurchaseOption) -> Location {
        evaluation.places?.place("options", option.id) ?? .part("option \(option.id)")
    }

    /// Returns the place of a line.
    func place(_ line: CostLine, of option: PurchaseOption) -> Location {
        line.place ?? place(option)
    }

    /// Returns the place of a criterion.
    func place(criterion id: String) -> Location {
        if let places = evaluation.places, let found = find(id, places, ["criteria"]) {
            return found
        }
        return .part("criterion \(id)")
    }

    private func find(_ id: String, _ places: DocumentPlaces, _ path: [String]) -> Location? {
        let level = path.count == 1 ? evaluation.decision.criteria : criteria(at: path)
        for (index, criterion) in level.enumerated() {
            let steps = path + ["\(index)"]
            if criterion.id == id { return places.place(steps) }
            if case .group = criterion.content,
                let found = find(id, places, steps + ["criteria"])
            {
                return found
            }
        }
        return nil
    }

    private func criteria(at path: [String]) -> [Criterion] {
        var level = evaluation.decision.criteria
        for step in path.dropFirst() {
            guard let index = Int(step) else { continue }
            guard level.indices.contains(index), case .group(let parts) = level[index].content
            else { return [] }
            level = parts
        }
        return level
    }

    /// Returns a finding beside the result with its place in the document, where it speaks of an option or criterion.
    func placed(_ finding: Problem) -> Problem {
        guard case .part(let name)? = finding.location, let places = evaluation.places else {
            return finding
        }
        var copy = finding
        let words = name.split(separator: " ", maxSplits: 1).map(String.init)
        switch (words.first, words.count > 1 ? words[1] : nil) {
        case ("option", let id?): copy.location = places.place("options", id) ?? finding.location
        case ("criterion", let id?): copy.location = place(criterion: id)
        case ("knock-out", let id?):
            let index = evaluation.decision.knockOuts.firstIndex { $0.id == id }
            copy.location =
                index.flatMap { places.place("knock_outs", "\($0)") } ?? finding.location
        case ("source", let id?): copy.location = places.place("sources", id) ?? finding.location
        case (let field?, nil): copy.location = places.place(field) ?? finding.location
        default: break
        }
        return copy
    }

    /// Whether a finding is about an option that cannot be chosen, so that the case does not rest on it.
    func isMoot(_ finding: Problem) -> Bool {
        result.options.contains {
            $0.decision.eligibility == .failed
                && finding.location == .part("option \($0.option.id)")
                && evaluation.recommendation?.option != $0.option.id
        }
    }

    // MARK: - Lines

    /// Returns the present value of a line of an option, unrounded.
    func presentValue(_ line: ScheduledLine, of option: OptionResult) -> Double {
        option.economics.presentValue(of: line, .all)
    }

    /// Returns the assumptions that the line takes numbers from.
    func assumptions(of line: CostLine) -> [Assumption] {
        line.model.inputs.values.sorted { $0.key < $1.key }.compactMap { input in
            guard case .operand(.assumption(let id)) = input.value else { return nil }
            return study.assumptions[id]
        }
    }

    /// Whether a line, or an assumption or a line that it rests on, has a range.
    func hasRange(_ line: CostLine, among lines: [CostLine]) -> Bool {
        if line.range != nil || assumptions(of: line).contains(where: { $0.range != nil }) {
            return true
        }
        guard let basis = (line.model as? any DerivedCostModel)?.basis else { return false }
        return lines.contains {
            basis.contains($0, askedBy: line) && $0.id != line.id && $0.range != nil
        }
    }

    /// Whether a line is a price that a vendor asks: paid to one, and not to staff.
    func pricedByVendor(_ line: CostLine) -> Bool {
        guard line.vendor != nil, line.isCost, case .budget = line.funding else { return false }
        return line.category != CostLine.labourCategory && !(line.model is StaffModel)
    }

    /// Whether any payment of a line is other than 0.
    func pays(_ line: ScheduledLine) -> Bool { line.entries.contains { !$0.cost.isZero } }

    /// The day of the first quote: the earliest day of a source that says until when its prices hold, or of one
    /// that a line paid to a vendor rests on; nil where no such source has a day.
    var firstQuote: (source: Source, day: CalendarDate)? {
        let used = Set(
            evaluation.options.flatMap(\.contractLines).filter(pricedByVendor)
                .compactMap(\.source))
        let dated = evaluation.sources.compactMap {
            source -> (source: Source, day: CalendarDate)? in
            guard source.validUntil != nil || used.contains(source.id) else { return nil }
            return source.date.map { (source, $0) }
        }
        return dated.min { $0.day < $1.day }
    }

    /// Returns the titles of some options in a message, cut off where they grow many.
    func titles(_ options: [OptionResult], _ conjunction: String = "and") -> String {
        let shown = options.prefix(3).map(\.option.title)
        let more = options.count - shown.count
        return (shown + (more > 0 ? ["\(more) more"] : [])).list(conjunction)
    }

    /// Returns some names in a message, cut off where they grow many.
    func listed(_ names: [String]) -> String {
        let shown = names.prefix(6).map { "`\($0)`" }
        let more = names.count - shown.count
        return (shown + (more > 0 ? ["\(more) more"] : [])).list("and")
    }
}

extension String {
    /// The words of a name or title in lower case: runs of letters and digits.
    var lintWords: [String] {
        lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
