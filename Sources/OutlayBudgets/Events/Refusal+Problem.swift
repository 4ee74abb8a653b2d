import OutlayProblems
import OutlayValues

extension RefusalCode {
    /// The code under which the refusal is explained.
    public var problemCode: ProblemCode {
        switch self {
        case .badAmount, .badScale: .badLedgerAmount
        case .badRate, .badCommand: .badLedgerCommand
        case .tooLarge: .tooLarge
        case .idempotencyConflict: .keyConflict
        case .unknownLine, .unknownRequest, .noDraft, .unknownInvoice, .unknownFramework:
            .unknownEntry
        case .noBudgetPeriod, .lineClosed, .periodClosed: .closedForPosting
        case .noPolicy: .noPolicy
        case .alreadyExists: .alreadyThere
        case .notPending, .revisionMoved: .notPending
        case .notApproved: .notApproved
        case .alreadyApproved: .alreadyApproved
        case .selfApproval: .selfApproval
        case .notAnApprover, .lastEditor, .overrideApprover: .notAnApprover
        case .delegationNotValid, .delegationLimit: .delegationRefused
        case .overrideNotAuthorised, .overrideReasonRequired, .overrideLimitExceeded,
            .overrideNotNeeded:
            .overrideRefused
        case .dutyNotHeld, .secondPersonRequired, .dutiesApart: .dutyRefused
        case .insufficientFunds: .shortOfFunds
        case .overInvoiceTolerance, .overReceipt, .overCredit, .belowBilled: .beyondOrder
        case .duplicateInvoice: .duplicateInvoice
        case .notReceived: .notReceived
        case .nothingOpen, .frameworkOver: .nothingOpen
        case .frameworkCeiling, .frameworkPeriod, .frameworkVendor: .beyondFramework
        case .routeNotAdmitted, .emergencyCeiling, .reasonNotAccepted: .routeRefused
        case .quotesMissing, .evidenceMissing: .proofMissing
        case .choiceReasonRequired: .choiceReasonMissing
        }
    }

    /// What is said of it, without its facts.
    fileprivate var phrase: String {
        switch self {
        case .badAmount: "the amount is not above 0, is no number, or needs more than 64 bits"
        case .badScale: "the amount has more decimals than its currency"
        case .badRate: "the exchange rate is missing, not above 0, or of no use"
        case .badCommand: "the command leaves out what it needs, or names something twice"
        case .tooLarge: "it is larger than what the ledger keeps"
        case .idempotencyConflict: "the idempotency key stands for another command"
        case .unknownLine: "the ledger has no such line"
        case .unknownRequest: "the ledger has no such request"
        case .noDraft: "the request has no such draft"
        case .unknownInvoice: "the vendor has no such open invoice"
        case .unknownFramework: "the ledger has no such agreement"
        case .noBudgetPeriod: "the fiscal year is not opened"
        case .lineClosed: "the line takes no charges on that day"
        case .periodClosed: "the period is closed"
        case .noPolicy: "no policy is in force on that day"
        case .alreadyExists: "it is there already"
        case .notPending: "it does not wait for a decision"
        case .notApproved: "the order is not approved, or is over"
        case .revisionMoved: "the request's present revision is not the one decided on"
        case .alreadyApproved: "the person has voted on the request already"
        case .selfApproval: "requesters do not approve their own requests"
        case .lastEditor: "who wrote the revision does not approve it"
        case .overrideApprover: "who overrode the budget does not approve the request"
        case .notAnApprover: "the person holds no role that the open steps ask for"
        case .delegationNotValid: "no delegation covers the act on that day"
        case .delegationLimit: "the request is above the delegation's limit"
        case .overrideNotAuthorised: "the person may not override the budget"
        case .overrideReasonRequired: "an override says why"
        case .overrideLimitExceeded: "the override goes beyond the authority's limit"
        case .overrideNotNeeded: "the budget suffices, and there is nothing to override"
        case .dutyNotHeld: "the person does not hold the duty"
        case .secondPersonRequired: "a second person has to confirm"
        case .dutiesApart: "the person did what is kept apart from this"
        default: rulePhrase
        }
    }

