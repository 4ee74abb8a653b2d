import Testing

@testable import OutlayEconomics

@Suite struct TwiceTests {
    @Test func `a pair asks for each coverage and keeps them apart`() {
        let pair = Twice { $0 == .all ? 2 : 1 }
        #expect(pair == Twice(all: 2, cash: 1))
        #expect(pair[.all] == 2)
        #expect(pair[.cash] == 1)
        #expect(pair.map { $0 * 10 } == Twice(all: 20, cash: 10))
    }
}
