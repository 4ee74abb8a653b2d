import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads what may go wrong.
    func readRisks() -> [Risk] {
        var ids: Set<String> = []
        return (root["risks"]?.items ?? []).compactMap { node in
            checkUnique(node["id"], kinds: "risks", &ids)
            guard let id = node["id"]?.text, let what = node["what"]?.text else { return nil }
            return Risk(
                id: id, what: what, owner: node["owner"]?.text,
                probability: grade(node["probability"]), impact: grade(node["impact"]),
                response: node["response"]?.text)
        }
    }

    private func grade(_ node: DocumentNode?) -> Risk.Grade? {
        if let number = node?.decimal { return .number(number) }
        return node?.text.flatMap(Risk.Level.init(rawValue:)).map(Risk.Grade.level)
    }

    /// Reads which findings are left out; reports codes whose findings cannot be.
    func readSuppressions() -> [LintSuppression] {
        (root["lint"]?["suppress"]?.items ?? []).compactMap { node in
            checkReason(node["reason"])
            guard let place = node["rule"], let name = place.text, let reason = node["reason"]?.text
            else { return nil }
            guard let code = suppressible(name, at: place) else { return nil }
            return LintSuppression(
                code: code, reason: reason, until: node["until"]?.date, place: node.location)
        }
    }

    /// Reports a reason that says nothing.
    private func checkReason(_ node: DocumentNode?) {
        guard let node, let text = node.text, !text.isEmpty,
            text.allSatisfy({ !$0.isLetter && !$0.isNumber })
        else { return }
        problems.append(
            node.problem(
                .wrongLength, "the reason says nothing",
                because: "whoever reads the suppression has to be able to judge it",
                hint: "write why the finding does not count here"))
    }

    private func suppressible(_ name: String, at place: DocumentNode) -> ProblemCode? {
        guard let code = ProblemCode(rawValue: name) else {
            let rules = AllLintRules.list.map { $0.descriptor.code.rawValue }
            problems.append(
                place.problem(
                    .unknownReference, "there is no rule \(Problem.quoted(name))",
                    because:
                        "the rules of `outlay lint` are \(rules.first ?? "") to \(rules.last ?? "")",
                    hint: Suggestion.hint(
                        for: name, among: ProblemCode.allCases.map(\.rawValue))
                        ?? "`outlay rule` lists all codes"))
            return nil
        }
        guard LintSuppression.allows(code) else {
            problems.append(
                place.problem(
                    .notSuppressible, "\(code.rawValue) cannot be suppressed",
                    because: "it means that \(code.rule.title)",
                    hint: "mend what it reports, and remove the suppression"))
            return nil
        }
        return code
    }

    /// The identifier of the source of each criterion's performances, where stated.
    var criterionSources: [String: String] {
        let stated = leafNodes(root["criteria"]?.items ?? []).compactMap { leaf in
            leaf.node["source"]?.text.map { (leaf.id, $0) }
        }
        return Dictionary(stated, uniquingKeysWith: { first, _ in first })
    }

    /// Returns where the money of each fiscal year comes from.
    func funding(of purchase: DocumentNode) -> [String: String] {
        let stated = (purchase["funding"]?.entries ?? []).compactMap { entry in
            entry.value.text.map { (entry.key, $0) }
        }
        return Dictionary(stated, uniquingKeysWith: { first, _ in first })
    }

    // MARK: - Products

    /// Looks up how long the products that an option names are supported.
    func products(of option: DocumentNode, facts: inout [CatalogueFact]) -> [ProductSupport] {
        guard let node = option["product"] else { return [] }
        let names = node.text == nil ? node.items : [node]
        return names.compactMap { product($0, facts: &facts) }
    }

    private func product(
        _ node: DocumentNode, facts: inout [CatalogueFact]
    ) -> ProductSupport? {
        guard let reference = node.text else { return nil }
        guard let end = productCell(node, "end_of_life"),
            let flag = productCell(node, "end_of_life_flag"),
            let extended = productCell(node, "extended_support_end"),
            let name = productCell(node, "product"), let cycle = productCell(node, "cycle")
        else { return nil }
        let title = [name.text, cycle.text].filter { !$0.isEmpty }.joined(separator: " ")
        let support: ProductSupport.Support
        switch (end.content, flag.text) {
        case (.date(let day)?, _): support = .until(day)
        case (_, "true"): support = .ended
        case (_, "false"): support = .open
        default:
            reportOnce(
                node.problem(
                    .emptyCell,
                    "\(Problem.quoted(reference)) does not say how long it is supported",
                    because:
                        "its `end_of_life` holds no date, and its `end_of_life_flag` is neither true nor "
                        + "false",
                    hint: "name a row that does, or leave `product` out"))
            return nil
        }
        facts.append(CatalogueFact(use: "product", cell: end.text.isEmpty ? flag : end))
        var day: CalendarDate?
        if case .date(let date)? = extended.content { day = date }
        return ProductSupport(
            reference: reference, title: title.isEmpty ? reference : title, support: support,
            extendedUntil: day)
    }

    /// Returns a cell of a product's row, or nil after reporting once why it cannot be had.
    private func productCell(_ node: DocumentNode, _ column: String) -> CatalogueCell? {
        guard let reference = node.text else { return nil }
        guard let catalogues = surroundings.catalogues else {
            reportOnce(
                node.problem(
                    .unknownCatalogue, "\(Problem.quoted(reference)) cannot be looked up",
                    because: "there is no folder of catalogues",
                    hint: "name one with `--catalogs`, or in outlay.yaml"))
            return nil
        }
        do {
            return try catalogues.cell(reference, column: column)
        } catch {
            reportOnce(error.located(at: node.location))
            return nil
        }
    }
}
