import Outlay

/// Checks budgets, policies, organisations and vendor registers, each by itself and then against each other.
struct GovernedCheck {
    /// The first day of documents that state none.
    let asOf: CalendarDate
    private var set = GovernedSet()
    private var names: Set<String> = []

    init(asOf: CalendarDate) {
        self.asOf = asOf
    }

    /// The kinds of documents that it checks.
    static let kinds = Set(GovernedForm.all.map(\.name))

    /// Checks a document by itself and keeps it for ``problems``.
    ///
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    mutating func add(_ source: DocumentSource) throws(DocumentProblems) {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        guard names.insert(source.path).inserted else { return }
        // A currency is the ledger's where the document states none; here it only counts decimals.
        let defaults = DocumentDefaults(currency: .eur, effectiveFrom: asOf)
        switch root["kind"]?.text {
        case Budget.form.name:
            let budget = try GovernedReader<Budget>(source).read(defaults)
            set.budgets.append(GovernedSet.Entry(budget, root))
        case Policy.form.name:
            let policy = try GovernedReader<Policy>(source).read(defaults)
            set.policies.append(GovernedSet.Entry(policy, root))
        case Organisation.form.name:
            let organisation = try GovernedReader<Organisation>(source).read(defaults)
            set.organisations.append(GovernedSet.Entry(organisation, root))
        default:
            let register = try GovernedReader<VendorRegister>(source).read(defaults)
            set.vendors.append(GovernedSet.Entry(register, root))
        }
    }

    /// Checks the documents that a project names and were not checked yet.
    ///
    /// - Returns: What is wrong with each of them by itself.
    mutating func add(
        _ project: Project, besideDocument path: String, _ workspace: Workspace
    ) -> [Problem] {
        var found: [Problem] = []
        for name in project.governedFiles {
            let file = name.hasPrefix("/") ? name : FileAccess.split(path).folder + name
            guard !names.contains(file) else { continue }
            do throws(Problem) {
                let source = try workspace.document(file)
                found += problems(of: source)
            } catch {
                found.append(error)
            }
        }
        return found
    }

    private mutating func problems(of source: DocumentSource) -> [Problem] {
        do throws(DocumentProblems) {
            if let root = source.root, !Self.kinds.contains(root["kind"]?.text ?? "") {
                return [
                    (root["kind"] ?? root).problem(
                        .unknownKind, "the project does not keep such a document here",
                        because: "it names budgets, a policy, an organisation and vendors")
                ]
            }
            try add(source)
            return []
        } catch {
            return error.list
        }
    }

    /// What does not agree between the documents that are right by themselves, and the tests that a policy
    /// fails.
    func problems() throws(Problem) -> [Problem] {
        let register = set.vendors.first?.document ?? .empty
        var found: [Problem] = []
        for entry in set.policies {
            found += try entry.document.testProblems(in: entry.root, vendors: register)
        }
        return found + set.problems
    }
}
