import OutlayBudgets
import OutlayEncoding
import OutlayProblems

extension SQLiteBudgetStore {
    /// Verifies the whole ledger: the file's own structure, the chain, a replay whose rows are compared
    /// byte for byte, a recount of the balances from the postings, and the evidence.
    ///
    /// The journal is read entry by entry, and every other row once. What is held in memory is what
    /// ``LedgerVerifier`` says.
    ///
    /// - Parameters:
    ///   - anchors: Checkpoints that were kept elsewhere.
    ///   - evidenceFolder: The path of a folder with the evidence, or nil where it is not looked at. A
    ///     file is looked for by its name in the ledger, and by its hash.
    /// - Returns: What was found; see ``Verification``.
    /// - Throws: ``ProblemCode/damagedLedger`` where the file cannot be read through, or a row of the
    ///   journal says otherwise than its event; ``ProblemCode/anchorMismatch`` where a checkpoint that
    ///   the ledger itself knows to be exported is not in its chain.
    public func verify(
        anchors: [Checkpoint] = [], evidenceFolder: String? = nil
    ) throws(Problem) -> Verification {
        let folder = try evidenceFolder.map { path throws(Problem) in try EvidenceFolder(path) }
        return try verify(anchors, folder)
    }

    /// Verifies the whole ledger against one checkpoint that was kept elsewhere, or none.
    public func verify(anchor: Checkpoint?) throws(Problem) -> Verification {
        try verify(anchors: anchor.map { [$0] } ?? [])
    }

    private func verify(
        _ anchors: [Checkpoint], _ folder: EvidenceFolder?
    ) throws(Problem) -> Verification {
        try snapshot { () throws(Problem) in
            let structure = try StructureCheck(beside: connection)
            var verifier = LedgerVerifier(anchors: anchors, approvalRules: reader.approvalRules)
            var sums = PostingSums()
            let columnProblem: Problem?
            do throws(Problem) {
                columnProblem = try follow(&verifier, &sums)
                try compareRows(&verifier)
            } catch {
                // Where the structure does not hold, that is what is wrong.
                try structure.requireStructure()
                throw error
            }
            try structure.requireStructure()
            var found = verifier.verification()
            guard found.holds else { return found }
            try requireEnd(found)
            try requireExports()
            try structure.requireReferences()
            if let columnProblem { throw columnProblem }
            try requireBalances(sums)
            found.evidence = try folder?.findings(of: reader.evidence())
            return found
        }
    }

    private func requireEnd(_ found: Verification) throws(Problem) {
        guard found.events == reader.currentHead.sequence, found.head == reader.currentHead.hash
        else {
            throw Problem(
                .brokenChain,
                "the journal of \(Problem.quoted(path, limit: 200)) ends elsewhere "
                    + "than its chain", at: .file(path),
                because: "the chain's head is event \(reader.currentHead.sequence), the last "
                    + "event \(found.events)", hint: "restore a backup")
        }
    }

    /// Follows the journal, and compares what its tables say beside the events with the events
    /// themselves; returns where they differ first.
    private func follow(
        _ verifier: inout LedgerVerifier, _ sums: inout PostingSums
    ) throws(Problem) -> Problem? {
        let journal = try reader.statements.statement(
            """
            SELECT sequence, body, hash, idempotency_key, kind, effective, recorded_milliseconds, actor
            FROM event ORDER BY sequence
            """)
        let postings = try reader.statements.statement(
            """
            SELECT sequence, number, node, period, bucket, amount FROM posting
            ORDER BY sequence, number
            """)
        defer {
            journal.reset()
            postings.reset()
        }
        var problem: Problem?
        while try journal.step() {
            let stored = StoredEvent(
                sequence: journal.integer(0), bytes: journal.bytes(1),
                hash: journal.digest(2) ?? .zero)
            guard let event = verifier.follow(stored), problem == nil else { continue }
            if try agrees(event, journal, postings) {
                for posting in event.body.postings { try sums.add(posting) }
            } else {
                problem = differs(at: event.sequence)
            }
        }
        if problem == nil, verifier.holds, try postings.step() {
            problem = differs(at: postings.integer(0))
        }
        return problem
    }

    private func agrees(
        _ event: LedgerEvent, _ journal: PreparedStatement, _ postings: PreparedStatement
    ) throws(Problem) -> Bool {
        guard journal.holds(3, optional: event.idempotencyKey?.text),
            journal.holds(4, event.body.kind.rawValue),
            journal.holds(5, event.effective.description),
            journal.holds(6, event.recordedMilliseconds),
            journal.holds(7, event.actor.text)
        else { return false }
        for (index, posting) in event.body.postings.enumerated() {
            guard try postings.step(), postings.holds(0, event.sequence),
                postings.holds(1, Int64(index + 1)),
                postings.holds(2, posting.row.node.text),
                postings.holds(3, posting.row.period.description),
                postings.holds(4, posting.bucket.rawValue),
                postings.holds(5, posting.amount.count)
            else { return false }
        }
        return true
    }

    private func differs(at sequence: Int64) -> Problem {
        Problem(
            .rowsDiffer, "the tables say otherwise than event \(sequence) itself", at: .file(path),
            because: "what stands beside an event repeats what it says", hint: "restore a backup")
    }

