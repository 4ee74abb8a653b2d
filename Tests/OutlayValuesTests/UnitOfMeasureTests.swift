import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct UnitOfMeasureTests {
    @Test(arguments: [
        ("1", "GiB", "GB", "1.073741824"), ("1", "TB", "GB", "1000"), ("1", "GiB", "MiB", "1024"),
        ("1", "PiB", "B", "1125899906842624"), ("1", "GB", "GiB", "0.931322574615478515625"),
        ("1.5", "Gbit/s", "Mbit/s", "1500"), ("1", "year", "month", "12"),
        ("1", "year", "h", "8760"),
        ("1", "month", "h", "730"), ("1", "quarter", "day", "91.25"), ("90", "min", "h", "1.5"),
        ("1", "h", "s", "3600"), ("250", "W", "kW", "0.25"), ("1500", "kWh", "MWh", "1.5"),
        ("1", "s", "h", "0.00027777777777777778"), ("7", "seat", "seat", "7"),
        ("0.1", "TiB", "KiB", "107374182.4"),
    ])
    func `the first in one unit is the second in the other`(
        _ value: String, _ from: String, _ to: String, _ expected: String
    ) throws {
        let from = try UnitOfMeasure(symbol: from)
        let converted = try from.convert(ExactDecimal(value), to: UnitOfMeasure(symbol: to))
        // One GB in GiB has 21 decimals; results are carried to 20.
        #expect(converted == (try ExactDecimal(expected)).rounded(toPlaces: 20, .halfEven))
    }

    @Test func `there and back is the same, for every pair that a unit divides`() throws {
        for from in UnitOfMeasure.all {
            for to in UnitOfMeasure.all where to.dimension == from.dimension {
                guard from.factor % to.factor == 0 else { continue }
                let there = try from.convert(ExactDecimal(3), to: to)
                let back = try to.convert(there, to: from)
                #expect(back == ExactDecimal(3), "\(from.symbol) to \(to.symbol)")
            }
        }
    }

    @Test func `symbols are unique`() {
        #expect(Set(UnitOfMeasure.all.map(\.symbol)).count == UnitOfMeasure.all.count)
        #expect(UnitOfMeasure.all.allSatisfy { $0.factor > 0 })
    }

    @Test(arguments: [
        ("GB", "h"), ("MB", "Mbit/s"), ("kW", "kWh"), ("seat", "user"), ("core", "vCPU"),
    ])
    func `units of different things do not convert`(_ from: String, _ to: String) throws {
        let (from, to) = (try UnitOfMeasure(symbol: from), try UnitOfMeasure(symbol: to))
        let problem = expectProblem(.incompatibleUnits) { () throws(Problem) in
            try from.convert(.one, to: to)
        }
        #expect(problem?.summary == "`\(from.symbol)` does not convert to `\(to.symbol)`")
    }

    @Test(arguments: [
        ("gb", "did you mean `GB`?"), ("KB", "did you mean `kB`?"), ("mwh", "did you mean `MWh`?"),
        ("months", "did you mean `month`?"), ("Gbits/s", "did you mean `Gbit/s`?"),
    ])
    func `an unknown unit is refused with the nearest one`(_ symbol: String, _ hint: String) {
        let problem = expectProblem(.unknownUnit) { () throws(Problem) in
            try UnitOfMeasure(symbol: symbol)
        }
        #expect(problem?.hint == hint)
    }

    @Test func `where no unit is near, all are named`() {
        let problem = expectProblem(.unknownUnit) { () throws(Problem) in
            try UnitOfMeasure(symbol: "furlong")
        }
        #expect(problem?.hint?.hasPrefix("known units are B, kB, KiB, ") == true)
    }

    @Test func `power for a time is energy`() throws {
        func unit(_ symbol: String) throws(Problem) -> UnitOfMeasure {
            try UnitOfMeasure(symbol: symbol)
        }
        let (watt, hour, kilowattHour) = (try unit("W"), try unit("h"), try unit("kWh"))
        let yearly = try UnitOfMeasure.energy(
            of: ExactDecimal(400), watt, for: .one, unit("year"), in: kilowattHour)
        #expect(yearly == ExactDecimal(3504))
        let half = try UnitOfMeasure.energy(
            of: ExactDecimal("1.5"), unit("MW"), for: ExactDecimal(20), unit("min"), in: unit("MWh")
        )
        #expect(half == (try ExactDecimal("0.5")))
        expectProblem(.incompatibleUnits) { () throws(Problem) in
            try UnitOfMeasure.energy(of: .one, hour, for: .one, hour, in: kilowattHour)
        }
        expectProblem(.incompatibleUnits) { () throws(Problem) in
            try UnitOfMeasure.energy(of: .one, watt, for: .one, watt, in: kilowattHour)
        }
        expectProblem(.incompatibleUnits) { () throws(Problem) in
            try UnitOfMeasure.energy(of: .one, watt, for: .one, hour, in: watt)
        }
    }
}
