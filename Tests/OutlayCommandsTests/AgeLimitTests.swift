import Testing

@testable import OutlayCommands

struct AgeLimitTests {
    @Test(arguments: [
        ("180d", Optional(180)), ("0d", 0), ("365", 365), ("d", nil), ("", nil), ("-1d", nil),
        ("1.5d", nil), ("2w", nil), ("1dd", nil), ("99999999999999999999d", nil),
    ])
    func `an age is a count of days`(text: String, days: Int?) {
        #expect(AgeLimit(argument: text)?.days == days)
    }
}
