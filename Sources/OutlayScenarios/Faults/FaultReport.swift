import Outlay

/// What a campaign of faults found, one line for each fault.
final class FaultReport {
    private(set) var failures = 0

    /// Says what came of a fault.
    func add(_ fault: String, _ isGood: Bool, _ detail: String) {
        if !isGood { failures += 1 }
        Worker.say("\(isGood ? "ok  " : "FAIL") \(fault): \(detail)")
    }

    /// Says loudly that a fault was not tried.
    func skip(_ fault: String, _ reason: String) {
        Worker.say("NOT RUN \(fault): \(reason)")
    }

    /// Runs a fault whose own problems count as failures.
    func run(_ fault: String, _ body: () throws(Problem) -> Void) {
        do throws(Problem) { try body() } catch { add(fault, false, error.placedLine) }
    }

    /// Returns the code of the problem that `body` ends in, or nil.
    func code(_ body: () throws(Problem) -> Void) -> ProblemCode? {
        do throws(Problem) {
            try body()
            return nil
        } catch {
            return error.code
        }
    }
}
