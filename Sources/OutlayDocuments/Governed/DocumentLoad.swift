import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What loading a Budget, Policy, Organisation or Vendors document into a ledger would do.
///
/// Nothing is loaded: ``command`` does that, or ``ProposeDocument`` where a second person is needed.
public struct DocumentLoad: Sendable {
    /// The load, with the revision, day and currency that the document leaves to the ledger.
    public let command: LoadDocument
    /// The last revision of it in the ledger, or nil where this is the first.
    public let before: LedgerDocument?
    /// What the document says otherwise than the revision before; everything of a first one is new, so
    /// it is empty then.
    public let differences: [DocumentDifference]
    /// What happens to lines and their money, where it is a budget.
    public let budget: BudgetChange?
    /// Whether the ledger has exactly this already, so that there is nothing to load.
    public let isUnchanged: Bool

    /// Reads a document and compares it with what an opened ledger has.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, YAML or JSON; at most 4 MiB. Its `kind` says what it is.
    ///   - path: What problems call the document; see ``Budget/init(reading:path:defaults:)``.
    ///   - reader: The ledger.
    ///   - date: The first day of a document that states none.
    /// - Throws: ``DocumentProblems`` with every problem of the document in file order, or with why it
    ///   cannot follow what the ledger has.
    public init(
        reading bytes: [UInt8], path: String, into reader: some LedgerReader,
        on date: CalendarDate
    ) throws(DocumentProblems) {
        let source = DocumentSource.read(path: path, bytes: bytes)
        switch source.root?["kind"]?.text {
        case Budget.form.name: self = try .of(Budget.self, source, reader, date)
        case Policy.form.name: self = try .of(Policy.self, source, reader, date)
        case Organisation.form.name: self = try .of(Organisation.self, source, reader, date)
        case VendorRegister.form.name: self = try .of(VendorRegister.self, source, reader, date)
        default: throw Self.unknownKind(source)
        }
    }

    private init(
        _ command: LoadDocument, before: LedgerDocument?, differences: [DocumentDifference],
        budget: BudgetChange?, isUnchanged: Bool
    ) {
        self.command = command
        self.before = before
        self.differences = differences
        self.budget = budget
        self.isUnchanged = isUnchanged
    }

    private static func unknownKind(_ source: DocumentSource) -> DocumentProblems {
        guard let root = source.root else { return DocumentProblems(source.problems) }
        let names = GovernedForm.all.map(\.name)
        let place = root["kind"] ?? root
        let problem = place.problem(
            .unknownKind, "this is no document that a ledger keeps",
            because: "it keeps documents of the kinds \(names.list("and"))",
            hint: root["kind"]?.text.flatMap { Suggestion.hint(for: $0, among: names) })
        return DocumentProblems(source.problems + [problem])
    }
}

extension GovernedForm {
    /// Every kind of document that a ledger keeps.
    package static let all: [GovernedForm] = [
        Budget.form, Policy.form, Organisation.form, VendorRegister.form,
    ]
}

// MARK: - Against the ledger

extension DocumentLoad {
    private static func of<Document: WrittenDocument>(
        _: Document.Type, _ source: DocumentSource, _ ledger: some LedgerReader,
        _ date: CalendarDate
    ) throws(DocumentProblems) -> DocumentLoad {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        let form = Document.form
        func asked<Value>(
            _ question: () throws(Problem) -> Value
        ) throws(DocumentProblems) -> Value {
            do throws(Problem) { return try question() } catch {
                throw DocumentProblems([error.located(at: (root["lines"] ?? root).headingLocation)])
            }
        }
        let settings = try asked { () throws(Problem) in try ledger.requireSettings() }
        var defaults = DocumentDefaults(currency: settings.currency, effectiveFrom: date)
        let reader = GovernedReader<Document>(source)
        var document = try reader.read(defaults)
        if let policy = document as? Policy {
            let failed = try asked { () throws(Problem) in try policy.testProblems(in: root) }
            guard failed.isEmpty else { throw DocumentProblems(failed) }
        }
        let id = try asked { () throws(Problem) in
            try LedgerText(root["metadata"]?["id"]?.text ?? form.standardID(root) ?? "")
        }
        let last = try asked { () throws(Problem) in
            try ledger.lastRevision(of: form.ledgerKind, id)
        }
        var differences: [DocumentDifference] = []
        if let last {
            let earlier = try asked { () throws(Problem) in
                try JSONValue(parsing: last.text, name: id.text)
            }
            differences = DocumentDifference.list(from: earlier, to: document.json)
        }
        let firstDay = firstDay(of: document, root, last, differences.isEmpty, date)
        let step = try Revision(
            root, id, last, isSame: differences.isEmpty && firstDay == last?.effectiveFrom)
        defaults.revision = step.number
        defaults.effectiveFrom = firstDay
        document = try reader.read(defaults)
        let command = LoadDocument(
            form.ledgerKind, id: id, revision: step.number, effectiveFrom: firstDay,
            content: document.json)
        let change: BudgetChange? =
            if let budget = document as? Budget, !step.isUnchanged {
                try asked { () throws(Problem) in try ledger.change(loading: budget) }
            } else {
                nil
            }
        return DocumentLoad(
            command, before: last, differences: differences, budget: change,
            isUnchanged: step.isUnchanged)
    }

    /// The first day of a revision: the document's own, that of the revision before where nothing else
    /// differs, else the day of the load.
    private static func firstDay(
        of document: some WrittenDocument, _ root: DocumentNode, _ last: LedgerDocument?,
        _ isSame: Bool, _ date: CalendarDate
    ) -> CalendarDate {
        if let budget = document as? Budget { return budget.start }
        if let stated = root["effective_from"]?.date { return stated }
        return isSame ? last?.effectiveFrom ?? date : date
    }

    /// Which revision a document becomes.
    private struct Revision {
        var number: Int
        var isUnchanged: Bool

        init(
            _ root: DocumentNode, _ id: LedgerText, _ last: LedgerDocument?, isSame: Bool
        ) throws(DocumentProblems) {
            let place = root["metadata"]?["revision"]
            let stated = place?.integer
            guard let last else {
                self.init(number: stated ?? 1, isUnchanged: false)
                return
            }
            if isSame, stated ?? last.revision == last.revision {
                self.init(number: last.revision, isUnchanged: true)
                return
            }
            let next = last.revision + 1
            guard let stated, let place, stated != next else {
                self.init(number: next, isUnchanged: false)
                return
            }
            let name = Problem.quoted(id.text)
            throw DocumentProblems([
                place.problem(
                    .revisionOrder, "revision \(stated) of \(name) cannot be loaded",
                    because: stated == last.revision
                        ? "the ledger has that revision with another content"
                        : "the last one in the ledger is \(last.revision), and revisions follow each other",
                    hint: "write `revision: \(next)`, or leave it out")
            ])
        }

        private init(number: Int, isUnchanged: Bool) {
            self.number = number
            self.isUnchanged = isUnchanged
        }
    }
}

extension Policy {
    /// Returns the problems of the policy's own tests that fail, each at its test in the document.
    ///
    /// - Parameters:
    ///   - root: The top of the document.
    ///   - vendors: The register by which vendors are the same party.
    /// - Returns: One problem for each test that fails.
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    package func testProblems(
        in root: DocumentNode, vendors: VendorRegister = .empty
    ) throws(Problem) -> [Problem] {
        let places = root["tests"]?.items ?? []
        return try testResults(vendors: vendors).enumerated().compactMap { index, result in
            guard !result.passed else { return nil }
            let place = places.indices.contains(index) ? places[index] : root
            return result.problem.located(at: place.location)
        }
    }
}
