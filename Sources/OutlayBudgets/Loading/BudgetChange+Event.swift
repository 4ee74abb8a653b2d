import OutlayProblems

extension BudgetChange {
    /// Adds to `body` the year, the lines and the money, or returns why the ledger refuses them.
    ///
    /// Money is a fact here: what is cut below what is used becomes an overrun.
    func add(
        to body: inout EventBody, _ context: CommandContext, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        let year = budget.year
        if opensYear {
            let settings = try reader.requireSettings()
            body.rows += OpenYear.rows(of: year.year, in: settings.calendar)
        } else if let refusal = try reader.refusal(ofPostingIn: year, .plan) {
            return refusal
        }
        let lines = SetLines(lines.filter { $0.before != $0.line.node }.map(\.line.node))
        var added: Set<NodeID> = []
        for node in lines.lines {
            if let refusal = try lines.refusal(of: node, added, reader, rephases: true) {
                return refusal
            }
            added.insert(node.id)
            body.rows.append(.node(node))
        }
        var draft = PostingDraft()
        for change in self.lines where change.isChange {
            try draft.allot(
                try change.allotted - change.allottedBefore, to: change.line.node, year, reader)
            if change.rephases { try draft.rephase(change.line.node, year, reader) }
        }
        switch try draft.settle(.fact(.allotment), on: context.moment.effective, reader) {
        case .refused(let refusal): return refusal
        case .granted(let settlement): body.add(settlement, sequence: try reader.nextSequence())
        }
        let posted = Set(draft.touched.flatMap { $0.rows.map(\.before.key) })
        for node in lines.lines {
            for row in try reader.balances(of: node.id) where !posted.contains(row.key) {
                let excused = try node.excused(row) - row.excused
                if !excused.isZero { body.postings.append(Posting(row.key, .excused, excused)) }
            }
        }
        body.postings.sort {
            $0.row == $1.row ? $0.bucket.order < $1.bucket.order : $0.row < $1.row
        }
        return nil
    }
}

extension BudgetLineChange {
    /// Whether the parts of the year get other shares of it than before.
    fileprivate var rephases: Bool {
        guard let before else { return false }
        return before.phasing.weights != line.node.phasing.weights
    }
}
