import OutlayBudgets
import OutlayEncoding
import OutlayProblems

extension SQLiteBudgetStore {
    /// Verifies the whole ledger: the file's own structure, the chain, a replay whose rows are compared
    /// byte for byte, a recount of the balances from the postings, and the evidence.
    ///
    /// - Parameters:
    ///   - anchor: A checkpoint that was kept elsewhere, or nil.
    ///   - fileHash: Returns the hash of the evidence file with a name, or nil where there is none.
    /// - Returns: What was found; see ``Verification``.
    /// - Throws: ``ProblemCode/damagedLedger`` where the file cannot be read through, or a row of the
    ///   journal says otherwise than its event.
    public func verify(
        anchor: Checkpoint? = nil, fileHash: ((LedgerText) -> SHA256Value?)? = nil
    ) throws(Problem) -> Verification {
        try snapshot { () throws(Problem) in
            try requireStructure()
            var events: [StoredEvent] = []
            try followJournal(from: 1) { (event) throws(Problem) in
                events.append(event)
                return true
            }
            let found = Verification(
                of: events, rows: try rowText(), anchor: anchor,
                approvalRules: reader.approvalRules, fileHash: fileHash)
            guard found.holds else { return found }
            if found.events != reader.currentHead.sequence || found.head != reader.currentHead.hash
            {
                throw Problem(
                    .brokenChain,
                    "the journal of \(Problem.quoted(path, limit: 200)) ends elsewhere "
                        + "than its chain", at: .file(path),
                    because: "the chain's head is event \(reader.currentHead.sequence), the last "
                        + "event \(found.events)", hint: "restore a backup")
            }
            try requireReferences()
            try recount()
            try compareColumns(events)
            return found
        }
    }

    /// Every row of every table in the order of tables and keys, as `Books.rowText()` writes them.
    func rowText() throws(Problem) -> String {
        let reader = reader
        var lines: [String] = []
        func add(_ rows: [some LedgerRow]) { lines += rows.map { $0.canonicalLine + "\n" } }
        add(try reader.rows(TableText.setting.select(), LedgerSettings.self))
        add(try reader.nodes())
        add(try reader.periods())
        add(try reader.balances(of: nil))
        add(try reader.documents())
        add(try reader.rows(TableText.request.select(), Request.self))
        add(try reader.rows(TableText.requestLine.select(), RequestLine.self))
        add(try reader.rows(TableText.requestRevision.select(), RequestRevision.self))
        add(try reader.rows(TableText.invoice.select(), Invoice.self))
        add(try reader.rows(TableText.receipt.select(), Receipt.self))
        add(try reader.frameworks())
        add(try reader.rows(TableText.override.select(), Override.self))
        add(try reader.overruns())
        add(try reader.evidence())
        return lines.joined()
    }

    private func requireStructure() throws(Problem) {
        let statement = try reader.statements.statement("PRAGMA integrity_check(1)")
        defer { statement.reset() }
        guard try statement.step(), statement.text(0) == "ok" else {
            throw damaged("integrity_check says: \(statement.text(0))")
        }
    }

    private func requireReferences() throws(Problem) {
        let references = try reader.statements.statement("PRAGMA foreign_key_check")
        defer { references.reset() }
        guard try references.step() == false else {
            throw damaged("a row of `\(references.text(0))` refers to nothing")
        }
    }

    /// Adds the postings up and compares them with the balances, without the replay's help.
    private func recount() throws(Problem) {
        let statement = try reader.statements.statement(
            """
            SELECT node, period FROM (
                SELECT node, period, bucket, sum(amount) AS amount FROM posting
                GROUP BY node, period, bucket
                UNION ALL SELECT node, period, 'allotted', -allotted FROM balance
                UNION ALL SELECT node, period, 'reserved', -reserved FROM balance
                UNION ALL SELECT node, period, 'committed', -committed FROM balance
                UNION ALL SELECT node, period, 'actual', -actual FROM balance
                UNION ALL SELECT node, period, 'excused', -excused FROM balance)
            GROUP BY node, period, bucket HAVING sum(amount) <> 0 LIMIT 1
            """)
        defer { statement.reset() }
        guard try statement.step() == false else {
            throw Problem(
                .rowsDiffer, "the postings to `\(statement.text(0))` do not add up to its balance",
                at: .file(path), because: "recounted in \(statement.text(1))",
                hint: "restore a backup")
        }
    }

    /// Compares what the journal's tables say beside the events with the events themselves.
    private func compareColumns(_ events: [StoredEvent]) throws(Problem) {
        let journal = try reader.statements.statement(
            """
            SELECT sequence, idempotency_key, kind, effective, recorded_milliseconds, actor
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
        for stored in events {
            let event = try LedgerEvent(canonicalBytes: stored.bytes)
            var agrees = try journal.step()
            agrees =
                agrees && journal.integer(0) == event.sequence
                && journal.optionalText(1) == event.idempotencyKey?.text
                && journal.text(2) == event.body.kind.rawValue
                && journal.text(3) == event.effective.description
                && journal.integer(4) == event.recordedMilliseconds
                && journal.text(5) == event.actor.text
            for (index, posting) in event.body.postings.enumerated() where agrees {
                agrees = try postings.step()
                agrees =
                    agrees && postings.integer(0) == event.sequence
                    && postings.integer(1) == Int64(index + 1)
                    && postings.text(2) == posting.row.node.text
                    && postings.text(3) == posting.row.period.description
                    && postings.text(4) == posting.bucket.rawValue
                    && postings.integer(5) == posting.amount.count
            }
            guard agrees else { throw differs(at: event.sequence) }
        }
        guard try postings.step() == false else { throw differs(at: postings.integer(0)) }
    }

    private func differs(at sequence: Int64) -> Problem {
        Problem(
            .rowsDiffer, "the tables say otherwise than event \(sequence) itself", at: .file(path),
            because: "what stands beside an event repeats what it says", hint: "restore a backup")
    }

    private func damaged(_ cause: String) -> Problem {
        Problem(
            .damagedLedger, "\(Problem.quoted(path, limit: 200)) is damaged", at: .file(path),
            because: "its structure does not hold", hint: "restore a backup", underlying: cause)
    }
}

extension Verification {
    /// Returns what is wrong, as a problem of the ledger at `path`; nil where everything holds.
    public func problem(of path: String) -> Problem? {
        let shown = Problem.quoted(path, limit: 200)
        let hint = "restore a backup, and verify it against a checkpoint"
        if case .broken(let fault) = chain {
            guard fault.kind != .notTheAnchor else {
                return Problem(
                    .anchorMismatch, "\(shown) is not the ledger that was anchored",
                    at: .file(path),
                    because: "event \(fault.sequence) has another hash than the checkpoint says",
                    hint: hint)
            }
            let isMissing = fault.kind == .missing
            return Problem(
                .brokenChain,
                "\(shown) is broken at event \(fault.sequence)", at: .file(path),
                because: isMissing
                    ? "the event is missing"
                    : "its hash is not that of its content and the event before",
                hint: hint)
        }
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
        if let name = failedEvidence.first {
            return Problem(
                .evidenceDiffers,
                "\(failedEvidence.count) pieces of evidence are missing or altered",
                at: .file(path), because: "the first one is \(Problem.quoted(name.text))",
                hint: "find the files as they were")
        }
        return nil
    }
}
