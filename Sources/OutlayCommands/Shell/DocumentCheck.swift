import Outlay

/// Checks one document of any kind.
struct DocumentCheck {
    let workspace: Workspace
    let asOf: CalendarDate
    /// The budgets, policies, organisations and vendors so far.
    private(set) var governed: GovernedCheck

    init(workspace: Workspace, asOf: CalendarDate, governed: GovernedCheck? = nil) {
        self.workspace = workspace
        self.asOf = asOf
        self.governed = governed ?? GovernedCheck(asOf: asOf)
    }

    /// What checking found.
    struct Outcome {
        /// The document's kind, as it names itself.
        var kind: String
        /// What is wrong; nothing may be computed then.
        var problems: [Problem]
        /// Warnings beside a document that is right.
        var findings: [Problem] = []
    }

    /// Checks the document at `path` by the kind it names.
    ///
    /// - Throws: A ``Problem`` when the file cannot be read.
    mutating func check(_ path: String) throws(Problem) -> Outcome {
        check(try workspace.document(path))
    }

    /// Checks a document by the kind it names.
    mutating func check(_ source: DocumentSource) -> Outcome {
        guard let root = source.root else { return Outcome(kind: "", problems: source.problems) }
        if root["kind"] == nil, CriteriaSealFile.isSeal(root) { return seal(source) }
        let kind = root["kind"]?.text ?? ""
        do throws(DocumentProblems) {
            switch kind {
            case "Evaluation": return evaluation(source)
            case PanelDocument.kind: try PanelDocument.read(source)
            case "CatalogueMetadata": _ = try CatalogueMetadata.read(source)
            case "QuoteMap": _ = try QuoteMap.read(source)
            case ActualsMap.kind: _ = try ActualsMap(reading: source)
            case "Project":
                let project = try Project.read(source)
                return Outcome(
                    kind: kind,
                    problems: governed.add(project, besideDocument: source.path, workspace))
            case let kind where GovernedCheck.kinds.contains(kind): try governed.add(source)
            default: return Outcome(kind: kind, problems: source.problems + [unknownKind(root)])
            }
            return Outcome(kind: kind, problems: [])
        } catch {
            return Outcome(kind: kind, problems: error.list)
        }
    }

    private func evaluation(_ source: DocumentSource) -> Outcome {
        do throws(DocumentProblems) {
            let evaluation = try EvaluationReader.read(
                source, in: workspace.surroundings(of: source.path))
            do {
                let result = try evaluation.run(asOf: asOf)
                let told: Set<ProblemCode> = [
                    .expiredQuote, .steepGrowth, .criteriaChanged, .sealedLate, .panelIncomplete,
                ]
                return Outcome(
                    kind: "Evaluation", problems: [],
                    findings: result.findings.filter { told.contains($0.code) })
            } catch {
                return Outcome(
                    kind: "Evaluation", problems: [error.located(at: .file(source.path))])
            }
        } catch {
            return Outcome(kind: "Evaluation", problems: error.list)
        }
    }

    private func seal(_ source: DocumentSource) -> Outcome {
        do throws(Problem) {
            _ = try CriteriaSealFile(source)
            return Outcome(kind: "criteria seal", problems: [])
        } catch {
            return Outcome(kind: "criteria seal", problems: [error])
        }
    }

    private func unknownKind(_ root: DocumentNode) -> Problem {
        let known = DocumentKind.all.map(\.name)
        guard let kind = root["kind"], let name = kind.text else {
            return root.problem(
                .unknownKind, "the document does not say its kind",
                because: "the kinds are \(known.joined(separator: ", "))",
                hint: "begin with `apiVersion: outlay/v1` and `kind: Evaluation`")
        }
        return kind.problem(
            .unknownKind, "there is no kind \(Problem.quoted(name))",
            because: "the kinds are \(known.joined(separator: ", "))",
            hint: Suggestion.hint(for: name, among: known))
    }
}
