import OutlayEncoding
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct PolicyTestTests {
    @Test func `a policy passes the table it carries`() throws {
        let policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        let results = try policy.testResults()
        #expect(results.count == 4)
        for result in results { #expect(result.passed, "\(result.problem.reason)") }
    }

    @Test func `a test that is contradicted fails and says by what`() throws {
        var policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        policy.tiers[0].below = MinorUnits(500_000)
        let failed = try policy.testResults().filter { !$0.passed }
        #expect(failed.map(\.test.name) == ["small", "split"])
        #expect(failed[0].refusal == .quotesMissing)
        #expect(failed[0].problem.code == .policyTestFailed)
        #expect(
            failed[0].problem.reason
                == "it expects `budget-owner`; the policy says `refused:quotes_missing`")
    }

    @Test func `what a test leaves out is not compared`() throws {
        var policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        let sample = PolicyTest.Sample(total: MinorUnits(100))
        policy.tests = [
            PolicyTest("flags alone", sample, expects: .init(flags: [])),
            PolicyTest("a refusal that does not come", sample, expects: .init(refusal: .noPolicy)),
            PolicyTest("another path", sample, expects: .init(path: [["cfo"]])),
        ]
        #expect(try policy.testResults().map(\.passed) == [true, false, false])
    }
}
