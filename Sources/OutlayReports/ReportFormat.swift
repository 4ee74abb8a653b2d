/// A way to write a report.
///
/// A new format is one file in `Formats` and one line in ``AllFormats``.
public protocol ReportFormat: Sendable {
    /// The stable name that `--format` takes.
    var identifier: String { get }
    /// What people call the format.
    var title: String { get }
    /// The ending of a file's name, without point.
    var fileExtension: String { get }

    /// Returns `report` in this format: the same report, the same bytes.
    func render(_ report: Report) -> String
}
