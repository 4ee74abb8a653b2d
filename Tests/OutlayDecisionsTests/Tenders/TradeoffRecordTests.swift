import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct TradeoffRecordTests {
    private static func record(
        cost: Int, value: Double, worth: Int? = nil, reason: String = "fewer outages"
    ) throws -> TradeoffRecord {
        try TradeoffRecord(
            chosen: "B", cost: ExactDecimal(10_000 + cost), value: 60 + value, over: "A",
            itsCost: ExactDecimal(10_000), itsValue: 60, currency: "EUR", reason: reason,
            worthPerPoint: worth.map { ExactDecimal($0) })
    }

    @Test func `what a point costs more is told`() throws {
        let record = try Self.record(cost: 8500, value: 4.25, worth: 2500)
        #expect(record.kind == .paysForValue)
        #expect(record.extraCost == ExactDecimal(8500) && record.costPerPoint == 2000)
        #expect(record.isWorthIt == true)
        #expect(
            record.inWords
                == "`B` was chosen over `A`: it costs 8500 EUR more and is worth 4.25 points more, "
                + "which is 2000 EUR for each point gained; the buyer says a point is worth 2500 EUR, "
                + "and by that it is worth it")
        #expect(try Self.record(cost: 8500, value: 4.25, worth: 1999).isWorthIt == false)
    }

    @Test func `what is saved for a point given up is told`() throws {
        let record = try Self.record(cost: -900, value: -3, worth: 300)
        #expect(record.kind == .savesOnValue && record.costPerPoint == 300)
        #expect(record.isWorthIt == true)
        #expect(
            record.inWords
                == "`B` was chosen over `A`: it costs 900 EUR less and is worth 3 points less, "
                + "which saves 300 EUR for each point given up; the buyer says a point is worth 300 EUR, "
                + "and by that it is worth it")
        #expect(try Self.record(cost: -900, value: -3, worth: 301).isWorthIt == false)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var cost: Int
        var value: Double
        var kind: TradeoffRecord.Kind
        var testDescription: String { "\(cost), \(value)" }
    }

    @Test(arguments: [
        Case(cost: 1, value: 1, kind: .paysForValue),
        Case(cost: -1, value: -1, kind: .savesOnValue),
        Case(cost: 0, value: 1, kind: .givesUpNothing),
        Case(cost: -1, value: 0, kind: .givesUpNothing),
        Case(cost: -1, value: 1, kind: .givesUpNothing),
        Case(cost: 1, value: 0, kind: .paysForLess),
        Case(cost: 1, value: -1, kind: .paysForLess),
        Case(cost: 0, value: -1, kind: .paysForLess),
        Case(cost: 0, value: 0, kind: .same),
        Case(cost: 0, value: 1e-12, kind: .same),
    ])
    func `money and value stand against each other or not`(row: Case) throws {
        let record = try Self.record(cost: row.cost, value: row.value)
        #expect(record.kind == row.kind)
        #expect((record.costPerPoint == nil) == ![.paysForValue, .savesOnValue].contains(row.kind))
        #expect(record.isWorthIt == nil)
        if row.kind == .paysForLess { #expect(record.inWords.contains("speak for `A`")) }
    }

    @Test func `a record without a reason or against itself is refused`() {
        let empty = #expect(throws: Problem.self) {
            try Self.record(cost: 1, value: 1, reason: " ")
        }
        #expect(empty?.code == .missingField)
        let itself = #expect(throws: Problem.self) {
            try TradeoffRecord(
                chosen: "A", cost: .one, value: 1, over: "A", itsCost: .one, itsValue: 1,
                currency: "EUR", reason: "r")
        }
        #expect(itself?.code == .duplicateIdentifier)
        let nan = #expect(throws: Problem.self) { try Self.record(cost: 1, value: .nan) }
        #expect(nan?.code == .outOfRange)
        let worth = #expect(throws: Problem.self) { try Self.record(cost: 1, value: 1, worth: -1) }
        #expect(worth?.code == .outOfRange)
    }
}
