import Foundation
import Outlay
import Testing

/// Every rule by its own example, which is an edit of a case that keeps all rules.
@Suite struct LintRuleTests {
    @Test(arguments: LintCases.names)
    func `a case that keeps every rule has no finding`(name: String) throws {
        let report = try LintCases.lint(LintCases.text(name))
        #expect(report.findings.map(\.summary) == [])
        #expect(report.suppressed.map(\.finding.code) == (name == "plain" ? [.missingRange] : []))
    }

    @Test(arguments: AllLintRules.list.map { $0.descriptor.code })
    func `the example of a rule breaks it, and only where it says so`(code: ProblemCode) throws {
        let rule = try #require(code.lintRule)
        let cases = try LintCases.names.map { try LintCases.text($0) }
            .filter { $0.components(separatedBy: rule.example.good).count == 2 }
        #expect(!cases.isEmpty, "no case holds the lines that keep \(code.rawValue)")
        let broken = try cases.contains { text in
            let edited = text.replacingOccurrences(of: rule.example.good, with: rule.example.bad)
            let found = try LintCases.lint(edited, weights: Self.weights(from: text, to: edited))
                .findings.filter { $0.code == code }
            for finding in found {
                #expect(finding.severity == rule.severity)
                #expect(!finding.reason.isEmpty && finding.hint?.isEmpty == false)
                guard case .text(let span)? = finding.location else {
                    Issue.record("\(code.rawValue) has no place in the document")
                    continue
                }
                #expect(span.path == "case.yaml")
            }
            return !found.isEmpty
        }
        #expect(broken, "\(code.rawValue) does not find its own example")
    }

    /// What a record from before the first quote would say of the weights.
    private static func weights(from old: String, to new: String) -> EarlierWeights {
        func content(_ text: String) -> JSONValue {
            DocumentSource.read(path: "", bytes: Array(text.utf8)).root
                .map(SealedCriteria.content) ?? .null
        }
        return .known(
            version: "commit 1", date: CalendarDate(dayNumber: 20_700),
            changes: SealedCriteria.changes(from: content(old), to: content(new)).filter {
                $0.place.hasSuffix(".weight")
            })
    }

    @Test func `codes, titles and order of the rules are one to one`() {
        let codes = AllLintRules.list.map { $0.descriptor.code }
        #expect(codes.map(\.rawValue) == codes.map(\.rawValue).sorted())
        #expect(Set(codes) == Set(ProblemCode.allCases.filter(\.isOfLintRule)))
        #expect(Set(AllLintRules.list.map { $0.descriptor.title }).count == codes.count)
    }

    @Test(arguments: AllLintRules.list.map { $0.descriptor.code })
    func `a rule says what, why and how in full sentences, and where it comes from`(
        code: ProblemCode
    ) throws {
        let rule = try #require(code.lintRule)
        #expect(rule.title.first?.isLowercase == true && !rule.title.hasSuffix("."))
        for text in [rule.what, rule.why, rule.fix] {
            #expect(text.first?.isUppercase == true && text.hasSuffix("."), "\(text)")
        }
        #expect(!rule.source.isEmpty)
        #expect(rule.example.bad != rule.example.good && !rule.example.good.isEmpty)
        #expect(code.rule.title == rule.title && code.rule.explanation.hasPrefix(rule.what))
    }
}
