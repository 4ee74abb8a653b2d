/// The words that a run of the known answers is told in.
enum ConformanceText {
    /// The most differences shown of one case.
    private static let differenceLimit = 4

    /// Returns the whole report, with a line for each group, then what did not pass.
    static func report(of run: Conformance, below path: String) -> String {
        var lines = table(of: run)
        let failed = run.faults.compactMap { fault -> (String, [String])? in
            guard case .failed(let reasons) = fault.outcome else { return nil }
            return (fault.id, shortened(reasons))
        }
        let unsupported = run.faults.compactMap { fault -> (String, [String])? in
            guard case .unsupported(let reason) = fault.outcome else { return nil }
            return (fault.id, [reason])
        }
        lines += section("failed", failed)
        lines += section("unsupported", unsupported)
        lines += section("not read", run.unreadable.map { ($0.path, [$0.reason]) })
        lines += section("skipped, no known answers", run.skipped.map { ($0.path, [$0.reason]) })
        if run.total.total == 0 { lines += ["", "no case was found below \(path)"] }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func table(of run: Conformance) -> [String] {
        let names = run.groups + ["total", "group"]
        let width = names.map(\.count).max() ?? 0
        func line(_ name: String, _ cells: [String]) -> String {
            let name = name + String(repeating: " ", count: width - name.count)
            return cells.reduce(name) { line, cell in
                line + String(repeating: " ", count: max(13 - cell.count, 1)) + cell
            }
        }
        func line(_ name: String, _ count: Conformance.Count) -> String {
            line(name, [count.passed, count.failed, count.unsupported].map(String.init))
        }
        return [line("group", ["passed", "failed", "unsupported"])]
            + run.groups.map { line($0, run.counts[$0] ?? Conformance.Count()) }
            + [line("total", run.total)]
    }

    private static func section(_ title: String, _ entries: [(String, [String])]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return ["", "\(title):"]
            + entries.flatMap { name, lines in
                lines.count == 1
                    ? ["  \(name): \(lines[0])"] : ["  \(name):"] + lines.map { "      \($0)" }
            }
    }

    private static func shortened(_ lines: [String]) -> [String] {
        guard lines.count > differenceLimit else { return lines }
        return lines.prefix(differenceLimit) + ["and \(lines.count - differenceLimit) more"]
    }
}
