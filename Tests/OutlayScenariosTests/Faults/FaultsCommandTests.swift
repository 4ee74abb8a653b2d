import Testing

@testable import OutlayScenarios

@Suite struct FaultsCommandTests {
    @Test func `a short campaign of faults is survived`() throws {
        let said = try Worker(["faults-short"]).finish()
        #expect(said.contains("every fault was survived"), "\(said)")
        for fault in [
            "F1 ", "F2 ", "F3 ", "F4 ", "F5 ", "F6 ", "F7 ", "F8 ", "F9 ", "F10 ", "F11 ",
            "F13 ", "F14 ",
        ] {
            #expect(said.contains(fault), "\(fault)was not tried")
        }
    }
}
