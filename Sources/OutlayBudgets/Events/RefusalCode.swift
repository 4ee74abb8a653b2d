import OutlayProblems

/// Why a command was refused, by its public word.
///
/// Where several reasons apply, the first in this order is named, but for budgets: there the line
/// itself comes before the lines above it, nearest first, in the order of the request's lines.
public enum RefusalCode: String, Sendable, Hashable, CaseIterable {
    // Malformed: nothing is recorded.
    /// An amount is not above 0, is no number, or does not fit.
    case badAmount = "bad_amount"
    /// An amount has more decimals than its currency.
    case badScale = "bad_scale"
    /// An exchange rate is missing, not above 0, or not needed.
    case badRate = "bad_rate"
    /// A command says something that cannot be meant.
    case badCommand = "bad_command"
    /// What is to be kept is larger than the ledger keeps.
    case tooLarge = "too_large"
    /// The key was used for another command; nothing is recorded.
    case idempotencyConflict = "idempotency_conflict"

    // Cannot be decided.
    /// There is no such line.
    case unknownLine = "unknown_line"
    /// There is no such request.
    case unknownRequest = "unknown_request"
    /// The request has no draft of its next revision.
    case noDraft = "no_draft"
    /// There is no such invoice.
    case unknownInvoice = "unknown_invoice"
    /// There is no such agreement.
    case unknownFramework = "unknown_framework"
    /// The fiscal year was never opened.
    case noBudgetPeriod = "no_budget_period"
    /// The line takes no charges on that day.
    case lineClosed = "line_closed"
    /// The period takes no such postings any more.
    case periodClosed = "period_closed"
    /// No policy is in force.
    case noPolicy = "no_policy"

    // Somebody or something was first.
    /// The name is taken.
    case alreadyExists = "already_exists"
    /// The request does not wait for approval.
    case notPending = "not_pending"
    /// The request is not approved, or is over.
    case notApproved = "not_approved"
    /// The request has a later revision than the one decided on.
    case revisionMoved = "revision_moved"
    /// The person, or somebody they act for, has a vote on it already; or their step is filled.
    case alreadyApproved = "already_approved"

    // This person may not.
    /// Requesters do not approve their own requests, nor do their delegates.
    case selfApproval = "self_approval"
    /// Who wrote the last revision does not approve it.
    case lastEditor = "last_editor"
    /// Who overrode the budget for a request does not approve it.
    case overrideApprover = "override_approver"
    /// The person holds no role that the open steps ask for.
    case notAnApprover = "not_an_approver"
    /// No delegation covers the act on that day.
    case delegationNotValid = "delegation_not_valid"
    /// The request is above the delegation's limit.
    case delegationLimit = "delegation_limit"
    /// The person may not override budgets.
    case overrideNotAuthorised = "override_not_authorised"
    /// An override says why.
    case overrideReasonRequired = "override_reason_required"
    /// The override goes beyond the authority's limit.
    case overrideLimitExceeded = "override_limit_exceeded"
    /// The budget suffices; there is nothing to override.
    case overrideNotNeeded = "override_not_needed"
    /// The act needs a duty that the person does not hold.
    case dutyNotHeld = "duty_not_held"
    /// The act needs a second person.
    case secondPersonRequired = "second_person_required"
    /// The person has done something else for the same request that is kept apart from this.
    case dutiesApart = "duties_apart"

    // A rule says no.
    /// The budget does not suffice.
    case insufficientFunds = "insufficient_funds"
    /// The invoice goes beyond the order and its tolerance.
    case overInvoiceTolerance = "over_invoice_tolerance"
    /// The vendor's invoice of this number is booked already.
    case duplicateInvoice = "duplicate_invoice"
    /// More was billed than was received.
    case notReceived = "not_received"
    /// More was received than was ordered.
    case overReceipt = "over_receipt"
    /// A credit note gives back more than was billed.
    case overCredit = "over_credit"
    /// The new total is below what was billed or received.
    case belowBilled = "below_billed"
    /// Nothing is open that could be moved or released.
    case nothingOpen = "nothing_open"
    /// The agreement is over, and owes nothing.
    case frameworkOver = "framework_over"
    /// The agreement's ceiling is reached.
    case frameworkCeiling = "framework_ceiling"
    /// The agreement does not run on that day.
    case frameworkPeriod = "framework_period"
    /// The vendor is not one of the agreement's.
    case frameworkVendor = "framework_vendor"
    /// The policy does not admit the way it is bought.
    case routeNotAdmitted = "route_not_admitted"
    /// The policy asks for more quotes.
    case quotesMissing = "quotes_missing"
    /// The emergency is above the policy's ceiling.
    case emergencyCeiling = "emergency_ceiling"
    /// The policy does not accept the reason.
    case reasonNotAccepted = "reason_not_accepted"
    /// The policy asks for evidence that is missing.
    case evidenceMissing = "evidence_missing"
    /// A choice that is not the first, an interim decision or none says why.
    case choiceReasonRequired = "choice_reason_required"
}

extension RefusalCode {
    /// What kind of refusal it is, which decides the exit code.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// A check or a rule said no: exit code 1.
        case rule
        /// What was asked for is malformed: exit code 2.
        case malformed
        /// It cannot be decided: exit code 3.
        case undecidable
        /// This person may not: exit code 4.
        case forbidden
        /// Somebody or something was first: exit code 5.
        case conflict
    }

    /// What kind of refusal it is.
    public var outcome: Outcome {
        switch self {
        case .badAmount, .badScale, .badRate, .badCommand, .tooLarge: .malformed
        case .unknownLine, .unknownRequest, .noDraft, .unknownInvoice, .unknownFramework,
            .noBudgetPeriod, .lineClosed, .periodClosed, .noPolicy, .evidenceMissing,
            .quotesMissing:
            .undecidable
        case .idempotencyConflict, .alreadyExists, .notPending, .notApproved, .alreadyApproved,
            .revisionMoved:
            .conflict
        case .selfApproval, .lastEditor, .overrideApprover, .dutiesApart,
            .notAnApprover, .delegationNotValid, .delegationLimit,
            .overrideNotAuthorised, .overrideReasonRequired, .overrideLimitExceeded,
            .overrideNotNeeded, .dutyNotHeld, .secondPersonRequired:
            .forbidden
        default: .rule
        }
    }

    /// Whether the refusal is an event of its own; malformed commands leave no trace.
    public var isRecorded: Bool {
        outcome != .malformed && self != .idempotencyConflict
    }
}
