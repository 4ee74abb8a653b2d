import Outlay
import Testing

@Suite struct QuoteTests {
    @Test(
        arguments: [
            ("2026-11-22", .expired), ("2026-11-23", .valid), (nil, .undated),
        ] as [(String?, Quote.Standing)])
    func `a quote is valid through its last day`(
        until: String?, standing: Quote.Standing
    ) throws {
        var choice = Choice()
        choice.sources = [
            Source(id: "quote", title: "Quote", validUntil: until.map(day))
        ]
        choice.change = { $0.source = "quote" }
        let quotes = try choice.run().quotes
        #expect(quotes.map(\.vendor) == ["a", "b", "c"])
        #expect(quotes.map(\.standing) == [standing, standing, standing])
    }

    @Test func `options of one vendor are one quote, and those set aside none`() throws {
        var choice = Choice()
        choice.rejected = ["c": "no answer"]
        var evaluation = try choice.evaluation()
        evaluation.options[1].vendor = "a"
        let quotes = try evaluation.run(asOf: day("2026-11-23")).quotes
        #expect(quotes == [Quote(vendor: "a", options: ["a", "b"], standing: .undated)])
    }
}
