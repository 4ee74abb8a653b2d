import OutlayBudgets
import Testing

struct RecordedTimeTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (1_795_446_245_678, "2026-11-23T15:04:05.678Z"),
        (-1, "1969-12-31T23:59:59.999Z"), (951_782_399_999, "2000-02-28T23:59:59.999Z"),
    ])
    func `milliseconds become RFC 3339`(milliseconds: Int64, text: String) {
        #expect(RecordedTime.text(milliseconds) == text)
    }
}
