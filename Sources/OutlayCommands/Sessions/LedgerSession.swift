import Outlay

/// A ledger that a command works on: the file, who acts, and on which day.
final class LedgerSession {
    /// The day everything is judged on and counts for.
    let asOf: CalendarDate
    /// Whether nothing is to be kept.
    let isRehearsal: Bool
    /// The command's surroundings.
    let shell: Shell
    private let store: SQLiteBudgetStore
    private let named: String?

    /// Opens the ledger at `path` for reading.
    ///
    /// - Throws: A ``Problem`` of the file.
    convenience init(
        reading path: String, _ options: LedgerOptions, _ shell: Shell
    ) throws(Problem) {
        try self.init(reading: path, actingAs: options.person, shell)
    }

    /// Opens the ledger at `path` for reading, by whom `--as` names or by the operating system's user.
    ///
    /// - Throws: A ``Problem`` of the file.
    init(reading path: String, actingAs person: String?, _ shell: Shell) throws(Problem) {
        asOf = shell.asOf
        isRehearsal = false
        self.shell = shell
        named = person
        store = try Self.opened(path) { () throws(Problem) in
            try SQLiteBudgetStore.openForReading(path, approvalRules: DocumentApprovalRules())
        }
    }

    /// Opens the ledger at `path` for commands.
    ///
    /// - Throws: A ``Problem`` of the file.
    init(
        changing path: String, _ options: LedgerOptions, _ shell: Shell, rehearsing: Bool
    ) throws(Problem) {
        asOf = shell.asOf
        isRehearsal = rehearsing
        self.shell = shell
        named = options.person
        store = try Self.opened(path) { () throws(Problem) in
            try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        }
    }

    /// Returns what `open` opens; where there is no file, the problem says how to make one.
    private static func opened(
        _ path: String, _ open: () throws(Problem) -> SQLiteBudgetStore
    ) throws(Problem) -> SQLiteBudgetStore {
        do throws(Problem) { return try open() } catch {
            guard error.code == .unreadableFile, !FileAccess.exists(path) else { throw error }
            var problem = error
            problem.hint = "make a ledger by `outlay db init \(path)`"
            throw problem
        }
    }

    /// The path of the ledger.
    var path: String { store.path }

    /// Returns what `body` reads from one state of the ledger.
    func read<Value>(
        _ body: (SQLiteReader) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        try store.read(body)
    }

    /// Hands the store to what works on all of it, such as a verification.
    func withStore<Value>(
        _ body: (SQLiteBudgetStore) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        try body(store)
    }

    // MARK: Who acts

    /// Returns who acts: the operating system's user by the organisation's `account`, or in a test ledger whom
    /// `--as` names.
    ///
    /// - Throws: ``ProblemCode/actingForbidden`` or ``ProblemCode/unknownAccount``.
    func actor() throws(Problem) -> PersonID {
        let identity = try identity()
        if let person = identity.person { return person }
        throw Problem(
            .unknownAccount,
            "the user \(Problem.quoted(identity.account)) is nobody in the organisation",
            because: "no person of the organisation in force on \(asOf) has that `account`",
            hint:
                "have somebody who assigns roles add `account: \(identity.account)` to the person, and "
                + "load the Organisation document: `outlay org load FILE`")
    }

    /// Returns the operating system's user, and who that is.
    ///
    /// - Throws: ``ProblemCode/actingForbidden``.
    func identity() throws(Problem) -> Identity {
        let account = Identity.systemAccount()
        return try read { (reader) throws(Problem) in
            let settings = try reader.requireSettings()
            if let named {
                guard settings.purpose == .test else {
                    throw Problem(
                        .actingForbidden, "nobody acts as \(Problem.quoted(named)) here",
                        at: .argument("--as"),
                        because: "the ledger \(settings.ledgerID) is in real use",
                        hint: "leave `--as` out; a ledger made by `outlay db init --test` takes it")
                }
                return Identity(account: account, person: try PersonID(named), isAssumed: true)
            }
            let organisation = try reader.organisation(inForceOn: asOf)
            return Identity(
                account: account, person: organisation?.person(account: account)?.id,
                isAssumed: false)
        }
    }

    /// Returns who acts where nobody is known yet: the system's user, until a first organisation is loaded.
    ///
    /// - Throws: What ``actor()`` throws.
    private func founder() throws(Problem) -> PersonID {
        let isFounded = try read { (reader) throws(Problem) in
            try reader.documents().contains { $0.kind == .organisation }
        }
        guard named == nil, !isFounded else { return try actor() }
        return try PersonID(Identity.systemAccount())
    }

    /// Returns the context of a command: who acts, for whom, when and by which key.
    ///
    /// - Parameters:
    ///   - options: What was asked for.
    ///   - second: Who confirms it, or nil.
    ///   - mayFound: Whether it may be done before there is anybody, by the system's user.
    /// - Returns: The context.
    /// - Throws: What ``actor()`` throws, or a name that cannot be one.
    func context(
        _ options: LedgerChangeOptions, confirmedBy second: PersonID? = nil,
        mayFound: Bool = false
    ) throws(Problem) -> CommandContext {
        let purpose = try read { (reader) throws(Problem) in try reader.requireSettings().purpose }
        return CommandContext(
            actor: mayFound ? try founder() : try actor(),
            onBehalfOf: try options.principal.map { name throws(Problem) in try PersonID(name) },
            confirmedBy: second == nil ? try confirmer(options, in: purpose) : second,
            idempotencyKey: try options.key.map { name throws(Problem) in
                try IdempotencyKey(name)
            },
            moment: Self.moment(asOf, in: purpose))
    }

