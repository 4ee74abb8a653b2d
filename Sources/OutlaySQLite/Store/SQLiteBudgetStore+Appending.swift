import OutlayBudgets
import OutlayProblems

extension SQLiteBudgetStore {
    /// Appends an event: its rows, its postings, itself, and the head of the chain.
    func append(_ event: LedgerEvent) throws(Problem) {
        let changed = try reader.balances(after: event.body)
        for row in changed { try put(row, instead: try reader.balance(row.key)) }
        for change in event.body.rows { try put(change) }
        let stored = event.stored(after: reader.currentHead)
        try put(event, stored)
        for (index, posting) in event.body.postings.enumerated() {
            let statement = try reader.statements.statement(
                literal: """
                    INSERT INTO posting (sequence, number, node, period, bucket, amount)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                    """)
            statement.bind(1, event.sequence)
            statement.bind(2, Int64(index + 1))
            statement.bind(3, posting.row.node.text)
            statement.bind(4, posting.row.period.description)
            statement.bind(5, posting.bucket.rawValue)
            statement.bind(6, posting.amount.count)
            try statement.run()
        }
        let head = ChainHead(
            sequence: event.sequence, hash: stored.hash,
            recordedMilliseconds: event.recordedMilliseconds)
        try moveHead(to: head)
        reader.currentHead = head
        reader.forget(event, rows: changed)
    }

    /// Changes a balance row by what was added to it, under the condition that it still is what the
    /// decision saw and stays within its cap.
    private func put(_ row: Balance, instead old: Balance?) throws(Problem) {
        let place = row.key
        guard let old else {
            let statement = try reader.statements.statement(TableText.balance.put)
            var sink = StatementSink(statement)
            row.write(to: &sink)
            try statement.run()
            return
        }
        let statement = try reader.statements.statement(
            literal: """
                UPDATE balance SET allotted = allotted + ?3, reserved = reserved + ?4,
                    committed = committed + ?5, actual = actual + ?6, excused = excused + ?7, cap = ?8
                WHERE node = ?1 AND period = ?2
                    AND (?8 IS NULL OR reserved + committed + actual + ?4 + ?5 + ?6 <= ?8)
                    AND allotted = ?9 AND reserved = ?10 AND committed = ?11 AND actual = ?12
                """)
        statement.bind(1, place.node.text)
        statement.bind(2, place.period.description)
        for (index, bucket) in Bucket.allCases.enumerated() {
            statement.bind(Int32(3 + index), try (row[bucket] - old[bucket]).count)
        }
        statement.bind(8, row.cap?.count)
        for (index, bucket) in Bucket.allCases.prefix(4).enumerated() {
            statement.bind(Int32(9 + index), old[bucket].count)
        }
        guard try statement.run() == 1 else {
            throw Problem(
                .damagedLedger,
                "the balance of `\(place.node)` in \(place.period) did not take what was decided",
                at: .file(path),
                because: "its row changed under the decision, or would go over its cap",
                hint: "verify the ledger")
        }
    }

    private func put(_ change: RowChange) throws(Problem) {
        let statement = try reader.statements.statement(TableText.of(change.table).put)
        func bind(_ row: some LedgerRow) {
            var sink = StatementSink(statement)
            row.write(to: &sink)
        }
        bind(change.row)
        try statement.run()
    }

    private func put(_ event: LedgerEvent, _ stored: StoredEvent) throws(Problem) {
        let statement = try reader.statements.statement(
            literal: """
                INSERT INTO event
                    (sequence, idempotency_key, kind, effective, recorded_milliseconds, actor, body, hash)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """)
        statement.bind(1, event.sequence)
        statement.bind(2, event.idempotencyKey?.text)
        statement.bind(3, event.body.kind.rawValue)
        statement.bind(4, event.effective.isoText)
        statement.bind(5, event.recordedMilliseconds)
        statement.bind(6, event.actor.text)
        statement.bindText(7, stored.bytes)
        statement.bind(8, stored.hash)
        try statement.run()
    }

    private func moveHead(to head: ChainHead) throws(Problem) {
        let statement = try reader.statements.statement(
            literal: """
                UPDATE chain SET head_sequence = ?1, head_hash = ?2, recorded_milliseconds = ?3,
                    is_closed = 0
                WHERE head_sequence = ?4
                """)
        statement.bind(1, head.sequence)
        statement.bind(2, head.hash)
        statement.bind(3, head.recordedMilliseconds)
        statement.bind(4, head.sequence - 1)
        guard try statement.run() == 1 else {
            throw Problem(
                .brokenChain, "the head of the chain did not move", at: .file(path),
                because: "it is not where the transaction saw it", hint: "verify the ledger")
        }
    }
}
