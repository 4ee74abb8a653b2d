import Foundation
import Outlay
import Testing

/// Every broken input with what the tool says about it.
@Suite struct ProblemsTests {
    private static let folder = ToolRun.root + "/Tests/OutlayDocumentsTests/Broken"

    /// The broken inputs: every numbered file but the tables, which are read through their metadata.
    private static let inputs: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { name in
            guard name.first?.isNumber == true else { return false }
            return !name.hasSuffix(".csv") || name.contains("-quote-")
        }
    }()

    /// Returns the command line that meets the mistake of an input.
    private static func arguments(for input: String) -> [String] {
        let command =
            input.hasSuffix(".csv")
            ? ["import", "quote", input, "--map", "quote-map.yaml"] : ["validate", input]
        return command + ["--as-of", "2026-11-23"]
    }

    @Test func `every broken input is answered as recorded`() throws {
        #expect(Self.inputs.count >= 60)
        for input in Self.inputs {
            let arguments = Self.arguments(for: input)
            let run = try ToolRun(arguments, in: Self.folder)
            let stem = input.prefix { $0 != "." }
            let text = "$ outlay \(arguments.joined(separator: " "))\n\(run.messages)\(run.end)\n"
            try GoldenFile.expect(text, at: "Problems/\(stem).txt")
            #expect(run.output.isEmpty, "\(input) gives an answer")
            #expect(run.end == .exit(2) || run.end == .exit(3), "\(input): \(run.end)")
        }
    }
}
