/// How a CSV file is laid out.
public struct CSVOptions: Sendable, Hashable {
    /// What stands between two fields.
    public var delimiter: CSVDelimiter
    /// The lines in front of the header that hold no data.
    public var skippedLines: Int

    /// Creates options.
    public init(delimiter: CSVDelimiter = .comma, skippedLines: Int = 0) {
        self.delimiter = delimiter
        self.skippedLines = skippedLines
    }
}

/// What stands between two fields of a CSV file.
public enum CSVDelimiter: String, Sendable, Hashable, CaseIterable {
    /// As in RFC 4180.
    case comma = ","
    /// As spreadsheets write where the comma stands in front of decimals.
    case semicolon = ";"
    /// As in tab-separated values.
    case tab = "\t"
    /// A vertical bar.
    case bar = "|"

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .bar: UInt8(ascii: "|")
        }
    }
}
