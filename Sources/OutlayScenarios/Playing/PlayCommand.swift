import Outlay

/// Plays every scenario of a file and says what came of each.
enum PlayCommand {
    /// Returns the exit code: 0 where all went as expected, 1 otherwise.
    static func run(_ path: String) throws(Problem) -> Int32 {
        let file = try ScenarioFile(FileReading.bytes(of: path), path: path)
        var failed = 0
        for (index, scenario) in file.scenarios.enumerated() {
            let faults = ScenarioRun.play(file, index, filePath: path)
            Worker.say("\(faults.isEmpty ? "ok  " : "FAIL") \(scenario.id) \(scenario.title)")
            for fault in faults { Worker.say("     \(fault)") }
            if !faults.isEmpty { failed += 1 }
        }
        let count = file.scenarios.count
        Worker.say("\(count - failed) of \(count) scenarios passed")
        return failed == 0 && count > 0 ? 0 : 1
    }
}
