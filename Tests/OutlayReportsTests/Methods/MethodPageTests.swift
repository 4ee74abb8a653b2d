import Outlay
import Testing

struct MethodPageTests {
    @Test func `every method has a page with its example computed`() throws {
        for descriptor in AllMethods.descriptors {
            let page = try MethodPage(descriptor)
            let report = page.report(explaining: true)
            #expect(report.title == descriptor.title)
            #expect(page.example[1].rows.count == descriptor.example.options.count)
            let columns = page.example[1].columns.map(\.title)
            #expect(columns.suffix(3) == ["Score", "Stated", "Rank"])
            for step in page.symbols {
                #expect(!step.symbol.isEmpty && !step.meaning.isEmpty, "\(descriptor.identifier)")
            }
            for format in AllFormats.all {
                #expect(format.render(report).contains(descriptor.example.options[0]))
            }
        }
    }

    @Test func `the example shows the scale, the score, what the source states and the rank`()
        throws
    {
        let descriptor = try #require(AllMethods.descriptors.first)
        let text = TextFormat().render(try MethodPage(descriptor).report(explaining: false))
        #expect(text.contains("C1         higher  0.2000  0 to 100"))
        #expect(text.contains("A1      25  20  15  30  0.2150  0.2150     3"))
        #expect(text.contains("minmax"))
        #expect(!text.contains("r(i,j): normalised"))
    }

    @Test(arguments: [
        (PreferenceFunction.usual, "usual"),
        (PreferenceFunction(.uShape, indifference: 2), "u-shape:2"),
        (PreferenceFunction(.vShape, strict: 0.5), "v-shape:0.5"),
        (PreferenceFunction(.linear, indifference: 100, strict: 1500), "linear:100..1500"),
        (PreferenceFunction(.gaussian, spread: 3), "gaussian:3"),
    ])
    func `a preference function is written as options write it`(
        function: PreferenceFunction, text: String
    ) {
        #expect(function.inWords == text)
    }
}
