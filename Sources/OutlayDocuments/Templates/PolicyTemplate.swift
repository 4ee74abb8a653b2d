import OutlayBudgets

/// The template `policy`.
enum PolicyTemplate {
    /// Three tiers of approval, a reviewer for personal data, and the policy's own tests.
    static let template = DocumentTemplate(
        name: "policy", kind: Policy.form.name, title: "Procurement policy",
        question: "who has to approve what, and by which rules",
        details: [.id, .title, .currency], command: "policy load",
        remarks: [
            "Every figure marked as a sample is invented: put your own in its place. Roles are those that the",
            "organisation gives to people.",
            "",
            "  outlay validate FILE              finds every mistake, and runs the tests below",
            "  outlay policy test FILE           says of each test what the policy makes of it",
            "  outlay policy load FILE           makes it the ledger's policy; later versions are loaded likewise",
            "  outlay schema policy.tiers        explains a field",
        ],
        standardID: "policy", body: body)

    private static let body = """
        currency: {{currency}}
        # What the tiers are about: all that the contract binds to, never the price of the first year.
        amount_basis: contract_value

        # Who approves, by the amount. A total that equals `below` is in the next tier; the last one has no
        # `below`. `quotes` counts vendors with a valid offer; `evaluation: required` asks for a document.
        tiers:
          - {below: 5000, approvers: [budget-owner]}  # sample figure
          - {below: 50000, approvers: [budget-owner, finance-review], quotes: 2}  # sample figures
          - {approvers: [budget-owner, finance-review, director], quotes: 2, evaluation: required}  # sample figure

        # Who is asked besides, where all that `when` names holds.
        extra:
          - {id: personal-data, when: {personal_data: true}, approvers: [security]}

        # Ways of buying without as many offers: the reasons that are accepted, word for word as requests state
        # them, and the role that agrees to it. `outlay schema policy.routes` has further ways.
        routes:
          single_source: {reasons: [our data is in the vendor's format, nobody else makes it], waiver: director}  # sample

        # In which order they decide: group after group; within a group each on their own.
        order: [[budget-owner, security], [finance-review], [director]]
        separation_of_duties: [requester-not-approver, last-editor-not-approver, one-person-one-role]

        # Purchases that belong together are summed up, so that nobody stays below a tier in pieces.
        split: {days: 90, by: [vendor]}  # sample figure

        # How much an approved request may grow before it has to be approved anew. Sample figure.
        keep_approval_if: {amount_increase_at_most: 0.05, option: same, term: same}

        # A plan beyond its line is refused (block) or flagged (warn); who may allow it nonetheless.
        budget: {on_exceed: block, out_years: warn, override: {role: director, reason: required}}

        # After how many days a request, or an approval that was not used, lapses. Sample figures.
        expire: {request: 60d, approval: 90d}
        remind: {after: 2d, escalate_after: 5d}

        # What you expect of the policy. One that contradicts a test is not loaded.
        tests:
          - name: a small purchase needs the owner of the budget
            request: {total: 4999}
            expect: {path: [[budget-owner]], flags: []}
          - name: the threshold itself is in the next tier, which asks for quotes
            request: {total: 5000}
            expect: {refused: quotes_missing}
          - name: a large purchase with personal data goes by security to the director
            request:
              total: 80000
              vendor: vendor-a
              personal_data: true
              evaluation: EV-1
              quotes: [{vendor: vendor-a, valid_until: {{offer-end}}}, {vendor: vendor-b, valid_until: {{offer-end}}}]
            expect: {path: [[budget-owner, security], [finance-review], [director]]}
        """
}
