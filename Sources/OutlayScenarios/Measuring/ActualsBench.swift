import Foundation
import Outlay

/// The product's side of the measurements in Benchmarks/actuals.py.
enum ActualsBench {
    /// Reads a file of FOCUS rows by a small map, and prints how many there are, their exact sum and what
    /// would be booked.
    static func read(_ path: String) throws(Problem) {
        var file = try OpenFile(path)
        let (network, development, rest) = (
            try NodeID("NET"), try NodeID("DEV"), try NodeID("CLOUD")
        )
        let map = ActualsMap(
            [
                ActualsRule(
                    [ActualsRule.Condition("ServiceCategory", ["Networking"])],
                    .book(line: network, vendor: nil, request: nil)),
                ActualsRule(
                    [], tags: [ActualsRule.Condition("environment", ["dev"])],
                    .book(line: development, vendor: nil, request: nil)),
            ],
            otherwise: rest)
        var reader = ActualsReader(
            path: path, layout: .focus(cost: "BilledCost"), map: map,
            ledger: ActualsLedger(
                currency: .usd, calendar: .calendarYear, lines: [network, development, rest]))
        let batch = try reader.read(&file)
        Worker.say("\(batch.rows) \(batch.total) \(try batch.booked().text(in: .usd))")
    }

    /// Makes a ledger for trying things out at `path`, with the year and the lines that the file is about.
    static func make(_ path: String) throws(Problem) {
        let store = try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules())
        let context = CommandContext(
            actor: PersonID(known: "ana"),
            moment: LedgerMoment(on: try CalendarDate(parsing: "2026-11-23")))
        var settings = LedgerSettings(
            ledgerID: "cloud", currency: .usd, calendar: .calendarYear)
        settings.purpose = .test
        var lines: [Node] = []
        for name in ["NET", "DEV", "CLOUD"] { lines.append(Node(try NodeID(name))) }
        let commands: [any LedgerCommand] = [
            OpenLedger(settings, years: [2026]), SetLines(lines),
        ]
        for command in commands {
            if case .refused(let refusal) = try store.execute(command, context: context) {
                throw refusal.problem(in: .usd)
            }
        }
        try store.close()
    }
}

/// A file that is read in blocks.
private struct OpenFile: ByteSource {
    private let handle: FileHandle

    init(_ path: String) throws(Problem) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Problem(
                .unreadableFile, "\(Problem.quoted(path, limit: 200)) cannot be read",
                at: .file(path), because: "there is no file that can be read")
        }
        self.handle = handle
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        let count = systemRead(handle.fileDescriptor, buffer)
        guard count >= 0 else {
            throw Problem(
                .unreadableFile, "the file cannot be read on", because: "the system refuses it")
        }
        return count
    }

    mutating func rewind() throws(Problem) {
        do {
            try handle.seek(toOffset: 0)
        } catch {
            throw Problem(
                .unreadableFile, "the file cannot be read again",
                because: "it is no file that has a beginning to go back to",
                underlying: String(describing: error))
        }
    }
}

/// Reads by the system, under a name that no method has.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
