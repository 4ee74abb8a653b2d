import Testing

@testable import OutlayScenarios

@Suite struct RaceCommandTests {
    @Test func `a short race loses nothing, overspends nothing and starves nobody`() throws {
        let said = try Worker(["race-short"]).finish()
        #expect(said.contains(" 0 lost, 0 minor units overspent"), "\(said)")
        #expect(said.contains(": 0 overspent, 0 lost or unused, 0 gave up"), "\(said)")
        #expect(!said.contains("BROKEN"), "\(said)")
    }
}