    /// Returns the second person that `--confirmed-by` names.
    ///
    /// - Throws: ``ProblemCode/actingForbidden`` in a ledger of real use: there nobody confirms for somebody else.
    private func confirmer(
        _ options: LedgerChangeOptions, in purpose: LedgerPurpose
    ) throws(Problem) -> PersonID? {
        guard let name = options.confirmer else { return nil }
        guard purpose == .test else {
            throw Problem(
                .actingForbidden, "nobody confirms as \(Problem.quoted(name)) here",
                at: .argument("--confirmed-by"), because: "the ledger is in real use",
                hint:
                    "leave it out: the act waits, and the second person confirms it by `outlay confirm`"
            )
        }
        return try PersonID(name)
    }

    /// Returns when a command happens: on the day that counts, written down now; in a test ledger at the beginning of
    /// that day, so that a story always comes out the same.
    static func moment(_ date: CalendarDate, in purpose: LedgerPurpose) -> LedgerMoment {
        switch purpose {
        case .test: LedgerMoment(on: date)
        case .use: LedgerMoment(effective: date, recordedMilliseconds: Console.milliseconds())
        }
    }

    // MARK: Carrying out

    /// Carries out one command, or rehearses it.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - context: Who asks for it, and when.
    ///   - view: Reads the ledger as the command leaves it, or would leave it.
    /// - Returns: What became of it.
    /// - Throws: The refusal as a ``Problem``, or a problem of the file.
    func carryOut<View>(
        _ command: some LedgerCommand, _ context: CommandContext,
        _ view: (SQLiteReader) throws(Problem) -> View
    ) throws(Problem) -> LedgerChange<View> {
        try carryOut([(command, context)], view)
    }

    /// Carries out commands in order, all of them or none, or rehearses them.
    ///
    /// - Throws: The first refusal as a ``Problem``, or a problem of the file; then nothing changed.
    func carryOut<View>(
        _ commands: [(command: any LedgerCommand, context: CommandContext)],
        _ view: (SQLiteReader) throws(Problem) -> View
    ) throws(Problem) -> LedgerChange<View> {
        let result = try store.executeTogether(commands, rehearsing: isRehearsal) {
            (reader) throws(Problem) in
            (head: try reader.head(), view: try view(reader))
        }
        var answers: [LedgerAnswer] = []
        for outcome in result.outcomes {
            switch outcome {
            case .accepted(let answer): answers.append(answer)
            case .refused(let refusal): throw try explained(refusal)
            }
        }
        guard let seen = result.view else {
            throw Problem(
                .internalError, "a command had no outcome", because: "every command has one")
        }
        return LedgerChange(
            answers: answers, head: seen.head, view: seen.view, isRehearsal: isRehearsal)
    }

    /// Returns a refusal as a problem, with amounts in the ledger's currency.
    func explained(_ refusal: Refusal) throws(Problem) -> Problem {
        try read { (reader) throws(Problem) in
            var problem = refusal.problem(in: try reader.settings()?.currency ?? .eur)
            guard let name = try? RequestID(refusal.subject.text),
                try reader.request(name) != nil
            else { return problem }
            let standing = try RequestStanding(of: name, on: asOf, in: reader)
            if let fact = standing.fact(behind: refusal) {
                // The word alone says no more than the sentence before it.
                let isBare = problem.reason == "refused as `\(refusal.code.rawValue)`"
                problem.reason = isBare ? fact : "\(problem.reason), \(fact)"
            }
            problem.hint = standing.wayOn(from: refusal) ?? problem.hint
            return problem
        }
    }

    /// Returns an answer with what every answer from a ledger says, and closes the file.
    func finished(_ answer: Answer) throws(Problem) -> Answer {
        var answer = answer
        let settings = try read { (reader) throws(Problem) in try reader.settings() }
        if let settings, settings.purpose == .test {
            answer.findings.append(
                Problem(
                    .testLedger, "\(settings.ledgerID) is a ledger for trying things out",
                    because: "anybody may act in any name there"))
        }
        try store.close()
        return answer
    }
}

/// What became of commands that were all accepted.
struct LedgerChange<View> {
    /// Their answers, in order.
    var answers: [LedgerAnswer]
    /// The end of the chain after them.
    var head: ChainHead
    /// What was read of the ledger after them.
    var view: View
    /// Whether nothing was kept.
    var isRehearsal: Bool
}

/// What an accepted command answers; ``Answer`` is what a command of the tool says.
typealias LedgerAnswer = OutlayBudgets.Answer

/// The operating system's user, and who that is in the organisation.
struct Identity {
    /// The user's name on this system.
    var account: String
    /// Who that is, or nil.
    var person: PersonID?
    /// Whether `--as` says so, and not the system.
    var isAssumed: Bool

    /// The name of the user that this process runs as, or its number where it has none.
    static func systemAccount() -> String { Console.account() }
}
