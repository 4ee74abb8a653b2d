import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A ledger as a journal of double entries, to be written for other programs.
///
/// Each event is one transaction. For every line and year it takes what is allotted from an account of
/// equity and puts it on what is available; what is reserved, committed or spent moves from there to an
/// account of its own. So each line's accounts add up to nothing, the accounts of a bucket add up to the
/// ledger's balances along the tree of lines, and nothing is counted twice. Parts of years are left out:
/// they are within their year.
///
/// The balances of the ledger go along as assertions, so that the other program finds any difference
/// itself.
public struct LedgerJournal: Sendable {
    /// One posting of a transaction.
    struct Entry: Hashable {
        var account: String
        var amount: MinorUnits
    }

    /// One event.
    struct Transaction {
        var sequence: Int64
        var date: CalendarDate
        var title: String
        var actor: String
        var hash: String
        var entries: [Entry]
    }

    /// What an account comes to at the end.
    struct Assertion {
        var account: String
        /// With all accounts below it.
        var total: MinorUnits
        /// By itself; nil where it is not known apart from those below.
        var own: MinorUnits?
    }

    let currency: Currency
    let title: String
    var transactions: [Transaction] = []
    /// Every account, once, in the order of trees, years and lines.
    var accounts: [String] = []
    var assertions: [Assertion] = []

    /// Reads a journal and the balances that it has to come to.
    ///
    /// - Parameters:
    ///   - journal: All events, in order.
    ///   - reader: The ledger as it stands after the last of them.
    /// - Throws: ``ProblemCode/damagedEvent``, ``ProblemCode/notOpened`` or ``ProblemCode/ledgerOverflow``.
    public init(
        _ journal: some Sequence<StoredEvent>, _ reader: some LedgerReader
    ) throws(Problem) {
        let settings = try reader.requireSettings()
        currency = settings.currency
        title = settings.ledgerID.text
        var own = OwnPostings()
        var followed: [(event: LedgerEvent, hash: SHA256Value, postings: [Posting])] = []
        for stored in journal {
            let event = try LedgerEvent(canonicalBytes: stored.bytes)
            let postings = try own.follow(event)
            guard !postings.isEmpty else { continue }
            followed.append((event, stored.hash, postings))
        }
        let names = JournalAccounts(own.lines)
        var used: [PeriodID: Set<NodeID>] = [:]
        for (event, hash, postings) in followed {
            for posting in postings {
                let above = own.ancestors(of: posting.row.node).map(\.id)
                used[posting.row.period, default: []].formUnion([posting.row.node] + above)
            }
            let subject = event.body.answer.subject
            let kind = event.body.kind.rawValue
            transactions.append(
                Transaction(
                    sequence: event.sequence, date: event.effective,
                    title: subject.isEmpty ? kind : "\(kind) \(subject)", actor: event.actor.text,
                    hash: hash.description, entries: try Self.entries(postings, names)))
        }
        for tree in JournalAccounts.Tree.allCases {
            for (year, lines) in used.sorted(by: { $0.key < $1.key }) {
                accounts += lines.sorted().map { names.name(tree, $0, year) }
            }
        }
        for (year, lines) in used.sorted(by: { $0.key < $1.key }) {
            try assert(year, lines, names, reader)
        }
    }

    /// Returns the entries of one event: what is allotted, reserved, committed and spent, and what that
    /// leaves of what is available.
    private static func entries(
        _ postings: [Posting], _ names: JournalAccounts
    ) throws(Problem) -> [Entry] {
        var entries: [Entry] = []
        var left: [(row: BalanceKey, amount: MinorUnits)] = []
        for posting in postings {
            if left.last?.row != posting.row { left.append((posting.row, .zero)) }
            let (row, amount) = (posting.row, posting.amount)
            var tree = JournalAccounts.Tree.allotted
            switch posting.bucket {
            case .allotted, .excused: break
            case .reserved: tree = .reserved
            case .committed: tree = .committed
            case .actual: tree = .actual
            }
            let account = names.name(tree, row.node, row.period)
            let sum = left[left.count - 1].amount
            if tree == .allotted {
                entries.append(Entry(account: account, amount: try amount.negated()))
                left[left.count - 1].amount = try sum + amount
            } else {
                entries.append(Entry(account: account, amount: amount))
                left[left.count - 1].amount = try sum - amount
            }
        }
        for (row, amount) in left where !amount.isZero {
            let account = names.name(.available, row.node, row.period)
            entries.append(Entry(account: account, amount: amount))
        }
        return entries
    }

    private mutating func assert(
        _ year: PeriodID, _ lines: Set<NodeID>, _ names: JournalAccounts,
        _ reader: some LedgerReader
    ) throws(Problem) {
        var allotted: [NodeID: MinorUnits] = [:]
        var balances: [LineBalance] = []
        for line in lines.sorted() {
            let balance = try reader.balance(of: line, in: year)
            balances.append(balance)
            for id in [line] + (try reader.ancestors(of: line)).map(\.id) {
                allotted[id] = try (allotted[id] ?? .zero) + balance.allotted
            }
        }
        for balance in balances {
            let line = balance.node.id
            let given = allotted[line] ?? .zero
            let used = try balance.reserved + balance.committed + balance.actual
            let rows: [(JournalAccounts.Tree, MinorUnits, MinorUnits?)] = [
                (.allotted, try given.negated(), try balance.allotted.negated()),
                (.available, try given - used, nil), (.reserved, balance.reserved, nil),
                (.committed, balance.committed, nil), (.actual, balance.actual, nil),
            ]
            for (tree, total, own) in rows {
                assertions.append(
                    Assertion(account: names.name(tree, line, year), total: total, own: own))
            }
        }
    }

    /// The first and the last day of the journal, or nil without transactions.
    var span: (first: CalendarDate, last: CalendarDate)? {
        let dates = transactions.map(\.date)
        guard let first = dates.min(), let last = dates.max() else { return nil }
        return (first, last)
    }

    /// Returns an amount with its currency.
    func text(_ amount: MinorUnits) -> String { "\(amount.text(in: currency)) \(currency.code)" }

    /// Returns `text` without what another program would read as something else than words.
    static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            plain.unicodeScalars.append(
                isWord || " .,-_@/+".unicodeScalars.contains(scalar) ? scalar : "_")
        }
        return plain
    }
}
