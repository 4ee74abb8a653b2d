import OutlayProblems
import OutlayValues

/// What another system says was spent, for one document on one line in one month.
public struct ActualsEntry: Sendable, Hashable {
    /// The line, the month and the amount in the ledger's currency; below 0 what came back.
    public var charge: Charge
    /// Who bills, as ``Invoice/issuer`` has it; empty where that is not known.
    public var issuer: LedgerText
    /// The document's number; empty where it has none.
    public var document: LedgerText
    /// The order or contract that it is for, or nil.
    public var request: RequestID?

    /// Creates an entry.
    public init(
        _ charge: Charge, issuer: LedgerText = .empty, document: LedgerText = .empty,
        request: RequestID? = nil
    ) {
        self.charge = charge
        self.issuer = issuer
        self.document = document
        self.request = request
    }
}

/// What becomes of the entries of an import in the ledger as it stands.
public struct ActualsPlan: Sendable {
    /// What is booked, with what of it settles an order or contract.
    public var booked: [BookedActual]
    /// What is left out, and why.
    public var leftOut: [LeftOutActual]
    /// Orders and contracts, as far as they are charged, in the order of their names.
    var works: [(id: RequestID, work: OrderWork)]
    var draft: PostingDraft
    var rows: [RowChange]

    /// The entries that no order and no contract stands behind.
    public var unmatched: [BookedActual] { booked.filter { $0.match == .none } }
}

/// An entry that is booked.
public struct BookedActual: Sendable, Hashable {
    /// What an entry is matched to.
    public enum Match: Sendable, Hashable {
        /// Nothing.
        case none
        /// An order or contract, which it settles.
        case request(RequestID)
        /// An order that it names and that cannot take it: not approved, over, or in another currency.
        case unsettled(RequestID)
        /// An earlier import of the same document, of which it is the difference.
        case restated(Int64)
    }

    /// The entry, with the amount that is booked.
    public var entry: ActualsEntry
    /// What it is matched to.
    public var match: Match
}

/// An entry that is left out.
public struct LeftOutActual: Sendable, Hashable {
    /// Why an entry is not booked.
    public enum Reason: Sendable, Hashable {
        /// The document is booked as an invoice of this order.
        case bookedInvoice(RequestID)
        /// The document is a disputed invoice of this order, which is shown as exposure.
        case disputedInvoice(RequestID)
        /// The event of this number booked the same amount of the document already.
        case importedBefore(Int64)
        /// The event of this number booked another amount of the document.
        case importedOtherwise(Int64, MinorUnits)
    }

    /// The entry.
    public var entry: ActualsEntry
    /// Why.
    public var reason: Reason

    /// The reason as one word.
    public var word: String {
        switch reason {
        case .bookedInvoice: "booked_invoice"
        case .disputedInvoice: "disputed_invoice"
        case .importedBefore: "imported_before"
        case .importedOtherwise: "imported_otherwise"
        }
    }
}

extension ImportActuals {
    /// Returns what becomes of the entries, without writing anything.
    ///
    /// - Parameters:
    ///   - reader: The ledger as it stands.
    ///   - date: The day that the import counts for.
    ///   - person: Who books them.
    /// - Returns: What is booked, and what is left out and why.
    /// - Throws: A ``Problem`` of the store, or ``ProblemCode/ledgerOverflow``.
    public func plan(
        in reader: some LedgerReader, on date: CalendarDate, by person: PersonID
    ) throws(Problem) -> ActualsPlan {
        var planner = ActualsPlanner(
            restates: restates, source: hash, date: date, person: person,
            sequence: try reader.nextSequence(), currency: try reader.requireSettings().currency)
        var first: [ActualsEntry] = []
        for entry in entries {
            // Entries of one document come together.
            if let last = first.last, !last.isOfOneDocument(with: entry) {
                try planner.take(first, reader)
                first = []
            }
            first.append(entry)
        }
        try planner.take(first, reader)
        return planner.plan
    }
}

extension ActualsEntry {
    fileprivate func isOfOneDocument(with other: ActualsEntry) -> Bool {
        !document.isEmpty && issuer == other.issuer && document == other.document
    }
}

