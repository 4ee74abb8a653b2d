import Outlay
import Testing

@Suite struct FigureNameTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let parts: [FigureName.Part]
        let text: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Row(parts: [.stated("northwind"), "tco"], text: "northwind.tco"),
        Row(
            parts: [.stated("northwind"), "costs", .stated("seats"), "2028"],
            text: "northwind.costs.seats.2028"),
        Row(parts: [.stated("a.b"), "tco"], text: #""a.b".tco"#),
        Row(parts: [.stated("cash"), "tco"], text: #""cash".tco"#),
        Row(parts: [.stated("sources"), "tco"], text: #""sources".tco"#),
        Row(parts: [.stated("x"), "costs", .stated("2028")], text: #"x.costs."2028""#),
        Row(parts: [.stated("x"), "costs", .stated("p1"), "Y1"], text: #"x.costs."p1".Y1"#),
        Row(parts: [.stated("x"), "costs", .stated("my \"own\"")], text: #"x.costs."my ""own""""#),
        Row(parts: [.stated("x"), "costs", .stated("")], text: #"x.costs."""#),
        Row(parts: [.stated("rates"), .stated("USD")], text: #""rates".USD"#),
    ])
    func `a name quotes what would be taken for something else`(row: Row) {
        #expect(FigureName(row.parts).description == row.text)
    }

    @Test func `what is stated and what is ours never make one name`() {
        for word in ["pv", "2028", "start", "cash", "Y2", "p1", "weights"] {
            #expect(
                FigureName([.stated(word)]).description != FigureName([.word(word)]).description,
                "\(word)")
        }
    }
}