    private var rulePhrase: String {
        switch self {
        case .overInvoiceTolerance: "the bill goes beyond the order and its tolerance"
        case .duplicateInvoice: "the vendor's invoice of this number is booked"
        case .notReceived: "more is billed than was received"
        case .overReceipt: "more came than was ordered"
        case .overCredit: "more is given back than was billed"
        case .belowBilled: "the new total is below what was billed"
        case .nothingOpen: "nothing is open that could be moved"
        case .frameworkOver: "the agreement is over, and nothing of its minimum is open"
        case .frameworkCeiling: "the agreement's ceiling is reached"
        case .frameworkPeriod: "the agreement does not run on that day"
        case .frameworkVendor: "the vendor is not one of the agreement's"
        case .routeNotAdmitted: "the policy does not admit the way it is bought"
        case .quotesMissing: "the policy asks for more quotes"
        case .emergencyCeiling: "the emergency is above the policy's ceiling"
        case .reasonNotAccepted: "the policy does not accept the reason"
        case .evidenceMissing: "the policy asks for evidence that is missing"
        case .choiceReasonRequired:
            "an option that is not ranked first, an interim decision or none says why"
        default: "the budget does not suffice"
        }
    }

    /// How to go on, or nil where there is no way.
    fileprivate var hint: String? {
        switch self {
        case .insufficientFunds: "ask for less, transfer money, or ask for an override"
        case .badScale: "round the amount"
        case .unknownRequest: "`outlay request list` names all"
        case .unknownLine: "load a budget that has the line, or charge another one"
        case .badRate: "give the rate of a foreign currency, and none for the ledger's own"
        case .idempotencyConflict: "use a new key for a new command"
        case .noBudgetPeriod: "open the fiscal year"
        case .periodClosed: "post in an open period"
        case .alreadyExists: "choose another name"
        case .revisionMoved: "look at the present revision"
        case .selfApproval, .lastEditor: "leave the decision to somebody else"
        case .overrideReasonRequired: "give a reason"
        case .dutyNotHeld:
            "leave it to somebody who may: `outlay whoami` shows the roles you hold, `duties` of the organisation "
                + "those that an act takes"
        case .dutiesApart:
            "leave it to somebody who took no part in that: `outlay audit log` names who did what"
        case .secondPersonRequired:
            "have another person confirm it, in a role of `duties.second` where there is one"
        case .overInvoiceTolerance: "amend the order, or dispute the bill"
        case .notReceived: "record the receipt first"
        case .belowBilled: "ask for a credit note first"
        case .quotesMissing: "add quotes that are valid"
        case .noDraft: "freeze a revision first"
        case .tooLarge: "attach what is large as evidence"
        case .choiceReasonRequired: "give the reason"
        default: nil
        }
    }
}

extension Refusal {
    /// Returns the refusal as a problem to be shown, with amounts in `currency`.
    public func problem(in currency: Currency) -> Problem {
        var facts: [String] = []
        if let row { facts.append("`\(row.node.text)` in \(row.period)") }
        if let available { facts.append("available \(available.text(in: currency))") }
        if let requested { facts.append("requested \(requested.text(in: currency))") }
        if let shortBy { facts.append("short by \(shortBy.text(in: currency))") }
        if let person { facts.append("`\(person.text)`") }
        // What a command cannot mean, its note says better than the code: it is the matter itself.
        let isMatter = code == .badCommand && !note.isEmpty
        if !note.isEmpty, !isMatter { facts.append(note.text) }
        if !consumers.isEmpty {
            let list = consumers.map { "\($0.request.text) \($0.amount.text(in: currency))" }
            facts.append("used most by " + list.joined(separator: ", "))
        }
        return Problem(
            code.problemCode,
            (subject.isEmpty ? "" : "\(Problem.quoted(subject.text)): ")
                + (isMatter ? note.text : code.phrase),
            because: facts.isEmpty
                ? "refused as `\(code.rawValue)`" : facts.joined(separator: ", "),
            hint: hint ?? code.hint)
    }
}
