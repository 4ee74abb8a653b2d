import OutlayBudgets

/// The template `organisation`.
enum OrganisationTemplate {
    /// The fewest people among whom every duty can be separated.
    static let template = DocumentTemplate(
        name: "organisation", kind: Organisation.form.name, title: "Organisation",
        question: "who there is, who holds which role, and who stands in",
        details: [.id, .title, .currency], command: "org load",
        remarks: [
            "All people are samples: put your own in their place. Role names are yours to choose; the policy asks",
            "for approvers by them, and `duties` below says which role may do what.",
            "",
            "  outlay validate FILE              finds every mistake",
            "  outlay org load FILE              makes it the ledger's organisation: load it last, for from then on",
            "                                    every load takes the role and the second person that it asks for",
            "  outlay whoami                     says who you are to it",
            "  outlay schema organisation.people.deputies   explains a field",
        ],
        standardID: "organisation", body: body)

    private static let body = """
        currency: {{currency}}

        people:
          # Somebody who asks for purchases, and says what has arrived.
          - id: requester.one
            name: "Sample: head of customer service"
            # The user that the person works as; without it nobody acts in their name.
            # account: mia
            roles: [requester, receiver]
            reports_to: director.one
          # Somebody who answers for budget lines, and for those below them.
          - id: head.it
            name: "Sample: head of information technology"
            roles:
              - {role: budget-owner, nodes: [IT]}
            reports_to: director.one
            # Who stands in while the person is absent; an absence has its first and last day.
            deputies: [deputy.it]
            # absences: [{from: {{start}}, to: {{start}}}]
          - {id: deputy.it, name: "Sample: deputy of information technology", reports_to: head.it}
          - {id: head.operations, name: "Sample: head of operations", roles: [{role: budget-owner, nodes: [OPS, FS-100]}], reports_to: director.one}
          - {id: head.engineering, name: "Sample: head of engineering", roles: [{role: budget-owner, nodes: [ENG-400, DEV]}], reports_to: director.one}
          - {id: security.one, name: "Sample: information security", roles: [security], reports_to: director.one}
          # Two of them, so that one can confirm what the other loads or transfers.
          - {id: finance.one, name: "Sample: controller", roles: [finance-review], reports_to: director.one, deputies: [finance.two]}
          - {id: finance.two, name: "Sample: second controller", roles: [finance-review], reports_to: director.one}
          - {id: buyer.one, name: "Sample: purchasing", roles: [buyer], reports_to: director.one}
          - {id: payables.one, name: "Sample: accounts payable", roles: [accounts-payable], reports_to: finance.one}
          # The largest overrun of a line that the person may allow.
          - {id: director.one, name: "Sample: managing director", roles: [director], override_limit: 20000}  # sample figure

        # Which role may do what. Vendor data, budgets, transfers, policies and roles take a second person too. In a
        # firm of one, write `duties: single-person`: then nothing is kept apart, and every audit says so.
        duties:
          roles:
            order: [buyer]
            receive: [receiver]
            book_invoices: [accounts-payable]
            vendor_data: [buyer, accounts-payable]
            load_budget: [finance-review]
            transfer: [finance-review]
            load_policy: [finance-review, director]
            assign_roles: [director, finance-review]
          # Who may confirm them as the second person; anybody of the organisation where nothing is said.
          second:
            vendor_data: [buyer, accounts-payable]
            load_budget: [finance-review, director]
            transfer: [finance-review, director]
            load_policy: [finance-review, director]
            assign_roles: [director, finance-review]
        """
}
