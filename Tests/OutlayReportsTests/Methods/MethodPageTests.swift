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

    @Test func `a scoring method says what it promises and what it does not`() throws {
        for descriptor in AllMethods.descriptors {
            let page = try MethodPage(descriptor)
            let text = MarkdownFormat().render(page.report(explaining: false))
            for promise in MethodPromise.allCases {
                #expect(text.contains("that it " + promise.words), "\(descriptor.identifier)")
            }
            #expect(page.promises.map(\.promise) == MethodPromise.allCases)
            #expect(Set(page.promises.filter(\.isHeld).map(\.promise)) == descriptor.promises)
        }
        let topsis = try #require(AllMethods.descriptors.first { $0.identifier == "topsis" })
        let text = MarkdownFormat().render(try MethodPage(topsis).report(explaining: false))
        let told = try #require(text.range(of: "It does not promise"))
        #expect(text[told.upperBound...].contains("when an option is added or withdrawn"))
    }

    @Test func `every weighting has a page with its example computed`() throws {
        for descriptor in AllWeightings.descriptors {
            let page = try MethodPage(descriptor)
            #expect(page.kind == .weighting && page.promises.isEmpty && page.steps == nil)
            #expect(!page.inputs.isEmpty && page.example.count >= 2)
            let computed = try #require(page.example.last)
            #expect(computed.columns.map(\.title) == ["Criterion", "Weight", "Stated"])
            for (row, stated) in zip(computed.rows, descriptor.example.weights) {
                let weight = try #require(Double(row.cells[1].data))
                #expect(abs(weight - stated) <= descriptor.example.tolerance + 1e-6)
            }
            #expect((page.warning != nil) == (descriptor.kind == .data))
            let text = MarkdownFormat().render(page.report(explaining: false))
            #expect(text.contains("not what anybody prefers") == (descriptor.kind == .data))
        }
    }

    @Test func `comparisons of a weighting show how well they agree`() throws {
        let descriptor = try AllWeightings.weighting(named: "ahp").descriptor
        let page = try MethodPage(descriptor)
        let remark = try #require(page.remarks.first)
        #expect(remark.contains("CR 0.050") && remark.contains("at most 0.10 is acceptable"))
        #expect(MarkdownFormat().render(page.report(explaining: false)).contains("CR 0.050"))
        #expect(page.settings.map(\.name) == ["priorities"])
    }

    @Test func `every price formula has a page with its traps and its example computed`() throws {
        for descriptor in AllPriceFormulas.descriptors {
            let page = try MethodPage(descriptor)
            #expect(page.kind == .pricePoints && page.whenNotTo == nil)
            #expect(page.dependsOnOtherBids == descriptor.dependsOnOtherBids)
            #expect(page.settings.map(\.name) == descriptor.parameters.map(\.name))
            let computed = try #require(page.example.last)
            for (row, stated) in zip(computed.rows, descriptor.example.points) {
                let points = try #require(Double(row.cells[2].data))
                #expect(abs(points - stated) <= descriptor.example.tolerance + 1e-6)
            }
            let text = MarkdownFormat().render(page.report(explaining: false))
            for trap in descriptor.traps { #expect(text.contains(trap)) }
            #expect(
                text.contains("a losing bid can change who wins") == descriptor.dependsOnOtherBids)
        }
    }

    @Test func `the parameters of a price formula's example are shown, defaults too`() throws {
        let formula = try #require(
            AllPriceFormulas.descriptors.first { $0.identifier == "power-of-discount" })
        let rows = try MethodPage(formula).example[0].rows.map { $0.cells.map(\.data) }
        #expect(rows == [["maximum", "30"], ["ceiling", "100"], ["exponent", "0.5"]])
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
