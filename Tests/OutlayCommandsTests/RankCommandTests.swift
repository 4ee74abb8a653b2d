import Foundation
import Outlay
import Testing

/// The command on tables of its own; what its options mean is tested with `RankCriteria`.
@Suite struct RankCommandTests {
    private static let table = "id,price,speed\na,100,10\nb,300,30\nc,200,20\nd,200,20\n"

    private func rank(_ line: String, _ table: String = table) throws -> ToolRun {
        let folder = try TemporaryFolder()
        try folder.write(Array(table.utf8), to: "t.csv")
        let words = line.split(separator: " ").map(String.init)
        return ToolRun(["rank", "t.csv"] + words + ["--as-of", "2026-11-23"], in: folder.path)
    }

    /// Returns the options for a method, with scales where it takes them: some methods need them.
    private static func line(_ descriptor: MethodDescriptor) throws -> String {
        let method = try AllMethods.method(named: descriptor.identifier)
        let scales = method.columnInputs.contains(.scale)
        return "\(weights) --method \(descriptor.identifier)"
            + (scales ? " --scale price=500..0 --scale speed=0..50" : "")
    }

    private static let weights = "--weight price=40:min --weight speed=60 --key id"

    @Test func `equal rows share a rank under every method, in every format`() throws {
        for descriptor in AllMethods.descriptors {
            let line = try Self.line(descriptor)
            let run = try rank("\(line) --format csv")
            #expect(run.end == .exit(0), "\(descriptor.identifier): \(run.messages)")
            let ranks = run.output.split(separator: "\n").compactMap { line -> String? in
                let cells = line.split(separator: ",")
                return cells.count > 1 && (cells[1] == "c" || cells[1] == "d")
                    ? String(cells[0]) : nil
            }
            #expect(ranks.count == 2 && Set(ranks).count == 1, "\(descriptor.identifier)")
            for format in ["text", "json", "ndjson", "md"] {
                let run = try rank("\(line) --explain --format \(format)")
                #expect(run.end == .exit(0), "\(descriptor.identifier): \(run.messages)")
                #expect(run.output.contains("steps") || run.output.contains("come about"))
            }
        }
    }

    @Test func `a setting has a name of its own or the general one`() throws {
        let sugar = try rank("\(Self.weights) --method topsis --normalisation max --format json")
        let plain = try rank(
            "\(Self.weights) --method topsis --setting normalisation=max --format json")
        #expect(sugar.end == .exit(0))
        #expect(sugar.output == plain.output)
        #expect(sugar.output.contains(#""settings":[{"name":"normalisation","value":"max"}]"#))
        let text = try rank("\(Self.weights) --method topsis --normalisation max")
        #expect(text.output.hasPrefix("t.csv by TOPSIS (normalisation max)\n"))
    }

    @Test(arguments: [
        ("--method topsi", "OL905", "--method", "did you mean `topsis`?"),
        ("--setting volume=1", "OL905", "--setting", "`weighted-sum` has no setting `volume`"),
        ("--normalisation vectr", "OL905", "--normalisation", "did you mean `vector`?"),
        ("--setting normalisation", "OL901", "--setting", "names no setting and value"),
        ("--setting =1", "OL901", "--setting", "names no setting and value"),
        (
            "--normalisation max --setting normalisation=max", "OL033", "--setting",
            "`normalisation` is set twice"
        ),
        (
            "--method topsis --scale price=500..0", "OL901", "--scale",
            "set `normalisation` to `minmax`"
        ),
        ("--veto price=100", "OL901", "--veto", "weighted sum takes no veto of a criterion"),
        ("--preference price=usual", "OL901", "--preference", "takes no preference"),
        ("--scale price=500..0 --scale price=400..0", "OL033", "--scale", "two of `--scale`"),
    ])
    func `a mistake is refused where it stands`(
        line: String, code: String, argument: String, words: String
    ) throws {
        let run = try rank("\(Self.weights) \(line)")
        #expect(run.end == .exit(2))
        #expect(run.output.isEmpty)
        #expect(run.messages.hasPrefix("error[\(code)]"), "\(run.messages)")
        #expect(run.messages.contains("--> option `\(argument)`"), "\(run.messages)")
        #expect(run.messages.contains(words), "\(run.messages)")
    }

    @Test func `a number outside the range of a setting is refused with the range`() throws {
        for descriptor in AllMethods.descriptors {
            for setting in descriptor.settings {
                guard case .number(let range, default: _) = setting.domain else { continue }
                let beyond = Int(range.upperBound.magnitude.rounded(.up)) * 2 + 1
                let run = try rank(
                    "\(Self.weights) --method \(descriptor.identifier) "
                        + "--setting \(setting.name)=\(beyond)")
                #expect(run.end == .exit(2), "\(descriptor.identifier) \(setting.name)")
                #expect(run.messages.contains(setting.domainInWords), "\(run.messages)")
            }
        }
    }

    @Test func `scales of the rows are told only where the method takes scales`() throws {
        #expect(try rank(Self.weights).output.contains("OL209"))
        #expect(try !rank("\(Self.weights) --method topsis").output.contains("OL209"))
        let stated = "--scale price=500..0 --scale speed=0..50"
        #expect(try !rank("\(Self.weights) \(stated)").output.contains("OL209"))
    }

    @Test func `the rows left out of an explanation are said`() throws {
        let run = try rank("\(Self.weights) --method topsis --explain --top 2")
        #expect(run.output.contains("r(i,j): normalised performances"))
        #expect(run.output.contains("Only 2 of 4 are shown."))
    }

    @Test func `one row has rank 1 under every method or is refused by name`() throws {
        for descriptor in AllMethods.descriptors {
            let run = try rank(
                "\(Self.weights) --method \(descriptor.identifier)",
                "id,price,speed\nonly,100,10\n")
            if run.end == .exit(0) {
                #expect(run.output.contains("   1  only"), "\(descriptor.identifier)")
            } else {
                #expect(run.end == .exit(2), "\(descriptor.identifier): \(run.end)")
                #expect(run.messages.hasPrefix("error[OL"), "\(run.messages)")
            }
        }
    }
}
