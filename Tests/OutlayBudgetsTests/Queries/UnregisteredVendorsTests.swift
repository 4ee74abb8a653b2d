import OutlayBudgets
import OutlayValues
import Testing

@Suite struct UnregisteredVendorsTests {
    private func warnings(_ vendors: [VendorID], register: String?) throws -> [String] {
        let ledger = try DocumentLedger.make(vendors: register)
        let date = try TestLedger.date("2026-02-10")
        return try ledger.books.warnings(ofUnregistered: vendors, on: date).map {
            "\($0.code.rawValue) \($0.summary) · \($0.reason.prefix(19)) · \($0.hint ?? "-")"
        }
    }

    @Test func `each vendor that the register does not name is told once, with the nearest name`()
        throws
    {
        let register = #"""
            [{"id": "northwind", "legal_name": "Northwind GmbH"}, {"id": "kestrel", "legal_name": "Kestrel"}]
            """#
        #expect(
            try warnings(["nortwind", "zz", "kestrel", "nortwind"], register: register) == [
                "OL710 the register has no vendor `nortwind` · it has `northwind`; · did you mean `northwind`?",
                "OL710 the register has no vendor `zz` · duplicates, split p · load a register that names it: `outlay vendors load FILE`",
            ])
        #expect(try warnings(["northwind"], register: register).isEmpty)
    }

    @Test func `without a register every vendor is as good as another`() throws {
        #expect(try warnings(["nortwind"], register: nil).isEmpty)
    }
}