    /// Compares the sums of the postings with the balances, without the replay's help.
    private func requireBalances(_ sums: PostingSums) throws(Problem) {
        guard let row = sums.firstDifference(from: try reader.balances(of: nil)) else { return }
        throw Problem(
            .rowsDiffer, "the postings to `\(row.node)` do not add up to its balance",
            at: .file(path), because: "recounted in \(row.period)", hint: "restore a backup")
    }

    /// Hands every row of every table to `verifier`, as it stands in the file.
    private func compareRows(_ verifier: inout LedgerVerifier) throws(Problem) {
        guard verifier.holds else { return }
        var writer = CanonicalWriter(capacity: 4096)
        for table in LedgerTable.allCases {
            let texts = TableText.of(table)
            let rows = try reader.statements.statement(
                "SELECT \(texts.columns) FROM \(texts.name)")
            defer { rows.reset() }
            while try rows.step() {
                let key = rows.writeLine(of: table, to: &writer)
                verifier.compare(table, writer.bytes, key: key)
            }
        }
    }
}

/// The postings, added up.
private struct PostingSums {
    private var rows: [BalanceKey: Balance] = [:]

    mutating func add(_ posting: Posting) throws(Problem) {
        var row = rows[posting.row] ?? Balance(posting.row)
        row[posting.bucket] = try row[posting.bucket] + posting.amount
        rows[posting.row] = row
    }

    /// Returns the first row, in the order of keys, that comes to other amounts than in `balances`.
    func firstDifference(from balances: [Balance]) -> BalanceKey? {
        var others = rows
        var differing: [BalanceKey] = []
        for var balance in balances {
            balance.cap = nil
            if others.removeValue(forKey: balance.key) ?? Balance(balance.key) != balance {
                differing.append(balance.key)
            }
        }
        return (differing + others.keys).min()
    }
}

extension PreparedStatement {
    /// Writes the cells of the current row, which are those of a row of `table`, as a canonical line;
    /// returns where the cells of the key stand in it.
    fileprivate func writeLine(
        of table: LedgerTable, to writer: inout CanonicalWriter
    ) -> Range<Int> {
        let shape = table.shape
        writer.clear()
        writer.beginArray()
        writer.text(table.rawValue)
        let start = writer.bytes.count + 1
        var end = start
        for (index, column) in shape.columns.enumerated() {
            let place = Int32(index)
            switch kind(place) {
            case .integer: writer.integer(integer(place))
            case .null: writer.null()
            case .text:
                withText(place) {
                    if column.type == .json { writer.canonical($0) } else { writer.text($0) }
                }
            }
            if index + 1 == shape.keyCount { end = writer.bytes.count }
        }
        writer.endArray()
        return start..<end
    }
}

extension Verification {
    /// Returns what is wrong, as a problem of the ledger at `path`; nil where everything holds.
    public func problem(of path: String) -> Problem? {
        if case .broken(let fault) = chain { return fault.problem(of: path, events: events) }
        let shown = Problem.quoted(path, limit: 200)
        let hint = "restore a backup, and verify it against a checkpoint"
        if let replayProblem {
            return Problem(
                .brokenChain, "\(shown) cannot be replayed", at: .file(path),
                because: replayProblem.summary, hint: hint)
        }
        if let row = differingRows.first {
            return Problem(
                .rowsDiffer, "\(shown) holds rows that its journal does not make", at: .file(path),
                because: "the first one is \(Problem.quoted(row, limit: 120))", hint: hint)
        }
        if let evidence, let name = (evidence.missing + evidence.altered).first {
            return Problem(
                .evidenceDiffers, evidence.summary, at: .file(path),
                because: "\(Problem.quoted(name.text)) is "
                    + (evidence.missing.isEmpty ? "altered" : "missing"),
                hint: "find the files as they were")
        }
        return nil
    }
}

extension ChainFault {
    /// Returns what is wrong with the chain of the ledger at `path`, which has so many events.
    fileprivate func problem(of path: String, events: Int64) -> Problem {
        let shown = Problem.quoted(path, limit: 200)
        let hint = "restore a backup, and verify it against a checkpoint"
        switch kind {
        case .missing, .altered:
            return Problem(
                .brokenChain, "\(shown) is broken at event \(sequence)", at: .file(path),
                because: kind == .missing
                    ? "the event is missing"
                    : "its hash is not that of its content and the event before", hint: hint)
        case .notTheAnchor:
            return Problem(
                .anchorMismatch, "\(shown) is not the ledger that was anchored", at: .file(path),
                because: "event \(sequence) has another hash than the checkpoint says", hint: hint)
        case .beyondHead:
            return Problem(
                .anchorMismatch, "\(shown) ends before what was anchored", at: .file(path),
                because: "its last event is \(events), and a checkpoint knows event \(sequence)",
                hint: hint)
        case .otherLedger:
            return Problem(
                .anchorMismatch, "the checkpoint is not one of \(shown)", at: .file(path),
                because: "it names another ledger",
                hint: "look for the anchors of this ledger, and for the ledger of this anchor")
        }
    }
}
