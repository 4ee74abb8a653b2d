/// The template `quote-map`.
enum QuoteMapTemplate {
    /// The price list of one vendor, column by column.
    static let template = DocumentTemplate(
        name: "quote-map", kind: "QuoteMap", title: "Map of a price list",
        question: "how a vendor's price list in CSV becomes a catalogue",
        details: [.id, .title, .currency], command: "import quote quote.csv --map",
        remarks: [
            "Every text marked as a sample is invented: put in what the vendor's file says. The identifier is what",
            "the catalogue is called; an option of an evaluation then takes its price by `from: CATALOGUE/ROW`.",
            "",
            "  outlay validate FILE                      finds every mistake",
            "  outlay import quote CSV --map FILE        writes the catalogue",
            "  outlay schema quote-map.columns           explains a field",
        ],
        standardID: "vendor-a-prices", body: body)

    private static let body = """
        vendor: vendor-a                              # sample: as the vendor register calls it
        currency: {{currency}}
        # Whether prices hold purchase tax: net or gross.
        prices: net
        # The day of the quote, and the last day it holds.
        quoted: {{today}}
        valid_until: {{offer-end}}

        # How the file is written.
        delimiter: ","                                # or ; | tab
        decimal: "."                                  # or ,
        # grouping: ","                               # what stands between groups of three digits, if anything
        skip_lines: 0                                 # lines in front of the header

        # The quote's column that names a row.
        key: Article                                  # sample
        # What is taken over, in the order of the catalogue: text, number, price, date or yes-no.
        columns:
          - {from: Article, to: id, type: text, required: true}  # sample
          - {from: Description, to: title, type: text}  # sample
          - {from: Price per month, to: price, type: price, per: month, required: true}  # sample
        # The columns that are left out on purpose; one that stands nowhere here is a mistake.
        ignore: [Remark]                              # sample
        """
}
