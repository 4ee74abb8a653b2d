import OutlayEncoding

/// What the columns of a file of actuals mean.
///
/// A column that is nil is not read. Columns that are named have to be there, but for those of
/// ``document``, of which the first that is there and says something counts.
public struct ActualsLayout: Sendable, Hashable {
    /// A text that is made of columns, such as an account and its billing month.
    public struct NamePart: Sendable, Hashable {
        /// The column.
        public var column: String
        /// How many of its first characters count; nil for all.
        public var length: Int?

        /// Creates a part.
        public init(_ column: String, length: Int? = nil) {
            self.column = column
            self.length = length
        }
    }

    /// The column of the amount.
    public var cost: String
    /// The column of its currency; nil where every row is in the ledger's.
    public var currency: String?
    /// The column of the day, or of a time that begins with one, whose month is charged.
    public var date: String
    /// What names the document that bills the row: ways to name it, the first that says something counts.
    public var document: [[NamePart]]
    /// The column of who bills.
    public var issuer: String?
    /// The column of the vendor's identifier in the register.
    public var vendor: String?
    /// The column that names the budget line.
    public var line: String?
    /// The column that names the order or contract, by its request.
    public var request: String?
    /// The column with tags as a JSON object.
    public var tags: String?
    /// What stands between two fields.
    public var delimiter: CSVDelimiter
    /// What stands in front of decimals.
    public var decimalSign: DecimalSign
    /// The lines in front of the header that hold no data.
    public var skippedLines: Int

    /// What stands in front of decimals.
    public enum DecimalSign: String, Sendable, Hashable, CaseIterable {
        /// As in `12.50`.
        case point = "."
        /// As in `12,50`.
        case comma = ","

        var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    }

    /// Creates the layout of a plain file: fields between commas, a point in front of decimals.
    public init(cost: String, date: String) {
        self.cost = cost
        self.date = date
        document = []
        delimiter = .comma
        decimalSign = .point
        skippedLines = 0
    }

    /// Returns the layout of FOCUS, with the cost that the user names: there is no default, because billed
    /// and effective cost answer different questions.
    ///
    /// The month charged is the one in which a charge period begins. A document is named by `InvoiceId`
    /// (FOCUS 1.2), else by the billing account and the billing month.
    ///
    /// - Source: FinOps Open Cost and Usage Specification 1.0 and 1.2, columns.
    public static func focus(cost: String) -> ActualsLayout {
        var layout = ActualsLayout(cost: cost, date: "ChargePeriodStart")
        layout.currency = "BillingCurrency"
        layout.document = [
            [NamePart("InvoiceId")],
            [NamePart("BillingAccountId"), NamePart("BillingPeriodStart", length: 7)],
        ]
        layout.issuer = "InvoiceIssuerName"
        layout.tags = "Tags"
        return layout
    }

    /// The layout of a plain ledger file with the columns `date`, `line`, `amount`, `currency`, `invoice`
    /// and `vendor`.
    public static let ledger: ActualsLayout = {
        var layout = ActualsLayout(cost: "amount", date: "date")
        layout.currency = "currency"
        layout.document = [[NamePart("invoice")]]
        layout.vendor = "vendor"
        layout.line = "line"
        return layout
    }()

    /// The columns that have to be there.
    var required: [String] {
        [cost, currency, date, issuer, vendor, line, request].compactMap(\.self)
    }
}
