import OutlayDecisions
import OutlayProblems
import OutlayValues

/// What readers must know of the method that ranks.
extension Findings {
    /// Returns a warning where several options share rank 1 by a method.
    ///
    /// A method's scores have no margin: alone on rank 1 is clear, a tie never is.
    func sharedRank(by outcome: MethodOutcome) -> [Problem] {
        let leaders = outcome.leaders
        guard leaders.count > 1 else { return [] }
        return [
            Problem(
                .noClearWinner, "no clear winner", at: .part("option \(leaders[0])"),
                because: "\(leaders.map(title).list("and")) have the same score by "
                    + outcome.choice.titleInSentence,
                hint: "decide on grounds that the scores do not show, and record them")
        ]
    }

    /// Returns a warning where the method and the additive value put different options first.
    func methodDisagreement() throws(Problem) -> [Problem] {
        guard let outcome = result.method else { return [] }
        let byValue = outcome.candidates.filter { result.decision.candidate($0)?.rank == 1 }
        guard let best = byValue.first, let other = outcome.leaders.first,
            Set(byValue) != Set(outcome.leaders),
            let value = result.decision.candidate(best)?.value,
            let otherValue = result.decision.candidate(other)?.value
        else { return [] }
        let values =
            byValue.contains(other)
            ? "" : " (\(try points(value)) points against \(try points(otherValue)))"
        return [
            Problem(
                .methodsDisagree, "method and value put different options first",
                at: .part("option \(other)"),
                because: "by \(outcome.choice.titleInSentence) rank 1 is "
                    + "\(outcome.leaders.map(title).list("and")), by additive value "
                    + byValue.map(title).list("and") + values,
                hint: "say why this method fits the question, or do not let it decide alone")
        ]
    }

    /// Returns a warning for each thing that the document states of a method and this one does not use.
    func unusedStatements() -> [Problem] {
        let leaves = result.decision.criteria.leaves
        let taken = result.method?.columnInputs ?? []
        let choice = evaluation.method
        let subject = choice.map { "\($0.titleInSentence)" } ?? "the additive value"
        var findings: [Problem] = []
        for (input, users) in [
            (ColumnInput.preference, leaves.filter { $0.measure.preference != nil }),
            (.veto, leaves.filter { $0.measure.veto != nil }),
        ] where !users.isEmpty && !taken.contains(input) {
            findings.append(
                Problem(
                    .unusedByMethod,
                    "`\(input.rawValue)` of \(users.map(\.id).list("and")) changes nothing",
                    at: .part("criterion \(users[0].id)"),
                    because: "\(subject) takes no \(input.rawValue) of a criterion",
                    hint: (choice ?? MethodChoice("")).hint(forTaking: input)))
        }
        if let choice, !evaluation.decision.margin.isZero {
            findings.append(
                Problem(
                    .unusedByMethod, "`margin` says nothing of this ranking",
                    because: "the margin is in points of additive value; by "
                        + "\(choice.titleInSentence) rank 1 is clear where one option alone has it",
                    hint: "leave it out, or rank by additive value"))
        }
        return findings
    }

    /// Returns a score with its first four digits or so.
    func score(_ score: Double) throws(Problem) -> String {
        try NumberText(places: score.magnitude >= 1000 ? 1 : 4).text(of: score)
    }
}
