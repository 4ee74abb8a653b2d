import OutlayBudgets
import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// A decision that was computed again from its frozen revision alone, beside what the ledger recorded of it.
public struct LedgerReperformance: Sendable {
    /// A figure, as it was recorded and as it comes out again.
    public struct Comparison: Sendable, Hashable {
        /// Which figure.
        public var name: String
        /// As it was recorded.
        public var recorded: String
        /// As it comes out again.
        public var computed: String
        /// Whether the two agree.
        public var agrees: Bool { recorded == computed }
        /// Whether it is a hash, whose first digits are enough in a sentence.
        var isHash = false

        func short(_ text: String) -> String { isHash ? String(text.prefix(12)) : text }
    }

    /// The revision as the ledger keeps it.
    public let revision: RequestRevision
    /// What its bytes come to.
    public let again: Reperformance
    /// What was compared, in the order in which it is read.
    public let comparisons: [Comparison]

    /// The currency of the evaluation, and of all amounts but the contract value of tiers.
    public var currency: Currency { again.computed.purchase.currency }

    /// Computes a revision again.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - number: The revision; nil for the last one.
    ///   - events: The journal.
    ///   - reader: The ledger, in the same state.
    ///   - asOf: The day on which quotes are judged; no figure depends on it.
    /// - Throws: ``ProblemCode/unknownEntry`` where the ledger keeps no such revision;
    ///   ``ProblemCode/badFreeze`` where its bytes are not those of one; a ``Problem`` of the store.
    public init(
        of id: RequestID, revision number: Int?, _ events: [StoredEvent],
        in reader: some LedgerReader, asOf: CalendarDate
    ) throws(Problem) {
        revision = try Self.revision(number, of: id, in: reader)
        again = try FrozenStatement(of: revision).reperform(asOf: asOf)
        let ledger = try reader.requireSettings().currency
        var found = [
            Comparison(
                name: "hash of the frozen content", recorded: revision.hash.description,
                computed: again.stated.hash.description, isHash: true),
            Comparison(
                name: "hash of the content computed again", recorded: revision.hash.description,
                computed: again.computed.hash.description, isHash: true),
            Comparison(
                name: "hash of what was asked for", recorded: revision.submissionHash.description,
                computed: SHA256Value.of(Array(again.computed.submission.canonicalJSON.utf8))
                    .description, isHash: true),
        ]
        if let submitted = try Self.submission(of: revision, in: events) {
            found += try Self.comparisons(submitted, again.computed, ledger)
        }
        comparisons = found
    }

    /// What is wrong, or nil where every figure comes out as it was recorded.
    public var problem: Problem? {
        let differing = comparisons.filter { !$0.agrees }
        guard let last = differing.last else { return again.problem }
        // A figure says more than a hash, and hashes come first.
        let figure = differing.first { !$0.isHash } ?? last
        let parts = again.differing.map { "`\($0)`" }
        return Problem(
            .frozenDiffers,
            "revision \(revision.number) of \(Problem.quoted(revision.request.text)) does not come out as it "
                + "was decided",
            because: (parts.isEmpty
                ? ""
                : "computed again, its \(parts.list("and")) \(parts.count == 1 ? "comes" : "come") out otherwise; ")
                + "the \(figure.name) is \(figure.short(figure.computed)), and the ledger recorded "
                + figure.short(figure.recorded),
            hint:
                "verify the ledger that keeps it: `outlay audit verify`; where that finds nothing, the revision was "
                + "false when it was frozen: have the next one frozen")
    }

    private static func revision(
        _ number: Int?, of id: RequestID, in reader: some LedgerReader
    ) throws(Problem) -> RequestRevision {
        let kept = try reader.revisions(of: id)
        guard let last = kept.last else {
            let isKnown = try reader.request(id) != nil
            throw Problem(
                .unknownEntry,
                "\(Problem.quoted(id.text)) has no frozen revision",
                because: isKnown
                    ? "it was submitted without one, so there is nothing to compute again"
                    : "the ledger has no such request",
                hint: "look for its name: `outlay audit log`")
        }
        guard let number else { return kept.last { !$0.isDraft } ?? last }
        guard let found = kept.first(where: { $0.number == number }) else {
            throw Problem(
                .unknownEntry, "\(Problem.quoted(id.text)) has no revision \(number)",
                because: "the ledger keeps \(kept.map { "\($0.number)" }.list("and"))",
                hint: "name one of them by `--revision`")
        }
        return found
    }

