import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ScheduledLineTests {
    private func schedule(_ line: CostLine, in study: Study) throws(Problem) -> ScheduledLine {
        try ScheduledLine(line, in: study, window: .horizon(study.horizon))
    }

    @Test func `a foreign price is converted, and its year stays exact in instalments`() throws {
        let rate = try ExchangeRate(
            from: .usd, to: .eur, stated: exact("0.9137"), date: day("2026-12-31"), source: "ECB")
        let model = try recurring("1000", ["paid": .instalments(.monthly)])
        let line = try schedule(cost("a", model, rate: rate), in: study(years: 1))
        #expect(line.entries.count == 12)
        #expect(try line.entries.map(\.cost).sum() == exact("913.7"))
    }

    @Test func `gross prices lose their tax exactly over the instalments of a year`() throws {
        let tax = Tax(prices: .gross, rate: exact("0.19"), recoverable: exact("1"))
        let model = try recurring("1190", ["paid": .instalments(.monthly)])
        let line = try schedule(cost("a", model, tax: tax), in: study(years: 2))
        #expect(
            try line.entries.filter { $0.payment.column == 2 }.map(\.net).sum() == exact("1000"))
        #expect(try line.entries.map(\.cost).sum() == exact("2000"))
    }

    @Test func `a rate into another currency than the study's is refused`() throws {
        let rate = try ExchangeRate(
            from: .eur, to: .usd, stated: exact("1.1"), date: day("2026-12-31"), source: "ECB")
        let line = cost("a", try recurring("1000"), rate: rate)
        #expect(
            refusal {
                try schedule(line, in: study())
            }?.code == .mixedCurrencies)
    }

    @Test func `what falls due before the decision is sunk`() throws {
        let study = study(decision: "2028-06-01")
        let line = try schedule(cost("a", try recurring("1000")), in: study)
        #expect(line.entries.map(\.isSunk) == [true, false, false])
        #expect(line.counted(.all).count == 2)
        let flagged = try schedule(cost("b", try recurring("1000"), isSunk: true), in: study)
        #expect(flagged.counted(.all).isEmpty)
        #expect(flagged.entries.count == 3)
    }

    @Test func `payroll is no cash until a budget is released, from that day on`() throws {
        let model = try recurring("1200")
        let bound = try schedule(cost("a", model, funding: .payroll(released: nil)), in: study())
        #expect(bound.counted(.all).count == 3)
        #expect(bound.counted(.cash).isEmpty)
        let release = CostLine.Release(budget: "staff", from: day("2028-07-01"))
        let released = try schedule(
            cost("a", model, funding: .payroll(released: release)), in: study())
        #expect(released.counted(.all).map(\.cost) == ["1200", "1200", "1200"].map(exact))
        #expect(released.counted(.cash).map(\.cost) == ["600", "1200"].map(exact))
        #expect(
            released.counted(.cash).map(\.payment.due) == ["2028-12-31", "2029-12-31"].map(day))
    }

    @Test func `a single payment of released payroll is cash from that day on`() throws {
        for (from, count) in [("2027-01-01", 1), ("2027-01-02", 0)] {
            let release = CostLine.Release(budget: "staff", from: day(from))
            let line = try schedule(
                cost("a", try oneOff("500"), funding: .payroll(released: release)), in: study())
            #expect(line.counted(.cash).count == count)
        }
    }

    @Test func `only cashable benefits are cash`() throws {
        for isCashable in [true, false] {
            let line = benefit("a", try recurring("100"), isCashable: isCashable)
            #expect(try schedule(line, in: study()).counted(.cash).isEmpty != isCashable)
        }
    }

    @Test func `a release within a month changes no price of that month`() throws {
        let prices = series("price", ["2026-08-31": "1", "2027-01-01": "7"])
        let model = try RecurringModel(
            CostModelInputs([
                "every": .pricePeriod(.month), "amount": .operand(.assumption("price")),
            ]))
        let study = study(start: "2026-08-31", years: 1, assumptions: [prices])
        let release = CostLine.Release(budget: "staff", from: day("2027-01-01"))
        let line = try schedule(
            cost("a", model, funding: .payroll(released: release)), in: study)
        let all = try #require(line.counted(.all).dropFirst(4).first)
        let cash = try #require(line.counted(.cash).first)
        #expect(all.cost == exact("1"))
        #expect(cash.payment.due == all.payment.due)
        #expect(cash.cost < all.cost)
    }

    @Test func `a line that cannot be computed says where it stands`() throws {
        let model = try recurring(
            "1", ["paid": .instalments(.dates([day("2027-05-01"), day("2028-05-01")]))])
        var line = cost("a", model)
        let unplaced = #expect(throws: Problem.self) { try schedule(line, in: study()) }
        #expect(unplaced?.location == .part("line a"))
        line.place = .file("desk.yaml")
        let placed = #expect(throws: Problem.self) { try schedule(line, in: study()) }
        #expect(placed?.location == .file("desk.yaml"))
    }
}
