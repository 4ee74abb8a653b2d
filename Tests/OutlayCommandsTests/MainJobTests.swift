import Foundation
import Testing

/// The main job as README shows it: search a catalogue, compare, report.
@Suite struct MainJobTests {
    private static let day = ["--as-of", "2026-11-23"]

    private func readme() throws -> String {
        try String(contentsOfFile: ToolRun.root + "/README.md", encoding: .utf8)
    }

    /// Returns a run's output as README shows it: indented, without spaces at line ends.
    private func block(_ output: String) -> String {
        output.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }
            .joined(separator: "\n").trimmingCharacters(in: .newlines)
    }

    @Test func `README shows what the demonstration's search prints`() throws {
        let run = ToolRun(
            [
                "catalog", "search", "cloud-compute: vcpu>=8 memory_gib>=32", "--sort",
                "price_on_demand_usd_hour", "--top", "5",
            ] + Self.day)
        #expect(run.end == .exit(0))
        #expect(try readme().contains(block(run.output)))
    }

    @Test func `README shows what comparing the help desk prints`() throws {
        let run = ToolRun(["compare", "Examples/helpdesk/helpdesk.yaml"] + Self.day)
        #expect(run.end == .exit(0))
        #expect(try readme().contains(block(run.output)))
    }

    @Test func `README shows pieces of what drawing the service desk prints`() throws {
        let run = ToolRun(
            [
                "sensitivity", "catalogs/evaluations/service-desk-seats.yaml", "--monte-carlo",
                "10000", "--evpi",
            ] + Self.day)
        #expect(run.end == .exit(0))
        let shown = try #require(
            readme().components(separatedBy: "<!-- sensitivity -->\n").last?
                .components(separatedBy: "\n<!-- end -->").first)
        let pieces = shown.components(separatedBy: "\n\n    …\n\n")
        #expect(pieces.count == 4)
        let printed = block(run.output)
        for piece in pieces { #expect(printed.contains(piece), "\(piece)") }
    }

    @Test func `README shows what the money of a year looks like in each view`() throws {
        let run = ToolRun(
            [
                "cashflow", "catalogs/evaluations/server-room.yaml", "--option", "buy", "--view",
                "expense",
            ] + Self.day)
        #expect(run.end == .exit(0))
        let tables = run.output.prefix(
            upTo: run.output.range(of: "What else")?.lowerBound ?? run.output.endIndex)
        #expect(try readme().contains(block(String(tables))))
    }

    @Test func `README shows what computing a rate of return prints`() throws {
        let run = ToolRun(["calc"] + Self.day + ["irr", "--", "-100", "230", "-132"])
        #expect(run.end == .exit(0))
        #expect(try readme().contains(block(run.output)))
    }

    @Test func `a report is written as a page and as Markdown`() throws {
        let folder = try TemporaryFolder()
        let run = ToolRun(
            [
                "report", "catalogs/evaluations/cloud-compute-3y.yaml", "-o", folder.path,
                "--format", "html,md",
            ] + Self.day)
        #expect(run.end == .exit(0))
        let page = try String(
            contentsOfFile: folder.path + "/cloud-compute-3y.html", encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
        let text = try String(
            contentsOfFile: folder.path + "/cloud-compute-3y.md", encoding: .utf8)
        #expect(text.hasPrefix("# Twelve application servers in the cloud, 2027-2029\n"))
    }
}
