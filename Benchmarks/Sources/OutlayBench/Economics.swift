import Foundation
import Outlay

/// Streams of flows, one to a row, and what is found for all of them at once.
struct Flows {
    private let values: [Double]
    private let columns: Int
    private let rows: Int

    /// Reads `rows` × `columns` flows; without `rows` as many as the file holds.
    init(path: String, rows: Int? = nil, columns: Int) throws {
        guard let file = fopen(path, "rb") else { throw Bench.Refusal.unreadable(path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let room = ftell(file) / (columns * MemoryLayout<Double>.size)
        fseek(file, 0, SEEK_SET)
        let count = rows ?? room
        values = try Table.read(count * columns, from: file, path)
        (self.rows, self.columns) = (count, columns)
    }

    /// What is found, by name.
    static let work = ["irr", "xirr", "npv"]
    /// How many rows are dated: fewer, as it takes the others so much longer.
    private static let dated = 20_000
    /// The rate that flows are discounted at.
    private static let rate = 0.006

    /// How many rows a piece of work has.
    func count(_ name: String) -> Int { name == "xirr" ? min(rows, Self.dated) : rows }

    /// Returns what a call does: from the numbers to the figure of each row.
    func work(_ name: String) throws -> () throws -> [Double] {
        let (values, columns) = (values, columns)
        switch name {
        case "irr":
            return { try Self.rates(FlowTable(values, columns: columns).ratesOfReturn()) }
        case "xirr":
            let start = try CalendarDate(parsing: "2026-01-31")
            let dates = (0..<columns).map { column in
                // A month is 30.4375 days on average.
                start.adding(days: Int((30.4375 * Double(column)).rounded(.toNearestOrEven)))
            }
            let dated = Array(values.prefix(count(name) * columns))
            return {
                try Self.rates(
                    FlowTable(dated, columns: columns).ratesOfReturn(at: .dates(dates)))
            }
        case "npv":
            return {
                var factors = [1.0]
                while factors.count < columns {
                    factors.append(factors[factors.count - 1] / (1 + Self.rate))
                }
                return try FlowTable(values, columns: columns).presentValues(by: factors)
            }
        default: throw Bench.Refusal.unknown([name])
        }
    }

    private static func rates(_ answers: [RateOfReturn]) -> [Double] {
        answers.map { $0.onlyRate ?? .nan }
    }
}

/// Twenty lines of cost over sixty months, ten triangular and ten lognormal, discounted monthly.
struct Costs {
    private let lines: [any Distribution]
    /// What 1 at the end of each month is worth today, with its escalation.
    private let factors: [Double]

    init() {
        lines = (0..<20).compactMap { line in
            let line = Double(line)
            return Int(line) % 2 == 0
                ? TriangularDistribution(
                    low: 80 + 10 * line, mode: 100 + 12 * line, high: 150 + 20 * line)
                : LognormalDistribution(mean: 100 + 15 * line, standardDeviation: 25 + 5 * line)
        }
        factors = (1...60).map { pow(1.03 / 1.08, Double($0) / 12) }
    }

    /// The simulations by name: each line drawn once per trial, or anew each month.
    static let work = ["line-draw", "month-draw"]

    /// Returns what a call does: from the distributions to the mean, the deviation and nine percentiles.
    func work(_ name: String, trials: Int) throws -> () throws -> [Double] {
        guard Self.work.contains(name) else { throw Bench.Refusal.unknown([name]) }
        let isOnce = name == "line-draw"
        let weights = isOnce ? [factors.reduce(0, +)] : factors
        let (lines, count) = (lines, factors.count)
        return {
            let simulation = Simulation(
                inputs: lines.map {
                    SimulationInput($0, drawing: isOnce ? .oncePerTrial : .eachPeriod(count))
                }, seed: 7)
            let sum = LinearOutput(weights: lines.map { _ in weights })
            let output = simulation.run(trials: trials, outputs: [sum]).outputs[0]
            let percentiles = output.quantiles(at: [
                0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99,
            ])
            return [output.mean, output.standardDeviation] + (percentiles ?? [])
        }
    }
}

/// One command that measures itself and prints one object: a name, its best seconds of three and a checksum each.
enum OneShot {
    /// Returns the object for the arguments after the program's name.
    static func answer(to words: [String]) throws -> String {
        switch words.first {
        case "irr" where words.count == 2:
            let flows = try Flows(path: words[1], columns: 60)
            return try object(
                Flows.work.map { name in
                    ("\(name) \(flows.count(name))", { $0.reduce(0, +) }, try flows.work(name))
                })
        case "mc":
            let trials = try number(after: "--trials", in: words) ?? 1_000_000
            let monthly = try number(after: "--monthly-trials", in: words) ?? 100_000
            return try object(
                zip(Costs.work, [trials, monthly]).map { name, trials in
                    ("\(name) \(trials)", { $0[0] }, try Costs().work(name, trials: trials))
                })
        default: throw Bench.Refusal.unknown(words)
        }
    }

    private static func number(after name: String, in words: [String]) throws -> Int? {
        guard let place = words.firstIndex(of: name) else { return nil }
        guard place + 1 < words.count, let number = Int(words[place + 1]), number > 0 else {
            throw Bench.Refusal.unknown(words)
        }
        return number
    }

    private static func object(
        _ work: [(name: String, checksum: ([Double]) -> Double, call: () throws -> [Double])]
    ) throws -> String {
        let members = try work.map { name, checksum, call in
            var best = Double.infinity
            var answer: [Double] = []
            for _ in 0..<3 {
                let elapsed = try ContinuousClock().measure { answer = try call() }
                best = min(best, elapsed / .seconds(1))
            }
            return "\"\(name)\": {\"seconds\": \(best), \"checksum\": \(checksum(answer))}"
        }
        return "{" + members.joined(separator: ", ") + "}"
    }
}
