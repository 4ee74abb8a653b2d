import Foundation
import Testing

@Suite struct WeightsCommandTests {
    private static let table = "name,price,speed\na,1,4\nb,3,6\nc,2,9\n"

    private func run(_ arguments: [String]) throws -> ToolRun {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", Self.table)
        return ToolRun(arguments + ["--as-of", "2026-11-23"], in: folder.path)
    }

    @Test func `a weight stands beside its range and what one percent of it is worth`() throws {
        let run = ToolRun([
            "weights", "Examples/helpdesk/helpdesk.yaml", "--format", "csv", "--as-of",
            "2026-11-23",
        ])
        #expect(run.end == .exit(0), "\(run.messages)")
        // 24 hours for 30 of 100 parts of the weight: 0.8 hours for one.
        #expect(run.output.contains("Median resolution time,0.3000,36 → 12\u{202F}h,0.800000"))
    }

    @Test func `the printed weights are what rank takes`() throws {
        let printed = try run([
            "weights", "t.csv", "--column", "price:min", "--column", "speed", "--method", "entropy",
            "--format", "json",
        ])
        #expect(printed.end == .exit(0), "\(printed.messages)")
        let json = try JSONSerialization.jsonObject(with: Data(printed.output.utf8))
        let result = (json as? [String: Any])?["result"] as? [String: Any]
        let options = try #require(result?["weight_options"] as? [String])
        let stated = try run(
            ["rank", "t.csv", "--format", "csv"] + options.flatMap { ["--weight", $0] })
        let derived = try run([
            "rank", "t.csv", "--column", "price:min", "--column", "speed", "--weights", "entropy",
            "--format", "csv",
        ])
        #expect(stated.end == .exit(0), "\(stated.messages)")
        #expect(derived.end == .exit(0), "\(derived.messages)")
        #expect(stated.output == derived.output)
        #expect(derived.messages.contains("OL226"))
        #expect(!stated.messages.contains("OL226"))
    }

    @Test func `what people state on the command line becomes weights and a line to paste`() throws
    {
        for (arguments, weights, line) in [
            (
                ["swing", "--points", "price=100", "--points", "speed=60"],
                "--weight price=0.625 --weight speed=0.375",
                "weighting: {method: swing, points: {price: 100, speed: 60}}"
            ),
            (
                ["rank-sum", "--order", "price,speed=size"],
                "--weight price=0.5 --weight speed=0.25 --weight size=0.25",
                "weighting: {method: rank-sum, order: [price, [speed, size]]}"
            ),
            (
                ["ahp", "--compare", "price/speed=3"], "--weight price=0.75 --weight speed=0.25",
                "weighting: {method: ahp, comparisons: [{of: price, over: speed, ratio: 3}]}"
            ),
        ] {
            let run = try run(["weights", "--method"] + arguments + ["--format", "md"])
            #expect(run.end == .exit(0), "\(run.messages)")
            #expect(run.output.contains(weights), "\(run.output)")
            #expect(run.output.contains(line), "\(run.output)")
        }
    }

    @Test(arguments: [
        ["weights"], ["weights", "--method", "swing"], ["weights", "--method", "swnig"],
        ["weights", "--method", "entropy"], ["weights", "t.csv"],
        ["weights", "t.csv", "--column", "price", "--method", "entropy", "--points", "price=1"],
        ["weights", "t.csv", "--column", "price", "--column", "price:min", "--method", "gini"],
        ["weights", "t.csv", "--column", "prize", "--method", "entropy"],
        ["weights", "t.csv", "--column", "name", "--method", "entropy"],
        ["weights", "t.csv", "--column", "price"], ["weights", "t.csv", "--column", ":min"],
        ["weights", "--column", "price", "--method", "swing", "--points", "price=100"],
        ["weights", "--where", "a>1", "--method", "swing", "--points", "price=100"],
        ["weights", "--method", "swing", "--points", "price"],
        ["weights", "--method", "swing", "--points", "price=much"],
        ["weights", "--method", "points", "--points", "price=-1"],
        ["weights", "--method", "swing", "--points", "price=100", "--order", "price"],
        ["weights", "--method", "rank-sum", "--order", "price,,speed"],
        ["weights", "--method", "ahp", "--compare", "price=3"],
        ["weights", "--method", "ahp", "--compare", "a/b=3", "--compare", "b/a=3"],
        ["weights", "--method", "ahp", "--compare", "a/b=3", "--priorities", "mean"],
        ["weights", "--method", "best-worst", "--best", "a"],
        ["rank", "t.csv", "--column", "price"], ["rank", "t.csv", "--weights", "entropy"],
        ["rank", "t.csv", "--column", "price", "--weights", "swing"],
        ["rank", "t.csv", "--column", "price", "--weights", "entropi"],
        ["rank", "t.csv", "--weight", "price=1", "--weights", "entropy"],
    ])
    func `what cannot be weighed is refused with a hint or a reason`(arguments: [String]) throws {
        let run = try run(arguments)
        #expect(run.end == .exit(2), "\(run.output)")
        #expect(run.output.isEmpty)
        #expect(run.messages.contains("error[OL"), "\(run.messages)")
    }

    @Test func `the order of columns is an order that rank weighs by`() throws {
        let line = [
            "rank", "t.csv", "--column", "speed", "--column", "price:min", "--format", "csv",
        ]
        let derived = try run(line + ["--weights", "rank-order-centroid"])
        #expect(derived.end == .exit(0), "\(derived.messages)")
        // The centroid of two ranks is 3/4 and 1/4.
        let stated = try run([
            "rank", "t.csv", "--weight", "speed=75", "--weight", "price=25:min", "--format", "csv",
        ])
        #expect(derived.output == stated.output)
        #expect(!derived.messages.contains("OL226"), "\(derived.messages)")
        let refused = try run(line + ["--weights", "ahp"])
        #expect(refused.end == .exit(2))
        #expect(refused.messages.contains("outlay weights --method ahp"), "\(refused.messages)")
    }

    @Test func `what people state of an evaluation stands beside its weights and ranges`() throws {
        let line = [
            "weights", "Examples/helpdesk/helpdesk.yaml", "--method", "swing", "--points",
            "resolution=100", "--points", "usability=80", "--points", "reporting=60", "--points",
            "availability=40", "--points", "exit_time=120", "--format", "csv", "--as-of",
            "2026-11-23",
        ]
        let refused = ToolRun(line)
        #expect(refused.end == .exit(2))
        #expect(refused.messages.contains("120"), "\(refused.messages)")
        let run = ToolRun(line.map { $0 == "exit_time=120" ? "exit_time=20" : $0 })
        #expect(run.end == .exit(0), "\(run.messages)")
        // 100 of 300 points, beside the stated 30 of 100.
        #expect(
            run.output.contains("Median resolution time,0.3000,0.3333,36 → 12\u{202F}h"),
            "\(run.output)")
    }

    @Test func `an evaluation is not weighed by half a statement`() throws {
        let helpdesk = "Examples/helpdesk/helpdesk.yaml"
        for arguments in [
            ["--method", "swing"], ["--method", "entropy", "--points", "a=1"], ["--where", "a>1"],
            ["--points", "resolution=100"],
            ["--method", "swing", "--points", "resolution=100"],
            ["--method", "points", "--points", "resolution=100", "--points", "speed=1"],
        ] {
            let run = ToolRun(["weights", helpdesk] + arguments)
            #expect(run.end == .exit(2), "\(arguments)")
        }
    }
}
