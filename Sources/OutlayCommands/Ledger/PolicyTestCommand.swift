import ArgumentParser
import Outlay

/// `outlay policy test`: the tests that a policy has in its own document.
struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the tests that stand in a policy, case by case.",
        discussion: """
            outlay policy test policy.yaml
            outlay policy test policy.yaml --vendors vendors.yaml

            Each case is a sample request with the path that it is expected to take. It exits with 1 where one \
            fails, and with 3 where the policy has no case to try.
            """)

    @Argument(help: "The Policy document.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The Vendors document by which vendors are the same party.", valueName: "file"))
    var vendors: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Shell.run(common, schema: "policy-test") { shell in
            var inputs: [FileDigest] = []
            func bytes(_ path: String) throws(Problem) -> [UInt8] {
                let bytes = try FileAccess.read(path, limit: FileAccess.documentLimit)
                inputs.append(FileDigest(path: path, sha256: SHA256Digest.of(bytes)))
                return bytes
            }
            let policyBytes = try bytes(file)
            let vendorBytes = try vendors.map { path throws(Problem) in try bytes(path) }
            let policy: Policy
            var register = VendorRegister.empty
            do throws(DocumentProblems) {
                policy = try Policy(
                    reading: policyBytes, path: file,
                    defaults: DocumentDefaults(currency: .eur, effectiveFrom: shell.asOf))
                if let vendors, let vendorBytes {
                    register = try VendorRegister(reading: vendorBytes, path: vendors)
                }
            } catch {
                throw Problems(list: error.list)
            }
            let results = try policy.testResults(vendors: register)
            guard !results.isEmpty else {
                throw Problem(
                    .noPolicyTests, "\(Problem.quoted(policy.id.text)) has no tests",
                    at: .file(file), because: "a policy that nothing was tried with proves nothing",
                    hint: "add `tests: [{name: …, request: {total: …}, expect: {path: …}}]`")
            }
            var answer = Self.answer(policy, results)
            answer.inputs = inputs
            return answer
        }
    }

    private static func answer(_ policy: Policy, _ results: [PolicyTestResult]) -> Answer {
        let failed = results.filter { !$0.passed }.count
        let table = Table(
            columns: [
                Column(""), Column("Case", widthHint: 44), Column("Expected", widthHint: 40),
                Column("Found", widthHint: 40),
            ],
            rows: results.map { result in
                Row([
                    .text(
                        result.passed ? "ok" : "FAILED", tone: result.passed ? .good : .bad),
                    .text(result.test.name), .text(result.expectedText), .text(result.foundText),
                ])
            })
        var answer = Answer(
            schema: "policy-test",
            report: Report(
                title: failed == 0
                    ? "All \(results.count) tests of \(policy.id.text) pass"
                    : "\(failed) of \(results.count) tests of \(policy.id.text) fail",
                summary: [.table(table)]),
            result: [
                "policy": .string(policy.id.text), "revision": .integer(policy.revision),
                "passed": .integer(results.count - failed), "failed": .integer(failed),
                "tests": .array(
                    results.map { result in
                        [
                            "name": .string(result.test.name), "passed": .bool(result.passed),
                            "expected": .string(result.expectedText),
                            "found": .string(result.foundText),
                        ]
                    }),
            ])
        answer.saysNo = failed > 0
        return answer
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "policy tests", "What came of the tests of a policy.",
        [
            Field("policy", .text(), "The policy.", required: true),
            Field("revision", .integer(1...Int.max), "Its revision.", required: true),
            Field("passed", .integer(0...Int.max), "How many pass.", required: true),
            Field("failed", .integer(0...Int.max), "How many fail.", required: true),
            Field(
                "tests",
                .list(
                    of: .object(
                        ObjectShape(
                            "policy test", "A sample request.",
                            [
                                Field("name", .text(), "What it shows.", required: true),
                                Field("passed", .yesNo, "Whether it passes.", required: true),
                                Field(
                                    "expected", EvaluationResultShape.text, "What is expected.",
                                    required: true),
                                Field(
                                    "found", EvaluationResultShape.text, "What the policy says.",
                                    required: true),
                            ]))), "The tests, in order.", required: true),
        ])
}

extension PolicyTestResult {
    private static func text(_ path: [[String]]) -> String {
        path.map { $0.joined(separator: ", ") }.joined(separator: " → ")
    }

    private static func text(
        _ path: [[String]]?, _ flags: [AnswerFlag]?, _ refusal: RefusalCode?
    ) -> String {
        var words: [String] = []
        if let refusal { words.append("refused:\(refusal.rawValue)") }
        if let path, refusal == nil { words.append(text(path)) }
        if let flags {
            words.append(
                flags.isEmpty
                    ? "no flags" : "flags " + flags.map(\.rawValue).joined(separator: ", "))
        }
        return words.joined(separator: "; ")
    }

    /// What is expected, in words.
    fileprivate var expectedText: String {
        Self.text(test.expected.path, test.expected.flags, test.expected.refusal)
    }

    /// What was found, in the same words: flags only where they are expected or raised.
    fileprivate var foundText: String {
        let showsFlags = test.expected.flags != nil || !flags.isEmpty
        return Self.text(path, showsFlags && refusal == nil ? flags : nil, refusal)
    }
}
