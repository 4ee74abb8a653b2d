import Outlay
import Testing

@Suite struct NeedRuleTests {
    private static let need =
        "need: Let 400 staff find a free desk within a minute, and show which floors stand empty."

    private func findings(_ need: String) throws -> [Problem] {
        try LintCases.findings(.needNamesAnswer, in: "full", [(Self.need, need)])
    }

    @Test(arguments: [
        "need: Buy 400 licences.", "need: We need to purchase a booking tool.",
        "need: Save time; acquire a tool.", "need: Introduce Harbour Desks.",
        "need: Find desks faster with lantern.", "need: Move everybody to HARBOUR.", "",
    ])
    func `a need that names its answer, or none, is found`(need: String) throws {
        #expect(try findings(need).count == 1)
    }

    @Test(arguments: [
        "need: Cut the time to place a purchase order from 4 days to 1.",
        "need: Replace the shared spreadsheets; find desks within a minute.",
        "need: Choose between Harbour Desks, Lantern Rooms and Desk sensors of our own.",
        "need: Let people leave the harbourfront office by the lanterns early.",
        "need: Let the buyers see who bought what.",
    ])
    func `a need that only sounds like one is not`(need: String) throws {
        #expect(try findings(need).map(\.summary) == [])
    }
}
