import Outlay
import Testing

/// What documents leave out, and what is said of that.
@Suite struct LintReportTests {
    private static let old =
        "rule: OL605, reason: \"Both prices are fixed for the term, and the volume is "
        + "metered by nobody\", until: 2027-06-30"

    private func lint(_ suppression: String) throws -> LintReport {
        let text = try LintCases.text("plain")
        #expect(text.contains(Self.old))
        return try LintCases.lint(text.replacing(Self.old, with: suppression))
    }

    @Test func `what is suppressed is kept with its reason`() throws {
        let report = try lint(Self.old)
        #expect(report.findings == [])
        #expect(report.suppressed.count == 1)
        #expect(report.suppressed.first?.suppression.reason.hasPrefix("Both prices") == true)
    }

    @Test func `a suppression that has lapsed shows the finding, and itself`() throws {
        let report = try lint("rule: OL605, reason: Until the summer, until: 2026-11-19")
        #expect(report.findings.map(\.code) == [.missingRange, .lapsedSuppression])
        #expect(report.suppressed == [])
    }

    @Test func `the last day of a suppression counts`() throws {
        let report = try lint("rule: OL605, reason: Until today, until: 2026-11-20")
        #expect(report.findings == [])
    }

    @Test func `a suppression that meets nothing is a finding`() throws {
        let report = try lint("rule: OL608, reason: There is no price among the criteria")
        #expect(report.findings.map(\.code) == [.missingRange, .idleSuppression])
        guard case .text(let span)? = report.findings.last?.location else {
            Issue.record("no place")
            return
        }
        #expect(span.line.contains("OL608"))
    }

    @Test func `a second suppression of one rule leaves nothing out`() throws {
        let report = try lint(Self.old + "}\n    - {rule: OL605, reason: Once more")
        #expect(report.findings.map(\.code) == [.idleSuppression])
    }

    @Test(arguments: [
        ("rule: OL605", ProblemCode.missingField), ("rule: OL605, reason: \"…\"", .wrongLength),
        ("rule: OL605, reason: \"\"", .wrongLength),
        ("rule: OL650, reason: No such rule", .unknownReference),
        ("rule: OL246, reason: The seal is fine", .notSuppressible),
        ("rule: OL411, reason: We have money", .notSuppressible),
        ("rule: OL031, reason: They add up nearly", .notSuppressible),
        ("rule: OL640, reason: I like it there", .notSuppressible),
        ("rule: OL605, reason: For long, untill: 2027-01-01", .unknownField),
    ])
    func `a suppression without a reason or a rule is refused`(
        suppression: String, code: ProblemCode
    ) throws {
        let text = try LintCases.text("plain").replacing(Self.old, with: suppression)
        let error = try #require(throws: DocumentProblems.self) {
            _ = try LintCases.result(of: text)
        }
        #expect(error.list.map(\.code) == [code])
    }

    @Test func `findings beside a result can be left out too`() throws {
        let text = try LintCases.text("plain")
            .replacing("valid_until: 2027-02-28", with: "valid_until: 2026-11-01")
        #expect(try LintCases.lint(text).findings.map(\.code) == [.expiredQuote])
        let quiet = text.replacing(
            Self.old, with: Self.old + "}\n    - {rule: OL206, reason: A new one is asked for")
        #expect(try LintCases.lint(quiet).findings == [])
    }

    @Test func `findings stand by severity, and are counted in words`() throws {
        let text = try LintCases.text("full")
            .replacing("baseline: sheets\n", with: "")
            .replacing("FY2028: in the medium-term plan, ", with: "")
        let report = try LintCases.lint(text)
        #expect(report.findings.map(\.severity) == report.findings.map(\.severity).sorted(by: >))
        #expect(report.findings.contains { $0.code == .unfundedYear && $0.severity == .note })
        #expect(report.count(of: .warning) + report.count(of: .note) == report.findings.count)
        #expect(report.summary.contains("warning"))
        #expect(try LintCases.lint(LintCases.text("full")).summary == "no findings")
    }

    @Test func `an option that cannot be chosen has nothing said of it but by the rules`() throws {
        let text = try LintCases.text("plain").replacing(
            "      - {id: exit, category: exit, amount: 0, at: end}\n", with: "")
        #expect(try LintCases.lint(text).findings.map(\.code) == [.missingLine])
        let knockedOut =
            text + """
                knock_outs: [{id: room, question: Fits the gate, type: yes-no, require: {equals: true}}]
                performance: {hand: {room: true}, harbour: {room: true}, desk: {room: false}}
                """
        #expect(!(try LintCases.lint(knockedOut).findings.contains { $0.code == .missingLine }))
    }
}
