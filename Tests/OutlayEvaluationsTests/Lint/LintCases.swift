import Foundation
import Outlay

/// Two business cases that keep the rules of `outlay lint`, and edits of them.
enum LintCases {
    static let asOf = CalendarDate(dayNumber: 20_777)  // 2026-11-20
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The case with criteria, and the one of costs alone.
    static let names = ["full", "plain"]

    /// Returns the text of a case.
    static func text(_ name: String) throws -> String {
        try String(
            contentsOf: root.appending(path: "Tests/OutlayCommandsTests/Samples/lint-\(name).yaml"),
            encoding: .utf8)
    }

    /// Reads and runs a document.
    static func result(of text: String) throws -> EvaluationResult {
        let catalogues = CatalogueLibrary(
            folder: "catalogs",
            files: DocumentFiles(
                read: { path throws(Problem) in
                    Array((path.hasSuffix(".csv") ? table : metadata).utf8)
                },
                list: { _ throws(Problem) in ["product-lifecycles.yaml"] }))
        return try Evaluation(
            reading: Array(text.utf8), path: "case.yaml", catalogues: catalogues
        ).run(asOf: asOf)
    }

    /// Some rows of the catalogue of products, and one whose end nobody knows.
    private static let table = """
        id,product,cycle,end_of_life,end_of_life_flag,extended_support_end
        postgresql/18,PostgreSQL,18,2030-11-14,date,
        postgresql/15,PostgreSQL,15,2027-11-11,date,
        postgresql/13,PostgreSQL,13,2025-11-13,date,
        old/1,Old,1,,true,
        rolling/1,Rolling,1,,false,
        paid/1,Paid,1,2027-05-31,date,2032-05-31
        short/1,Short,1,2027-05-31,date,2028-05-31
        silent/1,Silent,1,,,

        """

    private static let metadata = """
        apiVersion: outlay/v1
        kind: CatalogueMetadata
        metadata: {id: product-lifecycles, title: Products}
        file: product-lifecycles.csv
        sha256: \(SHA256Digest.of(Array(table.utf8)))
        rows: 8
        extracted: 2026-11-01
        sources:
          - {repository: example.org/products, commit: abc, paths: [a], licence: MIT, data_date: 2026-10-01}
        key: id
        columns:
          - {name: id, type: text, required: true}
          - {name: product, type: text, required: true}
          - {name: cycle, type: text, required: true}
          - {name: end_of_life, type: date}
          - {name: end_of_life_flag, type: text}
          - {name: extended_support_end, type: date}
        """

    /// Returns what lint says of a document.
    static func lint(
        _ text: String,
        weights: EarlierWeights = .known(
            version: "commit 1", date: CalendarDate(dayNumber: 20_700), changes: [])
    ) throws -> LintReport {
        try result(of: text).lint(earlierWeights: weights)
    }

    /// Returns the findings of one rule in a case with edits, each of a text that stands there once.
    static func findings(
        _ code: ProblemCode, in name: String, _ edits: [(String, String)] = []
    ) throws -> [Problem] {
        var text = try text(name)
        for (old, new) in edits {
            guard text.components(separatedBy: old).count == 2 else {
                throw Problem(
                    .internalError, "\(old) does not stand once in \(name)", because: "it must")
            }
            text = text.replacingOccurrences(of: old, with: new)
        }
        return try lint(text).findings.filter { $0.code == code }
    }
}
