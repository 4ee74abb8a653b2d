import Foundation
import Outlay

/// The tables, flows and simulations in memory and what is measured on them.
struct Bench {
    private var tables: [String: Table] = [:]
    private var flows: [String: Flows] = [:]
    private var trials: [String: Int] = [:]

    /// What one command cannot do.
    enum Refusal: Error {
        /// The command is none, or names nothing that was loaded.
        case unknown([String])
        /// The file has fewer numbers than were asked for.
        case unreadable(String)
    }

    /// Returns the line that answers `words`.
    mutating func answer(to words: [String]) throws -> String {
        switch (words.first, words.count) {
        case ("load", 5):
            guard let rows = Int(words[3]), let columns = Int(words[4]) else {
                throw Refusal.unknown(words)
            }
            tables[words[1]] = try Table(path: words[2], rows: rows, columns: columns)
            return "loaded"
        case ("flows", 5):
            guard let rows = Int(words[3]), let columns = Int(words[4]) else {
                throw Refusal.unknown(words)
            }
            flows[words[1]] = try Flows(path: words[2], rows: rows, columns: columns)
            return "loaded"
        case ("trials", 3):
            trials[words[1]] = Int(words[2])
            return "loaded"
        case ("scores", 3):
            return try work(words)().map { "\($0)" }.joined(separator: " ")
        case ("time", 4):
            guard let calls = Int(words[3]) else { throw Refusal.unknown(words) }
            return "\(try seconds(calls, try work(words)))"
        default: throw Refusal.unknown(words)
        }
    }

    /// Returns what a call does to what its command names.
    private func work(_ words: [String]) throws -> () throws -> [Double] {
        if let flows = flows[words[2]] { return try flows.work(words[1]) }
        if let trials = trials[words[2]] { return try Costs().work(words[1], trials: trials) }
        guard let table = tables[words[2]] else { throw Refusal.unknown(words) }
        return try work(words[1], table)
    }

    /// Returns what a call does: from the numbers to the scores, every check of the table included.
    private func work(_ name: String, _ table: Table) throws -> () throws -> [Double] {
        guard name == "acceptability" else {
            let method = try AllMethods.method(named: name)
            return { try method.scores(of: table.matrix()).scores }
        }
        let values = try table.values()
        return {
            let result = try RankAcceptability.simulate(values, trials: Self.trials, seed: 1)
            return result.rankCounts.map { Double($0) / Double(result.trials) }
        }
    }

    private static let trials = 100_000

    private func seconds(_ calls: Int, _ work: () throws -> [Double]) throws -> Double {
        var last = 0.0
        let start = ContinuousClock.now
        for _ in 0..<calls { last += try work().first ?? 0 }
        let elapsed = ContinuousClock.now - start
        // The scores are used, so that no call can be left out.
        precondition(last.isFinite, "scores are finite")
        let (seconds, attoseconds) = elapsed.components
        return (Double(seconds) + Double(attoseconds) * 1e-18) / Double(calls)
    }
}

/// A table of numbers with its weights, as a caller would hold them.
struct Table {
    private let columns: [DecisionMatrix.Column]
    private let cells: [Double]

    /// Reads `rows` × `columns` cells, then one weight per column.
    init(path: String, rows: Int, columns: Int) throws {
        guard let file = fopen(path, "rb") else { throw Bench.Refusal.unreadable(path) }
        defer { fclose(file) }
        cells = try Self.read(rows * columns, from: file, path)
        self.columns = try Self.read(columns, from: file, path).enumerated().map { index, weight in
            DecisionMatrix.Column(
                name: "c\(index)", direction: index % 3 == 0 ? .lower : .higher, weight: weight)
        }
    }

    static func read(
        _ count: Int, from file: UnsafeMutablePointer<FILE>, _ path: String
    ) throws -> [Double] {
        // Read in place: a second copy would count as ours in the measure of memory.
        try [Double](unsafeUninitializedCapacity: count) { numbers, initialized in
            initialized = fread(numbers.baseAddress, MemoryLayout<Double>.size, count, file)
            guard initialized == count else { throw Bench.Refusal.unreadable(path) }
        }
    }

    /// Returns the checked table, as every call needs it.
    func matrix() throws -> DecisionMatrix { try DecisionMatrix(columns: columns, cells: cells) }

    /// Returns the min-max values of the table, as rank acceptability takes them.
    func values() throws -> ValueTable {
        let matrix = try matrix()
        return try ValueTable(
            options: (0..<matrix.rowCount).map { "o\($0)" }, criteria: columns.map(\.name),
            values: Normalisation.minMax.normalised(matrix), weights: columns.map(\.weight),
            scale: 0...1)
    }
}
