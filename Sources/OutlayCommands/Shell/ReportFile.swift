import Outlay

/// The full report of one evaluation, ready to be written as files.
struct ReportFile {
    /// The report.
    let report: Report
    private let json: String

    /// A format of report files.
    enum Format {
        /// A format of OutlayReports.
        case page(any ReportFormat)
        /// The comparison, as `outlay compare --format json` writes it.
        case json

        /// The name that `--format` takes.
        var identifier: String {
            switch self {
            case .page(let format): format.identifier
            case .json: "json"
            }
        }

        /// The ending of a file's name, without point.
        var fileExtension: String {
            switch self {
            case .page(let format): format.fileExtension
            case .json: "json"
            }
        }

        /// Reads a list of formats with commas.
        ///
        /// - Throws: ``ProblemCode/unknownName`` with the formats there are.
        static func list(_ text: String) throws(Problem) -> [Format] {
            let known = AllFormats.all.map { Format.page($0) } + [.json]
            var formats: [Format] = []
            for name in text.split(separator: ",", omittingEmptySubsequences: false) {
                guard let format = known.first(where: { $0.identifier == name }) else {
                    let names = known.map(\.identifier)
                    throw Problem(
                        .unknownName, "there is no format \(Problem.quoted(name))",
                        at: .argument("--format"),
                        because: "the formats are \(names.joined(separator: ", "))",
                        hint: Suggestion.hint(for: String(name), among: names))
                }
                guard !formats.contains(where: { $0.identifier == format.identifier }) else {
                    throw Problem(
                        .usage, "format \(Problem.quoted(name)) is named twice",
                        at: .argument("--format"), because: "each format makes one file",
                        hint: "name it once")
                }
                formats.append(format)
            }
            return formats
        }
    }

    /// Makes the report of `result`, which rests on the files in `inputs`.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    init(
        _ result: EvaluationResult, _ inputs: [FileDigest], overrides: [String],
        explaining: Bool = false, shell: Shell
    ) throws(Problem) {
        let provenance = ReportProvenance(
            maker: "outlay \(Version.tool)", inputs: inputs.map { ($0.path, $0.sha256) },
            overrides: overrides)
        report = try result.report(provenance, explaining: explaining)
        json = shell.json(
            of: Answer(
                schema: "compare", report: report,
                result: try result.comparisonJSON(explaining: explaining),
                findings: result.findings, inputs: inputs))
    }

    /// Returns the text of the one format that stdout can take.
    ///
    /// - Throws: ``ProblemCode/usage`` when there are several.
    func text(forStandardOutput formats: [Format]) throws(Problem) -> String {
        guard let format = formats.first, formats.count == 1 else {
            throw Problem(
                .usage, "several formats need a folder", at: .argument("--output"),
                because: "standard output takes one format",
                hint: "add `--output FOLDER`, or name one format with `--format`")
        }
        return text(format)
    }

    /// Writes one file per format and returns their paths.
    ///
    /// - Throws: ``ProblemCode/unwritableFile``; the files that were there are as they were then.
    func write(_ formats: [Format], into folder: String, named stem: String) throws(Problem)
        -> [String]
    {
        try FileAccess.createFolder(folder)
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        let files = formats.map { format in
            (path: prefix + stem + "." + format.fileExtension, bytes: Array(text(format).utf8))
        }
        try FileAccess.write(files)
        return files.map(\.path)
    }

    private func text(_ format: Format) -> String {
        switch format {
        case .page(let format): format.render(report)
        case .json: json
        }
    }
}
