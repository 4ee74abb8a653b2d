import Outlay

/// Acts that were carried out, or were put before a second person.
struct SharedActs<View> {
    /// What became of the acts, and what was read of the ledger after them.
    var made: LedgerChange<View>
    /// Those that wait for a second person; nil where the acts were done at once.
    var waiting: ProposalReport?

    /// The fields of ``LedgerResultShape/change``, and what waits.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func json() throws(Problem) -> JSONObject {
        var object = made.json
        object["proposals"] = try waiting?.json() ?? []
        return object
    }

    /// Returns the title: `done` where the acts were done, else what waits.
    func title(_ done: String) -> String {
        guard let waiting else { return (made.isRehearsal ? "Dry run: " : "") + done }
        let verb = made.isRehearsal ? "Would propose" : "Proposed"
        return waiting.items.isEmpty ? verb : "\(verb): \(waiting.phrases)"
    }

    /// Returns what is said below: `done` where the acts were done, else what would change and who confirms it.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func blocks(_ done: [Block]) throws(Problem) -> [Block] {
        var blocks = done
        if let waiting {
            blocks = try waiting.blocks()
            blocks.append(.paragraph(RichText(waiting.wayOn(isRehearsal: made.isRehearsal))))
        }
        return blocks + [.paragraph(RichText(made.sentence))]
    }
}

extension LedgerSession {
    /// Carries out acts in order, all of them or none; those that the organisation asks a second person for are
    /// put before one.
    ///
    /// - Parameters:
    ///   - acts: The acts.
    ///   - options: What was asked for.
    ///   - view: Reads the ledger as the acts leave it, or would leave it.
    /// - Returns: What became of them.
    /// - Throws: The first refusal as a ``Problem``, or a problem of the file; then nothing changed.
    func carryOutOrPropose<View>(
        _ acts: [any ProposableCommand], _ options: LedgerChangeOptions,
        _ view: (SQLiteReader) throws(Problem) -> View
    ) throws(Problem) -> SharedActs<View> {
        let context = try context(options)
        let needsSecond = try read { (reader) throws(Problem) in
            var found = false
            for act in acts where try reader.needsSecondPerson(act, context) { found = true }
            return found
        }
        let commands: [any LedgerCommand] = needsSecond ? acts.map { Propose($0) } : acts
        let made = try carryOut(try named(commands, context)) { (reader) throws(Problem) in
            (view: try view(reader), proposals: try reader.proposals(), moment: context.moment)
        }
        let numbers = Set(made.answers.map(\.sequence))
        let proposals = made.view.proposals.filter { numbers.contains($0.number) }
        let change = LedgerChange(
            answers: made.answers, head: made.head, view: made.view.view,
            isRehearsal: made.isRehearsal)
        guard needsSecond else { return SharedActs(made: change, waiting: nil) }
        return SharedActs(
            made: change,
            waiting: try read { (reader) throws(Problem) in
                try ProposalReport(proposals, in: reader, at: context.moment)
            })
    }

    /// Returns commands with their contexts: one key names one act, so that of several each has its own.
    func named(
        _ commands: [any LedgerCommand], _ context: CommandContext
    ) throws(Problem) -> [(command: any LedgerCommand, context: CommandContext)] {
        try commands.enumerated().map { index, command throws(Problem) in
            var own = context
            if index > 0, let key = context.idempotencyKey {
                own.idempotencyKey = try IdempotencyKey("\(key.text)/\(index + 1)")
            }
            return (command: command, context: own)
        }
    }
}
