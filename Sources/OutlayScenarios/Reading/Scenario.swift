import Outlay

/// A worked case: what is given, what is done, and what must come of it.
struct Scenario: Sendable {
    /// Its name in its file, such as `S01`.
    var id: String
    /// What it shows, as one phrase.
    var title: String
    /// What stands before anything is done.
    var given: Given
    /// What is done, in order.
    var steps: [Step]
}

extension Scenario {
    /// What stands before anything is done.
    struct Given: Sendable {
        /// The budget lines, those above before those below.
        var lines: [Line] = []
        /// The people, sorted by name.
        var users: [User] = []
        /// Who may act for whom.
        var delegations: [Delegation] = []
        /// Who must approve what.
        var policy = Policy()
    }

    /// A budget line.
    struct Line: Sendable {
        var id: String
        var parent: String?
        var mode = "hard"
        var warnBasisPoints: Int64?
        var toleranceBasisPoints: Int64?
        var isYearToDate = false
    }

    /// A person.
    struct User: Sendable {
        var id: String
        var roles: [String]
        /// The most that one override of theirs may run over, as a decimal; nil for none at all.
        var overrideLimit: String?
    }

    /// A leave to act for another, on the days named and both ends included.
    struct Delegation: Sendable {
        var from: String
        var to: String
        var start: CalendarDate
        var end: CalendarDate
        var limit: String?
    }

    /// Who must approve what.
    struct Policy: Sendable {
        var tiers: [Tier] = []
        var reservesAtApproval = false
        var expireDays: Int?
        var invoiceToleranceBasisPoints: Int64?
        var splitWindowDays: Int?
        var splitThreshold: String?
    }

    /// What must be approved by whom below an amount.
    struct Tier: Sendable {
        /// The half-open upper bound on the total, as a decimal; nil for none.
        var lessThan: String?
        /// One after another.
        var steps: [ApprovalStep]
    }

    /// Who must approve before the next step.
    enum ApprovalStep: Sendable, Hashable {
        /// All of these roles, in any order.
        case all([String])
        /// This many people of one role.
        case quorum(Int, String)
    }

    /// Something that is done, and what must come of it.
    struct Step: Sendable {
        var operation: Operation
        /// The day, where the file names one.
        var date: CalendarDate?
        var expectation: Expectation?
    }

    /// What is done.
    indirect enum Operation: Sendable {
        case allot(line: String, amount: String, key: String?)
        case transfer(from: String, to: String, amount: String, key: String?)
        case submit(Submission)
        case approve(id: String, by: String, principal: String?, rate: String?)
        case reject(id: String, by: String, principal: String?)
        case withdraw(id: String)
        case cancel(id: String)
        case amend(id: String, amount: String)
        case invoice(Bill)
        case credit(id: String, amount: String, reopens: Bool)
        case expire
        case carryForward(id: String, to: String)
        case lapse(line: String)
        case race([Step])
        case asOf(line: String, knownSequence: Int?)
        case tamper(kind: Tampering, sequence: Int)
    }

    /// A request.
    struct Submission: Sendable {
        var id: String
        var by: String
        var lines: [(line: String, amount: String)]
        var vendor: String?
        var currency: String?
        var rate: String?
        var key: String?
        var override: (by: String, reason: String)?
    }

    /// An invoice.
    struct Bill: Sendable {
        var id: String
        var amount: String
        var number: String
        var isFinal: Bool
        var currency: String?
        var rate: String?
        var known: CalendarDate?
    }

    /// What is done to a copy of the journal behind the engine's back.
    enum Tampering: String, Sendable, CaseIterable {
        /// An event's content is altered, its hash is not.
        case edit
        /// An event's content is altered and its own hash made to fit.
        case editRehashOne = "edit_rehash_one"
        /// An event is taken out.
        case delete
        /// An event and the next change places.
        case swap
        /// An event and everything behind it is cut off.
        case truncate
        /// An event is altered, and it and all behind it are given hashes that fit.
        case rewriteAll = "rewrite_all"
    }

    /// What must come of a step; only what is stated is compared.
    struct Expectation: Sendable {
        var result: String?
        var balances: [(line: String, figures: [(name: String, amount: String)])] = []
        var steps: [ApprovalStep]?
        var flags: [String]?
    }
}
