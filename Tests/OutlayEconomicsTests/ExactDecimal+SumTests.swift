import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ExactDecimalSumTests {
    @Test func `parts are closed by the last one`() throws {
        let parts = ["33.33", "33.33", "33.33"].map(exact)
        #expect(try parts.sum() == exact("99.99"))
        #expect(try parts.closed(at: exact("100")) == ["33.33", "33.33", "33.34"].map(exact))
        #expect(try [ExactDecimal]().closed(at: .zero) == [])
        #expect(try [exact("1")].closed(at: exact("2")) == [exact("2")])
    }
}
