import OutlayEconomics
import OutlayValues

/// What is known of a catalogue's table: where it comes from, and what its columns mean.
package struct CatalogueMetadata: Sendable, Hashable {
    /// The catalogue's identifier, which is also the name of its two files.
    package var id: String
    /// What the catalogue holds, in one line.
    package var title: String
    /// The name of the table's file, in the folder of the metadata.
    package var file: String
    /// The SHA-256 of the table's bytes.
    package var sha256: String
    /// The count of rows.
    package var rowCount: Int
    /// The day the table was made from its sources.
    package var extracted: CalendarDate
    /// Where the figures come from; at least one source.
    package var sources: [CatalogueSource]
    /// What is said of the table besides, by the name of its field: attribution, selection, limits, note.
    package var remarks: [CatalogueRemark]
    /// Whether prices hold tax, where the catalogue says so: `net` or `gross`.
    package var taxBasis: Tax.Basis?
    /// The last day on which the prices may be relied on, for a quote.
    package var validUntil: CalendarDate?
    /// The column whose cells name the rows.
    package var key: String
    /// The column whose cells name each row's source.
    package var rowSource: String?
    /// The columns, in the order of the table.
    package var columns: [CatalogueColumn]

    /// Returns the column of this name, or nil.
    package func column(_ name: String) -> CatalogueColumn? {
        columns.first { $0.name == name }
    }
}

/// Something that the metadata says in words.
package struct CatalogueRemark: Sendable, Hashable {
    /// The name of the field: `attribution`, `selection`, `limits` or `note`.
    package var field: String
    /// What it says.
    package var text: String

    /// The fields, in the order of the documentation.
    package static let fields = ["attribution", "selection", "limits", "note"]
}

/// Where the figures of a catalogue come from.
package struct CatalogueSource: Sendable, Hashable {
    /// The fields of the source that are given, each with its text.
    package var fields: [CatalogueRemark]

    /// Returns the text of a field, or nil where it is not given.
    package subscript(field: String) -> String? {
        fields.first { $0.field == field }?.text
    }

    /// The source's own name: its repository, package or file.
    package var name: String {
        self["repository"] ?? self["package"] ?? self["file"] ?? ""
    }
}

/// One column of a catalogue.
package struct CatalogueColumn: Sendable, Hashable {
    /// The name in the table's header.
    package var name: String
    /// What its cells are.
    package var type: CatalogueColumnType
    /// Whether an empty cell is a fault.
    package var isRequired: Bool
    /// What else there is to know.
    package var note: String?
}

/// What the cells of a column are.
package enum CatalogueColumnType: Sendable, Hashable {
    /// Any text.
    case text
    /// A number of a unit (empty where it has none) within a range.
    case number(unit: String, minimum: ExactDecimal?, maximum: ExactDecimal?)
    /// A price.
    case price(PriceTerms)
    /// A day.
    case date
    /// A month, read as its first day.
    case month(MonthForm)
    /// Yes or no.
    case yesNo

    /// The word for it in the metadata.
    package var word: String {
        switch self {
        case .text: "text"
        case .number: "number"
        case .price: "price"
        case .date: "date"
        case .month: "month"
        case .yesNo: "yes-no"
        }
    }

    /// Whether its cells are numbers.
    package var isNumeric: Bool {
        switch self {
        case .number, .price: true
        default: false
        }
    }
}

/// What a price column says of its prices.
package struct PriceTerms: Sendable, Hashable {
    /// What one thing is said by: the metadata, or a cell of the same row.
    package enum Statement<Value: Sendable & Hashable>: Sendable, Hashable {
        /// The metadata says it for every row.
        case stated(Value)
        /// Each row says it in this column.
        case column(String)
    }

    /// The currency.
    package var currency: Statement<Currency>
    /// What a price is for: a period (`hour`), `item` or another unit (`TB`); nil where nothing says it.
    package var per: Statement<String>?
    /// The day the price was current; nil where nothing says it.
    package var date: Statement<CalendarDate>?

    /// Returns the period that ends a unit such as `hour`, `accelerator-hour` or `per_user_month`, or nil.
    package static func period(of unit: String) -> PricePeriod? {
        unit.split { "-_ /".contains($0) }.last.flatMap { PricePeriod(rawValue: String($0)) }
    }
}

/// How the months of a column are written.
package enum MonthForm: String, Sendable, Hashable, CaseIterable {
    /// The year and the number of the month.
    case digits = "2009-01"
    /// The month's English abbreviation and the year.
    case name = "Jan-2009"

    private static let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Returns the first day of the month that `text` names, or nil.
    package func firstDay(of text: String) -> CalendarDate? {
        switch self {
        case .digits: return try? CalendarDate(parsing: text + "-01")
        case .name:
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let month = Self.names.firstIndex(of: String(parts[0])) else {
                return nil
            }
            let number = (month < 9 ? "0" : "") + String(month + 1)
            return try? CalendarDate(parsing: "\(parts[1])-\(number)-01")
        }
    }
}
