import OutlayProblems

/// Each risk has somebody who watches it.
public enum RisksRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .riskWithoutOwner,
        title: "a risk has no owner or no response",
        what:
            "It asks each of `risks` for an `owner` and a `response`. A document without risks is a note.",
        why:
            "A risk that nobody owns is watched by nobody, and one without a response is only a worry.",
        fix: "Name a person, and what they do about it: avoid, reduce, pass on or accept.",
        example: LintExample(
            bad:
                "  - {id: adoption, what: Staff keep to their spreadsheets, probability: medium, impact: high, "
                + "response: Train each floor in its first week}",
            good: "  - {id: adoption, what: Staff keep to their spreadsheets, owner: pm.places, "
                + "probability: medium, impact: high, response: Train each floor in its first week}"
        ),
        source:
            "\(LintSource.caseGuide), management case: a risk register with owners and mitigation; "
            + "\(LintSource.greenBook)")

    /// Finds risks without owner or response, and notes a document without any.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let risks = subject.evaluation.risks
        guard !risks.isEmpty else {
            return .found([
                finding(
                    "no risk is named", at: subject.place("metadata"),
                    because:
                        "every purchase has some, and a case that names none leaves them to be found",
                    hint: "add `risks: [{id: …, what: …, owner: …, response: …}]`", severity: .note)
            ])
        }
        return .found(
            risks.enumerated().compactMap { index, risk in
                let missing = [
                    risk.owner == nil ? "owner" : nil, risk.response == nil ? "response" : nil,
                ].compactMap(\.self)
                guard !missing.isEmpty else { return nil }
                return finding(
                    "the risk `\(risk.id)` has no \(missing.list("and no"))",
                    at: subject.place("risks", "\(index)"),
                    because: risk.owner == nil
                        ? "what nobody owns is watched by nobody"
                        : "nothing says what its owner does about it",
                    hint: "add \(missing.map { "`\($0)`" }.list("and"))")
            })
    }
}
