import Outlay

extension RequestStanding {
    /// What happened meanwhile, behind a refusal that says the request has moved on; nil for others.
    func fact(behind refusal: Refusal) -> String? {
        switch refusal.code {
        case .notPending, .revisionMoved, .alreadyApproved, .notApproved, .alreadyExists: break
        default: return nil
        }
        let acts = request.amendment?.approval.acts ?? request.approval.acts
        let last = acts.last.map { act in
            "last \(act.decision.words) by \(act.person) on \(act.date), r\(act.revision)"
        }
        return (["it is \(request.state.words), r\(request.revision)"] + [last].compactMap(\.self))
            .joined(separator: ", ")
    }

    /// What the person can do instead; nil where the refusal says it itself.
    func wayOn(from refusal: Refusal) -> String? {
        let id = request.id
        switch refusal.code {
        case .selfApproval:
            let own =
                request.state == .submitted
                ? "you can take it back: outlay request withdraw \(id)" : nil
            return [own, waiting].compactMap(\.self).joined(separator: "; ")
        case .delegationNotValid, .delegationLimit:
            let lender =
                refusal.person.map { "have \($0) lend it: outlay delegate" }
                ?? "have it lent: outlay delegate"
            return [lender + " PERSON --from DAY --to DAY", waiting].compactMap(\.self)
                .joined(separator: "; ")
        case .lastEditor, .overrideApprover, .notAnApprover, .alreadyApproved:
            return waiting ?? "look at it: outlay request show \(id)"
        case .revisionMoved:
            return "look at the present revision, then name it: outlay request show \(id)"
        case .notPending, .notApproved:
            return "look at it: outlay request show \(id)"
        case .alreadyExists:
            return request.state.takesRevisions
                ? "freeze its next revision: outlay request create EVALUATION --id \(id) --option …"
                : "choose another name"
        default: return nil
        }
    }

    /// Whom it waits for, in words; nil where nobody is waited for.
    private var waiting: String? {
        guard let sentence = nextSentence else { return nil }
        let steps = sentence.dropFirst("Next:".count).dropLast()
        return "it waits for" + steps.replacing("; ", with: " and ")
    }
}

extension ApprovalDecision {
    /// What readers see, such as `approved`.
    var words: String {
        switch self {
        case .approve: "approved"
        case .reject: "rejected"
        case .return: "returned"
        }
    }
}