/// Decides what becomes of one document after the other.
private struct ActualsPlanner {
    let restates: Bool
    let source: LedgerText
    let date: CalendarDate
    let person: PersonID
    let sequence: Int64
    let currency: Currency
    var plan = ActualsPlan(booked: [], leftOut: [], works: [], draft: PostingDraft(), rows: [])

    mutating func take(
        _ entries: [ActualsEntry], _ reader: some LedgerReader
    ) throws(Problem) {
        guard let first = entries.first else { return }
        guard !first.document.isEmpty else {
            for entry in entries {
                try settle([entry], reader)
            }
            return
        }
        let earlier = try reader.importedActuals(issuer: first.issuer, document: first.document)
        guard earlier.isEmpty else { return try again(entries, earlier, reader) }
        for issuer in try issuers(of: entries, reader) {
            guard let invoice = try reader.invoice(issuer: issuer, number: first.document),
                invoice.state != .dropped
            else { continue }
            let reason: LeftOutActual.Reason =
                invoice.state == .booked
                ? .bookedInvoice(invoice.request) : .disputedInvoice(invoice.request)
            plan.leftOut += entries.map { LeftOutActual(entry: $0, reason: reason) }
            return
        }
        try settle(entries, reader)
        try keep(entries)
    }

    /// Those under whose names the document may be booked.
    private func issuers(
        of entries: [ActualsEntry], _ reader: some LedgerReader
    ) throws(Problem) -> [LedgerText] {
        var issuers: [LedgerText] = []
        for entry in entries {
            issuers.append(entry.issuer)
            if let id = entry.request, let request = try reader.request(id) {
                issuers.append(request.issuer)
            }
        }
        var all = issuers
        for issuer in issuers where issuer.text.hasPrefix("vendor:") {
            let vendor = VendorID(known: String(issuer.text.dropFirst("vendor:".count)))
            all += try reader.approvalRules.party(of: vendor, on: date, in: reader)
                .map(Request.issuer)
        }
        var seen: Set<LedgerText> = []
        return all.filter { seen.insert($0).inserted }
    }

    /// A document that was imported before: nothing, or the difference.
    private mutating func again(
        _ entries: [ActualsEntry], _ earlier: [ImportedActual], _ reader: some LedgerReader
    ) throws(Problem) {
        var open = earlier
        for entry in try merged(entries) {
            let index = open.firstIndex {
                $0.node == entry.charge.node && $0.period == entry.charge.period
            }
            let known = index.map { open.remove(at: $0) }
            let (amount, event) = (known?.amount ?? .zero, known?.sequence ?? earlier[0].sequence)
            guard amount != entry.charge.amount else {
                plan.leftOut.append(LeftOutActual(entry: entry, reason: .importedBefore(event)))
                continue
            }
            guard restates else {
                plan.leftOut.append(
                    LeftOutActual(entry: entry, reason: .importedOtherwise(event, amount)))
                continue
            }
            try restate(entry, from: amount, by: event, reader)
        }
        guard restates else { return }
        for row in open where !row.amount.isZero {
            let entry = ActualsEntry(
                Charge(row.node, row.period, .zero), issuer: row.issuer, document: row.document,
                request: row.request)
            try restate(entry, from: row.amount, by: row.sequence, reader)
        }
    }

    /// Returns one entry for each line and month.
    private func merged(_ entries: [ActualsEntry]) throws(Problem) -> [ActualsEntry] {
        var merged: [ActualsEntry] = []
        for entry in entries {
            let index = merged.firstIndex {
                $0.charge.node == entry.charge.node && $0.charge.period == entry.charge.period
            }
            if let index {
                try merged[index].charge.amount += entry.charge.amount
            } else {
                merged.append(entry)
            }
        }
        return merged
    }

    private mutating func restate(
        _ entry: ActualsEntry, from amount: MinorUnits, by event: Int64,
        _ reader: some LedgerReader
    ) throws(Problem) {
        try keep([entry])
        var change = entry
        change.charge.amount = try entry.charge.amount - amount
        try post(change.charge, reader)
        plan.booked.append(BookedActual(entry: change, match: .restated(event)))
    }

