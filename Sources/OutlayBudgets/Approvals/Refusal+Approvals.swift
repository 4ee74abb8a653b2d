import OutlayProblems
import OutlayValues

extension Refusal {
    /// Returns the refusal in words where a rule of approval gave it, or nil for one of the ledger's own.
    ///
    /// - Parameter currency: What the refusal's amounts are in.
    public func approvalProblem(in currency: Currency) -> Problem? {
        guard let wording = Self.wordings[code] else { return nil }
        let name = subject.isEmpty ? "the request" : Problem.quoted(subject.text)
        let who = person.map { Problem.quoted($0.text) } ?? "the person"
        func filled(_ text: String) -> String {
            var parts = text.split(separator: "%", omittingEmptySubsequences: false)
            for index in stride(from: 1, to: parts.count, by: 2) {
                switch parts[index] {
                case "subject": parts[index] = Substring(name)
                case "person": parts[index] = Substring(who)
                case "available": parts[index] = Substring(shown(available, currency))
                case "requested": parts[index] = Substring(shown(requested, currency))
                case "short": parts[index] = Substring(shown(shortBy, currency))
                default: parts[index] = Substring(note.isEmpty ? code.rawValue : note.text)
                }
            }
            return parts.joined()
        }
        return Problem(
            wording.code, filled(wording.summary), because: filled(wording.reason),
            hint: wording.hint.map(filled))
    }

    private func shown(_ amount: MinorUnits?, _ currency: Currency) -> String {
        amount.map { $0.text(in: currency) } ?? "an unknown amount"
    }

    /// What a refusal says; the words between `%` are filled in.
    private struct Wording {
        var code: ProblemCode
        var summary: String
        var reason: String
        var hint: String?

        init(_ code: ProblemCode, _ summary: String, _ reason: String, _ hint: String? = nil) {
            self.code = code
            self.summary = summary
            self.reason = reason
            self.hint = hint
        }
    }

    private static let wordings = planning.merging(decision) { first, _ in first }
        .merging(other) { first, _ in first }

    private static let planning: [RefusalCode: Wording] = [
        .routeNotAdmitted: Wording(
            .routeNotAdmitted, "%subject% cannot be bought this way",
            "the policy has no settings for `%note%`", "buy it by competing quotes"),
        .quotesMissing: Wording(
            .quotesMissing, "%subject% has too few valid quotes",
            "found %note%, those of one party counted once", "add quotes that are still valid"),
        .evidenceMissing: Wording(
            .evidenceMissing, "%subject% lacks evidence",
            "the rule `%note%` asks for it", "attach the evidence, and submit again"),
        .reasonNotAccepted: Wording(
            .reasonNotAccepted, "%subject% gives no reason that the policy accepts",
            "the rule `%note%` asks for one", "give one of the policy's reasons"),
        .emergencyCeiling: Wording(
            .emergencyCeiling, "%subject% is above the ceiling of emergencies by %short%",
            "the ceiling is %available%, and what belongs together comes to %requested%",
            "submit it on the full path"),
    ]

    private static let decision: [RefusalCode: Wording] = [
        .selfApproval: Wording(
            .selfApproval, "%person% cannot approve %subject%",
            "it is their own request, and `%note%` bars them", "it can be withdrawn instead"),
        .lastEditor: Wording(
            .lastEditorApproves, "%person% cannot approve %subject%",
            "they wrote its last revision, and `%note%` bars them"),
        .overrideApprover: Wording(
            .overriderApproves, "%person% cannot approve %subject%",
            "they overrode the budget for it, and `%note%` bars them"),
        .notAnApprover: Wording(
            .notAnApprover, "nothing of %subject% waits for %person%",
            "only holders of the open group's roles decide, or who stands in for them",
            "see who is next with `outlay policy path`"),
        .delegationNotValid: Wording(
            .delegationNotValid, "there is no delegation to act for %person% on %subject%",
            "a delegation names both persons and holds on the day, for the category"),
        .delegationLimit: Wording(
            .delegationLimit, "%subject% is above the delegation's limit by %short%",
            "the limit is %available%, and the judged total is %requested%"),
        .alreadyApproved: Wording(
            .alreadyApproved, "%person% has no vote left on %subject%",
            "one person has one vote, and a step takes no more than it needs"),
        .notPending: Wording(
            .nothingPending, "%subject% does not wait for a decision",
            "it is decided, withdrawn, expired or closed"),
        .revisionMoved: Wording(
            .revisionMoved, "%subject% has a later revision",
            "a decision is on the revision that was shown", "look at it, and decide again"),
    ]

    private static let other: [RefusalCode: Wording] = [
        .overrideNotAuthorised: Wording(
            .overrideNotAllowed, "%person% cannot override the budget for %subject%",
            "it takes a limit of their own, or the policy's role, and another requester"),
        .overrideReasonRequired: Wording(
            .overrideNotAllowed, "the override for %subject% says no reason",
            "the policy asks for one", "say why"),
        .overrideLimitExceeded: Wording(
            .overrideLimit, "the override for %subject% is above the limit by %short%",
            "%available% are left, and it takes %requested%"),
        .dutyNotHeld: Wording(
            .dutyNotHeld, "%person% does not hold the duty",
            "the organisation names the roles that do"),
        .secondPersonRequired: Wording(
            .secondPersonMissing, "a second person has to confirm",
            "what changes rules or books takes two different persons of the organisation"),
        .dutiesApart: Wording(
            .dutiesApart, "%person% cannot do this for %subject%",
            "they did something else for it that is kept apart from this"),
        .overInvoiceTolerance: Wording(
            .overInvoiceTolerance, "invoice %subject% goes beyond the order by %short%",
            "%available% are left of the order with its tolerance, and it bills %requested%",
            "raise the order, or ask for a credit note"),
        .duplicateInvoice: Wording(
            .duplicateInvoice, "invoice %subject% is booked already",
            "a vendor's number is booked once"),
        .notReceived: Wording(
            .notReceived, "invoice %subject% bills %short% more than was received",
            "%available% are left of what was received, and it bills %requested%",
            "record the receipt first"),
    ]
}

extension AnswerFlag {
    /// Returns the flag in words where a rule of approval raised it, or nil for one of the ledger's own.
    ///
    /// - Parameter subject: The request or invoice it is about.
    public func approvalProblem(about subject: LedgerText) -> Problem? {
        let name = Problem.quoted(subject.text)
        switch self {
        case .splitSuspected:
            return Problem(
                .splitSuspected, "\(name) may be a part of a split purchase",
                because: "with others in the window it crosses a threshold; the sum picked the path"
            )
        case .possibleDuplicate:
            return Problem(
                .possibleDuplicate, "\(name) may be a duplicate",
                because: "another one of the same party is much like it")
        case .ratified:
            return Problem(
                .boughtBeforeApproval, "\(name) was bought before its approval",
                because: "it is ratified afterwards, and listed as such")
        case .newVendor:
            return Problem(
                .newVendor, "\(name) buys from a new vendor",
                because: "nothing was bought from this party before")
        default: return nil
        }
    }
}
