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

    @Test func `running sums end at the sum`() throws {
        let flows = ["-100", "60.5", "60"].map(exact)
        #expect(try flows.runningSums() == ["-100", "-39.5", "20.5"].map(exact))
        #expect(try [ExactDecimal]().runningSums() == [])
    }
}
