import Outlay

/// A small evaluation document whose parts a test can replace.
struct SampleEvaluation {
    /// What stands between the head and the options, such as a recommendation.
    var extra = ""
    /// The options, each behind its identifier.
    var options = """
          cheap: {title: Cheap, costs: [{id: fee, category: fees, amount: 100, at: start}]}
          dear: {title: Dear, costs: [{id: fee, category: fees, amount: 1900, at: start}]}
        """
    /// Knock-outs and criteria.
    var decision = """
        criteria:
          - {id: q, title: Quality, unit: points, direction: higher, scale: {worst: 0, best: 10}, weight: 1}
        performance:
          cheap: {q: 2}
          dear: {q: 9}
        """

    /// Returns the report of the document, run on a fixed day.
    func report(overrides: [String] = []) throws -> Report {
        let text = """
            apiVersion: outlay/v1
            kind: Evaluation
            metadata: {id: sample, title: Sample}
            currency: EUR
            horizon: {start: 2027-01-01, years: 2}
            tax: {prices: net, recoverable: 1}
            discount_rate: {value: 0.05, timing: end-of-year}
            \(extra)
            options:
            \(options)
            \(decision)

            """
        return try Self.report(of: Array(text.utf8), at: "sample.yaml", overrides: overrides)
    }

    /// Returns the report of a document, run on a fixed day; the hash stands for any.
    static func report(
        of bytes: [UInt8], at path: String, overrides: [String] = [],
        companions: CompanionFiles? = nil
    ) throws -> Report {
        var evaluation = try EvaluationReader.read(
            DocumentSource.read(path: path, bytes: bytes),
            in: EvaluationReader.Surroundings(catalogues: nil, companions: companions))
        for text in overrides {
            try evaluation.study.apply(try AssumptionOverride(parsing: text))
        }
        let result = try evaluation.run(asOf: try CalendarDate(parsing: "2026-11-23"))
        let hash = String(repeating: "0", count: 64)
        return try result.report(
            ReportProvenance(
                maker: "outlay 0.0.0", inputs: [(path: path, sha256: hash)], overrides: overrides))
    }
}

extension Report {
    /// What the first paragraph says.
    var answer: String {
        for case .paragraph(let text) in summary { return text.text }
        return ""
    }

    /// The title of the section called `id`, or nothing where there is none.
    func title(of id: String) -> String {
        sections.first { $0.id == id }?.title ?? ""
    }
}