    private mutating func post(
        _ charge: Charge, _ reader: some LedgerReader
    ) throws(Problem) {
        try plan.draft.add(
            charge.amount, to: .actual, of: charge.node, charge.period.period(of: .monthly), reader)
    }

    private mutating func keep(_ entries: [ActualsEntry]) throws(Problem) {
        for entry in try merged(entries) {
            plan.rows.append(
                .importedActual(
                    ImportedActual(
                        issuer: entry.issuer, document: entry.document, node: entry.charge.node,
                        period: entry.charge.period, amount: entry.charge.amount,
                        request: entry.request, source: source, sequence: sequence)))
        }
    }

    /// Books the entries of one document: against the orders they name, else on their lines alone.
    private mutating func settle(
        _ entries: [ActualsEntry], _ reader: some LedgerReader
    ) throws(Problem) {
        var nets: [RequestID: MinorUnits] = [:]
        for entry in entries {
            guard let id = entry.request else { continue }
            nets[id] = try (nets[id] ?? .zero) + entry.charge.amount
        }
        var settled: Set<RequestID> = []
        var billed: Set<LedgerText> = []
        for id in nets.keys.sorted() {
            // What comes back in all reopens nothing: that is for a credit note.
            guard let net = nets[id], net.isPositive,
                let place = try work(on: id, reader)
            else { continue }
            settled.insert(id)
            guard var number = entries.first?.document, !number.isEmpty else { continue }
            let request = plan.works[place].work.request
            // A document may bill several orders of one vendor, and an invoice belongs to one.
            if !billed.insert(request.issuer).inserted {
                number = LedgerText(known: "\(number) / \(id)")
            }
            var invoice = Invoice(
                issuer: request.issuer, number: number, request: id, kind: .invoice, date: date,
                foreignAmount: net, currency: currency, rate: nil, bookedBy: person,
                sequence: sequence)
            invoice.booked = net
            plan.rows.append(.invoice(invoice))
        }
        for entry in entries {
            if let id = entry.request, settled.contains(id) {
                try charge(entry, id, reader)
                plan.booked.append(BookedActual(entry: entry, match: .request(id)))
            } else {
                try post(entry.charge, reader)
                plan.booked.append(
                    BookedActual(
                        entry: entry, match: entry.request.map { .unsettled($0) } ?? .none))
            }
        }
    }

    /// Returns the place of an order that can take bills, or nil.
    private mutating func work(
        on id: RequestID, _ reader: some LedgerReader
    ) throws(Problem) -> Int? {
        if let known = plan.works.firstIndex(where: { $0.id == id }) { return known }
        guard let work = try reader.work(on: id), work.request.state.isApproved,
            work.request.currency == currency
        else { return nil }
        plan.works.append((id, work))
        return plan.works.count - 1
    }

    /// Takes an entry from what is open of an order.
    ///
    /// The same line and month come first, then the same line, then the others. What goes beyond is booked
    /// on the entry's own line.
    private mutating func charge(
        _ entry: ActualsEntry, _ id: RequestID, _ reader: some LedgerReader
    ) throws(Problem) {
        guard let place = try work(on: id, reader) else { return }
        var rest = entry.charge.amount
        if rest.isPositive {
            var work = plan.works[place].work
            swap(&work.draft, &plan.draft)
            for index in order(of: work.lines, for: entry.charge) where rest.isPositive {
                let part = min(rest, work.lines[index].foreignOpen)
                guard part.isPositive else { continue }
                work.lines[index].foreignBilled = try work.lines[index].foreignBilled + part
                work.lines[index].foreignOpen = try work.lines[index].foreignOpen - part
                try work.settle(index, reader)
                try work.spend(part, on: index, reader)
                rest = try rest - part
            }
            swap(&work.draft, &plan.draft)
            plan.works[place].work = work
        }
        guard !rest.isZero else { return }
        var beyond = entry.charge
        beyond.amount = rest
        try post(beyond, reader)
    }

    private func order(of lines: [RequestLine], for charge: Charge) -> [Int] {
        func rank(_ line: RequestLine) -> Int {
            guard line.node == charge.node else { return 2 }
            return line.period == charge.period ? 0 : 1
        }
        return lines.indices.sorted { (rank(lines[$0]), $0) < (rank(lines[$1]), $1) }
    }
}
