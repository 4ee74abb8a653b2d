import OutlayProblems
import OutlayValues

/// What the rules of duties look at: who does what, and who else is in it.
public struct DutyContext: Sendable {
    /// What is done.
    public var duty: Duty
    /// Who does it.
    public var person: PersonID
    /// For whom it is done, or nil.
    public var principal: PersonID?
    /// The second person, or nil.
    public var confirmedBy: PersonID?
    /// Whether the act is only put before a second person.
    public var isProposal = false
    /// What it is done for, or nil for the rules or the books themselves.
    public var request: RequestID?
    /// The category of what it is done for, or nil.
    public var category: NodeID?
    /// The total of what it is done for, or nil where there is none yet.
    public var total: MinorUnits?
    /// Who did what for the same request so far.
    public var done: [DutyDone]
    /// The people.
    public var organisation: Organisation
    /// The day.
    public var date: CalendarDate

    /// Creates a context.
    public init(
        _ duty: Duty, by person: PersonID, confirmedBy: PersonID? = nil,
        for request: RequestID? = nil, done: [DutyDone] = [], in organisation: Organisation,
        on date: CalendarDate
    ) {
        self.duty = duty
        self.person = person
        self.confirmedBy = confirmedBy
        self.request = request
        self.done = done
        self.organisation = organisation
        self.date = date
    }

    /// The duties that nobody who exercises this one may have exercised for the same request.
    ///
    /// An approval never keeps anybody from writing a revision: it is void with the new one where the
    /// policy counts the writer as asking, and does not matter where it does not.
    var keptApart: Set<Duty> {
        guard organisation.duties.mode == .separated else { return [] }
        var others = Set(organisation.duties.apart.compactMap { $0.other(than: duty) })
        if duty == .request { others.remove(.approve) }
        return others
    }

    /// Returns why the duty may not be exercised so, or nil where it may.
    ///
    /// The rules are asked in the order of ``AllRules/duties``, and the first that refuses is named.
    public var refusal: Refusal? {
        for rule in AllRules.duties {
            if let refusal = rule.refusal(of: self) { return refusal }
        }
        return nil
    }
}

extension DutyContext {
    /// A worked example: `finance` moves money, nothing else has roles.
    static func example(
        _ duty: Duty, by person: String, confirmedBy second: String? = nil,
        receivedBy receiver: String? = nil, confirmers: [String] = []
    ) throws(Problem) -> String {
        var example = try RuleCase()
        if !confirmers.isEmpty {
            example.duties.second[duty] = confirmers.map { RoleID(known: $0) }
        }
        example.duties.roles = [.transfer: [RoleID(known: "finance")]]
        let context = DutyContext(
            duty, by: PersonID(known: person), confirmedBy: second.map { PersonID(known: $0) },
            done: receiver.map { [DutyDone(.receive, by: PersonID(known: $0))] } ?? [],
            in: try example.organisation(), on: RuleCase.today)
        return context.refusal.map { "refused:" + $0.code.rawValue } ?? "allowed"
    }
}

extension Refusal {
    /// Creates the refusal of a duty, with who wanted to exercise it and the rule that refused.
    init(_ code: RefusalCode, of context: DutyContext, by rule: RuleDescriptor) {
        self.init(
            code, subject: context.request.map { LedgerText(known: $0.text) } ?? .empty,
            note: rule.note)
        person = context.person
    }
}
