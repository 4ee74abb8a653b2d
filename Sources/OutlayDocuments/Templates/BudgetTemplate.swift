import OutlayBudgets

/// The template `budget`.
enum BudgetTemplate {
    /// The money of one fiscal year, by the lines that the templates of evaluations charge.
    static let template = DocumentTemplate(
        name: "budget", kind: Budget.form.name, title: "Budget",
        question: "what may be spent in a fiscal year, line by line, and who answers for it",
        details: [.id, .title, .currency, .start], command: "budget load",
        remarks: [
            "Every figure and text marked as a sample is invented: put your own in its place. The lines are",
            "those that the templates of evaluations charge; take out what you do not need.",
            "",
            "  outlay validate FILE              finds every mistake",
            "  outlay budget load FILE           makes it the ledger's budget; later versions are loaded likewise",
            "  outlay budget show                says what each line was given, owes, spent and has left",
            "  outlay schema budget.lines.periods   explains a field",
        ],
        standardID: "{{fiscal-year}}", body: body)

    private static let body = """
        # The twelve months that the money is for. The ledger has to have this year: `outlay db init --year`,
        # with --start-month where years do not begin in January, and --named for what names them.
        fiscal_year: {id: {{fiscal-year}}, start: {{start}}, end: {{year-end}}}
        currency: {{currency}}
        # When a purchase is charged: invoice (when it falls due), service-period or cash (when it is paid).
        charge_basis: invoice

        # A line is what purchases charge. A line inside another takes its money from the one above.
        lines:
          - id: IT
            title: Information technology             # sample
            owner: head.it                            # a person of the organisation; gets its notices
            approved: 400000                          # sample figure: what the year is given
            # From this share of its money on, a use is flagged; beyond block_at, a plan is refused.
            warn_at: 0.90
            block_at: 1.00
            # The year as a whole (annual), or monthly, quarterly, or a list of 4 or 12 amounts.
            periods: quarterly
            lines:
              - id: IT-100
                title: Software                       # sample
                owner: head.it
                approved: 180000                      # sample figure
                # The accounts of your chart whose bookings belong to the line.
                accounts: [6810, 6815]                # sample
                capex_opex: opex
              - {id: IT-200, title: Equipment bought, owner: head.it, approved: 150000, capex_opex: capex}  # sample figure
              - {id: IT-210, title: Equipment leased and maintained, owner: head.it, approved: 50000}  # sample figure
              # soft: a use beyond it is flagged, not refused; track: it is only counted.
              - {id: IT-220, title: Energy, owner: head.it, approved: 20000, control: soft}  # sample figure

          - id: OPS
            title: Operations                         # sample
            owner: head.operations
            approved: 500000                          # sample figure
            lines:
              - {id: OPS-300, title: Services and contractors, owner: head.operations, approved: 450000}  # sample figure
              - {id: OPS-310, title: Tools, owner: head.operations, approved: 50000}  # sample figure

          - {id: ENG-400, title: Engineering software, owner: head.engineering, approved: 250000}  # sample figure

          - id: DEV
            title: Development                        # sample
            owner: head.engineering
            approved: 500000                          # sample figure
            kind: project
            lines:
              - {id: DEV-500, title: What is built, owner: head.engineering, approved: 400000}  # sample figure
              - {id: DEV-510, title: What running it costs, owner: head.engineering, approved: 100000}  # sample figure

          - {id: FS-100, title: Field service, owner: head.operations, approved: 50000}  # sample figure
        """
}
