import OutlayBudgets

/// The template `actuals-map`.
enum ActualsMapTemplate {
    /// Rules for the rows of a ledger's CSV, by its accounts, and what its columns mean.
    static let template = DocumentTemplate(
        name: "actuals-map", kind: ActualsMap.kind, title: "Map of actuals",
        question: "which budget line each row of a file of actuals belongs to",
        details: [], command: "import actuals actuals.csv --dry-run --map",
        remarks: [
            "Every text marked as a sample is invented: put in what your files and budget say.",
            "",
            "  outlay validate FILE                                 finds every mistake",
            "  outlay import actuals CSV --map FILE --dry-run       says what would be booked, and what would not",
            "  outlay schema actuals-map.rules                      explains a field",
        ],
        body: body)

    private static let body = """
        # The first rule that fits decides. `when` names columns and what they hold, `tags` the tags of a
        # cloud bill; all of it has to hold. A list holds where one of its texts does.
        rules:
          - when: {Account: ["6810", "6815"]}         # sample: accounts of your chart
            line: IT-100                              # a line of the budget
          - when: {Account: "6820", CostCentre: OPS}  # sample
            line: OPS-300
            vendor: provider-a                        # by the vendor register; the row's own otherwise
          # What the rows settle, where they belong to one order.
          # - {when: {Document: PO-4711}, line: IT-100, request: REQ-2027-001}
          # Rows that are not booked, and why.
          - {when: {Account: "1576"}, leave_out: recoverable input tax}  # sample

        # The line of rows that no rule fits. Without it they are left out and listed.
        # otherwise: IT-100

        # What the columns of the file are called. Leave all of it out for a cloud bill in FOCUS (with --cost),
        # and for a file with the columns date, line, amount, currency, invoice and vendor.
        columns:
          amount: Amount                              # sample
          date: Date                                  # sample: the day whose month is charged
          # currency: Currency                        # the ledger's where there is no such column
          vendor: Vendor                              # sample
          # What names the bill of a row: the first way that says something counts.
          document: [Invoice, [Account, {column: Date, length: 7}]]  # sample
          delimiter: ","                              # or ; | tab
          decimal_sign: "."                           # or ,
          skipped_lines: 0                            # lines in front of the header
        """
}