    /// Returns the event by which a revision was submitted, or nil for a draft.
    private static func submission(
        of revision: RequestRevision, in events: [StoredEvent]
    ) throws(Problem) -> LedgerEvent? {
        guard !revision.isDraft else { return nil }
        for stored in events {
            let event = try LedgerEvent(canonicalBytes: stored.bytes)
            guard event.body.kind == .submitted else { continue }
            for case .request(let row) in event.body.rows
            where row.id == revision.request && row.revision == revision.number { return event }
        }
        throw Problem(
            .frozenDiffers,
            "revision \(revision.number) of \(Problem.quoted(revision.request.text)) was never submitted",
            because: "the ledger keeps it as submitted, and no entry says so",
            hint: "verify the ledger: `outlay audit verify`")
    }

    private static func comparisons(
        _ event: LedgerEvent, _ computed: FrozenRevision, _ ledger: Currency
    ) throws(Problem) -> [Comparison] {
        let asked = computed.submission
        let currency = computed.purchase.currency
        var found: [Comparison] = []
        var lines: [RequestLine] = []
        for row in event.body.rows {
            if case .requestLine(let line) = row, line.request == asked.id { lines.append(line) }
            guard case .request(let request) = row, request.id == asked.id else { continue }
            func text(_ amount: MinorUnits?) -> String {
                amount.map { "\($0.text(in: ledger)) \(ledger.code)" } ?? "none"
            }
            func rank(_ details: RequestDetails) -> String {
                details.rank.map(String.init) ?? "none"
            }
            found += [
                Comparison(
                    name: "option", recorded: request.details.option?.text ?? "none",
                    computed: asked.details.option?.text ?? "none"),
                Comparison(
                    name: "rank", recorded: rank(request.details), computed: rank(asked.details)),
                Comparison(
                    name: "contract value", recorded: text(request.details.contractValue),
                    computed: text(asked.details.contractValue)),
            ]
            var sum = MinorUnits.zero
            for line in asked.lines { sum = try sum + line.amount }
            found.append(
                Comparison(
                    name: "charges in all",
                    recorded: "\(request.foreignTotal.text(in: currency)) \(currency.code)",
                    computed: "\(sum.text(in: currency)) \(currency.code)"))
        }
        return found + (try charges(lines, asked, currency))
    }

    /// Compares what each line is charged in each month.
    private static func charges(
        _ lines: [RequestLine], _ asked: Submit, _ currency: Currency
    ) throws(Problem) -> [Comparison] {
        struct Key: Hashable {
            var period: PeriodID
            var node: NodeID
        }
        var amounts: [Key: (recorded: MinorUnits, computed: MinorUnits)] = [:]
        for line in lines where line.foreignOpen.isPositive {
            let key = Key(period: line.period, node: line.node)
            amounts[key, default: (.zero, .zero)].recorded =
                try (amounts[key]?.recorded ?? .zero) + line.foreignAmount
        }
        for line in asked.lines {
            guard let period = line.period else { continue }
            let key = Key(period: period, node: line.node)
            amounts[key, default: (.zero, .zero)].computed =
                try (amounts[key]?.computed ?? .zero) + line.amount
        }
        let keys = amounts.keys.sorted { ($0.period, $0.node) < ($1.period, $1.node) }
        return keys.compactMap { key in
            amounts[key].map { amount in
                Comparison(
                    name: "\(key.node) in \(key.period)",
                    recorded: "\(amount.recorded.text(in: currency)) \(currency.code)",
                    computed: "\(amount.computed.text(in: currency)) \(currency.code)")
            }
        }
    }
}
