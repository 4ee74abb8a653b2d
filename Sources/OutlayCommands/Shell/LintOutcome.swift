import Outlay

/// What `outlay lint` has to say of one document.
struct LintOutcome {
    /// Where the document is.
    var path: String
    /// What it is.
    var kind: String
    /// How many rules looked at it, those that could not among them; 0 where there are none for its kind.
    var rules: Int
    /// What they found.
    var report: LintReport
}

extension DocumentCheck {
    /// Looks at the document at `path` by the rules for its kind.
    ///
    /// - Parameters:
    ///   - path: The document.
    ///   - history: Whether git is asked for the weights before the first quote.
    /// - Returns: The outcome, and what is wrong with the document itself; with an error the outcome is empty.
    /// - Throws: A ``Problem`` when the file cannot be read.
    mutating func lint(
        _ path: String, history: Bool
    ) throws(Problem) -> (outcome: LintOutcome, problems: [Problem]) {
        let source = try workspace.document(path)
        let nothing = LintReport(findings: [], suppressed: [], unchecked: [])
        guard let root = source.root, root["kind"]?.text == "Evaluation" else {
            let checked = check(source)
            return (
                LintOutcome(path: path, kind: checked.kind, rules: 0, report: nothing),
                checked.problems
            )
        }
        var outcome = LintOutcome(
            path: path, kind: "Evaluation", rules: AllLintRules.list.count, report: nothing)
        do throws(DocumentProblems) {
            let evaluation = try EvaluationReader.read(
                source, in: workspace.surroundings(of: path))
            do throws(Problem) {
                let result = try evaluation.run(asOf: asOf)
                outcome.report = try result.lint(
                    earlierWeights: WeightHistory.weights(
                        of: path, now: root, result, isAsked: history))
                outcome.report.findings.insert(
                    contentsOf: workspace.catalogues?.warnings ?? [], at: 0)
                return (outcome, [])
            } catch {
                return (outcome, [error.located(at: .file(path))])
            }
        } catch {
            return (outcome, error.list)
        }
    }
}
