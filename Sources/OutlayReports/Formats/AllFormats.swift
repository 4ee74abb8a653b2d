/// Every report format.
public enum AllFormats {
    /// The formats in the order in which help lists them.
    public static let all: [any ReportFormat] = [
        TextFormat(),
        MarkdownFormat(),
        HTMLFormat(),
        CSVFormat(),
    ]
}
