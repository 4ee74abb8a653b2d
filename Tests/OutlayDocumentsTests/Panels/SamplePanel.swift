import Outlay
import OutlayDocuments

/// A portal judged by a panel, and the files beside it, all in memory.
struct SamplePanel {
    /// Further fields of the evaluation.
    var extra = ""
    /// The panel, where there is one.
    var panel = "panel: {members: [panel/anna.yaml, panel/ben.yaml]}"
    /// The criteria.
    var criteria = """
        criteria:
          - {id: ease, title: Ease of use, unit: points, weight: 50, scale: {worst: 0, best: 10}, judged_by: panel}
          - id: service
            weight: 50
            criteria:
              - {id: help, title: Help, weight: 60, value_function: {levels: {"no": 0, "1": 50, good: 100}}, judged_by: panel}
              - {id: speed, weight: 40, scale: {worst: 0, best: 10}}
        """
    /// The performances.
    var performance = "performance: {north: {speed: 5}, south: {speed: 8}}"
    /// The files beside the evaluation by path.
    var files: [String: String] = [
        "docs/panel/anna.yaml": Self.ballot(
            "anna", "{north: {ease: 9, help: good}, south: {ease: 5, help: \"1\"}}"),
        "docs/panel/ben.yaml": Self.ballot(
            "ben", "{north: {ease: 4, help: good}, south: {ease: 6, help: \"no\"}}"),
    ]

    /// The evaluation's text.
    var text: String {
        """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: portal, title: Portal}
        currency: EUR
        horizon: {start: 2027-01-01, years: 1}
        discount_rate: {value: 0}
        \(extra)
        options:
          north: {title: "=North"}
          old: {title: Old, rejected: no longer sold}
          south: {title: South}
        \(panel)
        \(criteria)
        \(performance)

        """
    }

    /// Returns the Panel document of a member.
    static func ballot(_ member: String, _ scores: String, _ more: String = "") -> String {
        """
        apiVersion: outlay/v1
        kind: Panel
        metadata: {id: portal-\(member), title: Scores}
        evaluation: portal
        member: \(member)
        date: 2026-11-02
        scores: \(scores)
        \(more)

        """
    }

    /// The access to the files.
    var companions: CompanionFiles {
        let files = files
        return CompanionFiles(
            besideDocument: "docs/portal.yaml",
            files: DocumentFiles(
                read: { path throws(Problem) in
                    guard let text = files[path] else {
                        throw Problem(
                            .unreadableFile, "`\(path)` cannot be read", because: "there is none")
                    }
                    return Array(text.utf8)
                },
                list: { folder throws(Problem) in
                    files.keys.filter { $0.hasPrefix(folder + "/") }
                        .map { String($0.dropFirst(folder.count + 1)) }.sorted()
                }))
    }

    /// Returns the checked evaluation.
    func evaluation(
        for purpose: EvaluationReader.Surroundings.Purpose = .result
    ) throws(DocumentProblems) -> Evaluation {
        try EvaluationReader.read(
            read(text, path: "docs/portal.yaml"),
            in: EvaluationReader.Surroundings(
                catalogues: nil, companions: companions, purpose: purpose))
    }

    /// Returns what is wrong with the evaluation and its files, or nothing.
    func problems() -> [Problem] {
        do {
            _ = try evaluation()
            return []
        } catch {
            return error.list
        }
    }
}
