import OutlayEncoding
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct VendorRegisterTests {
    private func register() throws -> VendorRegister {
        try VendorRegister(json: SampleDocuments.value(SampleDocuments.vendors))
    }

    @Test func `a group and a bank account make one party`() throws {
        let register = try register()
        #expect(register.isSameParty("northwind", "northwind-uk"))
        #expect(register.isSameParty("northwind-uk", "HelpNest"))
        #expect(!register.isSameParty("northwind", "HelpNest"))
        #expect(register.isSameParty("unknown", "unknown"))
        #expect(!register.isSameParty("unknown", "northwind"))
        #expect(register.party(of: "northwind-uk") == ["northwind-uk", "HelpNest", "northwind"])
        #expect(register.party(of: "unknown") == ["unknown"])
        #expect(register.sharedAccounts.map(\.id) == ["HelpNest", "northwind-uk"])
    }

    @Test func `reading undoes writing`() throws {
        let register = try register()
        #expect(
            try VendorRegister(json: SampleDocuments.value(register.json.canonicalText)) == register
        )
        #expect(register.hash != VendorRegister.empty.hash)
    }

    @Test func `every problem is found with its path`() throws {
        let value = try SampleDocuments.value(
            #"""
            {"revision": 1.5, "vendors": [
               {"id": "a", "legal_name": "A"}, {"id": "a", "legal_name": "B"}, {"id": " "},
               {"id": "b", "legal_name": "B", "bank_detail_hash": "DE89 3704 0044 0532 0130 00"}]}
            """#)
        #expect(
            SampleDocuments.faults(VendorRegister.self, value) == [
                "OL025 /revision", "OL033 /vendors/1", "OL013 /vendors/2", "OL401 /vendors/2/id",
                "OL030 /vendors/3/bank_detail_hash",
            ])
    }
}
