import OutlayProblems

/// One self-contained HTML file: no script, nothing loaded from elsewhere, fit for print and phone.
///
/// Every chart is an inline SVG in two sizes, of which the page shows the fitting one, and carries
/// its table. Headings, captions and header cells are marked up as what they are.
public struct HTMLFormat: ReportFormat {
    /// The name that `--format` takes.
    public let identifier = "html"
    /// What people call the format.
    public let title = "HTML"
    /// The ending of a file's name.
    public let fileExtension = "html"

    /// The language of the report's texts (BCP 47).
    public var language: String

    /// Creates the format.
    public init(language: String = "en") {
        self.language = language
    }

    /// Returns `report` as an HTML document.
    public func render(_ report: Report) -> String {
        var page = HTMLPage()
        page.add(report)
        return """
            <!DOCTYPE html>
            <html lang="\(Markup.escaped(language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            style-src 'unsafe-inline'">
            <meta name="generator" content="Outlay">
            <title>\(Markup.escaped(report.title))</title>
            <style>
            \(Stylesheet.text)
            </style>
            </head>
            <body>
            <main>
            \(page.text)</main>
            </body>
            </html>

            """
    }
}
