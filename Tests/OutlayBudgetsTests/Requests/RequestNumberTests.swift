import OutlayBudgets
import Testing

@Suite struct RequestNumberTests {
    private func number(_ name: String) -> RequestNumber? {
        RequestNumber(of: RequestID(known: name))
    }

    @Test func `numbers are in the order of their value, whatever their digits`() throws {
        let names = [
            "REQ-2025-99999", "REQ-2026-000", "REQ-2026-1", "REQ-2026-002", "REQ-2026-010",
            "REQ-2026-99", "REQ-2026-0100", "REQ-2026-999", "REQ-2026-1000", "REQ-2026-9999",
            "REQ-2026-123456789012345678901234567890", "REQ-2027-001",
        ]
        let numbers = try names.map { try #require(number($0), "\($0)") }
        for (lower, higher) in zip(numbers, numbers.dropFirst()) {
            #expect(lower < higher, "\(lower) \(higher)")
            #expect(!(higher < lower))
        }
        #expect(number("REQ-2026-7") == number("REQ-2026-0007"))
    }

    @Test(
        arguments: [
            "REQ-2026-", "REQ-2026", "REQ-26-001", "REQ-2026-001b", "REQ-2026-1-2", "req-2026-001",
            "REQ-2026-+1", "REQ-2026--1", "REQ-20x6-001", "REQ-2026-1 2", "PO-2026-001", "R1",
            "REQ_2026_001",
        ])
    func `any other name has none`(name: String) {
        #expect(number(name) == nil)
    }

    @Test(
        arguments: [
            (nil, "REQ-2026-001"), ("REQ-2026-000", "REQ-2026-001"), ("REQ-2026-9", "REQ-2026-010"),
            ("REQ-2026-031", "REQ-2026-032"), ("REQ-2026-0031", "REQ-2026-032"),
            ("REQ-2026-999", "REQ-2026-1000"), ("REQ-2026-1099", "REQ-2026-1100"),
            ("REQ-2026-9999999999999999999999", "REQ-2026-10000000000000000000000"),
        ])
    func `the next name counts on from the highest number`(highest: String?, next: String) throws {
        let before = try highest.map { try #require(number($0)) }
        let name = RequestNumber.name(after: before, in: 2026)
        #expect(name == next)
        if let before { #expect(try #require(number(name)) > before) }
    }

    @Test func `a year has four digits in a name`() {
        #expect(RequestNumber.name(after: nil, in: 987) == "REQ-0987-001")
        #expect(number("REQ-0987-001")?.year == 987)
    }
}
