import Outlay
import OutlayDocuments
import Testing

@Suite struct EvaluationReaderMethodTests {
    private func document(_ method: String = "", criterion: String = "") -> String {
        """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: desk, title: A desk}
        currency: EUR
        horizon: {start: 2031-01-01, years: 1}
        discount_rate: {value: 0.08}
        options: {old: {}, new: {}}
        \(method)
        criteria:
          - {id: speed, direction: higher, scale: {worst: 0, best: 9}, weight: 1\(criterion)}
        performance: {old: {speed: 3}, new: {speed: 4}}
        """
    }

    private func evaluation(_ text: String) throws -> Evaluation {
        try EvaluationReader.read(
            read(text), in: EvaluationReader.Surroundings(catalogues: nil))
    }

    private func problems(_ text: String) -> [Problem] {
        let found = #expect(throws: DocumentProblems.self) { try evaluation(text) }
        return found?.list ?? []
    }

    private func measure(_ criterion: String) throws -> Criterion.Leaf? {
        let criteria = try evaluation(document(criterion: criterion)).decision.criteria
        guard case .leaf(let measure)? = criteria.first?.content else { return nil }
        return measure
    }

    @Test func `a document without a method has none`() throws {
        #expect(try evaluation(document()).method == nil)
        #expect(try measure("")?.preference == nil)
        #expect(try measure("")?.veto == nil)
    }

    @Test func `every method is read by its name, with every setting at its default`() throws {
        for descriptor in AllMethods.descriptors {
            let name = descriptor.identifier
            #expect(try evaluation(document("method: \(name)")).method == MethodChoice(name))
            let settings = descriptor.settings.map { ", \($0.name): \($0.defaultInWords)" }
            let method = "method: {name: \(name)\(settings.joined())}"
            let choice = try #require(try evaluation(document(method)).method)
            #expect(choice.settings.values.count == descriptor.settings.count)
            #expect(
                choice.allSettings.map(\.value) == MethodChoice(name).allSettings.map(\.value))
        }
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var method = ""
        var criterion = ""
        var code: ProblemCode
        var words: String
        var testDescription: String { method + criterion }
    }

    @Test(arguments: [
        Mistake(method: "topsi", code: .unknownChoice, words: "did you mean `topsis`?"),
        Mistake(method: "{name: topsi}", code: .unknownChoice, words: "did you mean `topsis`?"),
        Mistake(method: "{normalisation: max}", code: .missingField, words: "name"),
        Mistake(
            method: "{name: topsis, normalisation: vectr}", code: .unknownChoice,
            words: "did you mean `vector`?"),
        Mistake(method: "{name: topsis, normalisation: 7}", code: .unknownChoice, words: "`7`"),
        Mistake(
            method: "{name: topsis, normalization: max}", code: .unknownField,
            words: "did you mean `normalisation`?"),
        Mistake(criterion: ", preference: {}", code: .missingField, words: "function"),
        Mistake(
            criterion: ", preference: {function: usuall}", code: .unknownChoice,
            words: "did you mean `usual`?"),
        Mistake(
            criterion: ", preference: {function: linear}", code: .missingField,
            words: "`preference` is missing"),
        Mistake(
            criterion: ", preference: {function: gaussian, preference: 2, spread: 1}",
            code: .fieldsExclude, words: "`preference` stands beside `function: gaussian`"),
        Mistake(
            criterion: ", preference: {function: linear, indifference: 3, preference: 2}",
            code: .outOfRange, words: "no smaller than the indifference threshold"),
        Mistake(
            criterion: ", preference: {function: gaussian, spread: 0}", code: .outOfRange,
            words: "0"),
        Mistake(criterion: ", veto: 0", code: .outOfRange, words: "veto"),
        Mistake(
            criterion: ", veto: 1, preference: {function: v-shape, preference: 2}",
            code: .outOfRange, words: "no smaller than the preference threshold, 2"),
    ])
    func `a mistake is one problem with its reason`(mistake: Mistake) {
        let method = mistake.method.isEmpty ? "" : "method: " + mistake.method
        let list = problems(document(method, criterion: mistake.criterion))
        #expect(list.map(\.code) == [mistake.code], "\(list)")
        let said = list.map { "\($0.summary) \($0.reason) \($0.hint ?? "")" }.joined()
        #expect(said.contains(mistake.words), "\(said)")
        if case .text? = list.first?.location {} else { Issue.record("no place: \(list)") }
    }

    @Test func `a setting of another method is refused at its name`() throws {
        let all = AllMethods.descriptors
        for descriptor in all {
            for setting in all.flatMap(\.settings)
            where !descriptor.settings.contains(where: { $0.name == setting.name }) {
                let list = problems(
                    document(
                        "method: {name: \(descriptor.identifier), "
                            + "\(setting.name): \(setting.defaultInWords)}"))
                #expect(list.map(\.code) == [.unknownName], "\(descriptor.identifier) \(list)")
            }
        }
    }

    @Test func `a number outside its setting's range is refused in the document`() throws {
        for descriptor in AllMethods.descriptors {
            for setting in descriptor.settings {
                guard case .number(let range, default: _) = setting.domain else { continue }
                let beyond = Int(range.upperBound.magnitude.rounded(.up)) * 2 + 1
                let list = problems(
                    document(
                        "method: {name: \(descriptor.identifier), \(setting.name): \(beyond)}"))
                #expect(list.map(\.code) == [.outOfRange], "\(descriptor.identifier) \(list)")
            }
        }
    }

    @Test func `a method without criteria is refused`() {
        let text = document("method: topsis")
        let end = text.range(of: "criteria:")?.lowerBound ?? text.endIndex
        let list = problems(String(text[..<end]))
        #expect(list.map(\.code) == [.missingField])
        #expect(list.first?.summary == "there is nothing that `topsis` could score")
    }

    @Test(arguments: [
        ("{function: usual}", PreferenceFunction.usual),
        (
            "{function: linear, preference: 5}",
            PreferenceFunction(.linear, indifference: 0, strict: 5)
        ),
        (
            "{function: level, indifference: 0.5, preference: 5}",
            PreferenceFunction(.level, indifference: 0.5, strict: 5)
        ),
        ("{function: u-shape, indifference: 2}", PreferenceFunction(.uShape, indifference: 2)),
        ("{function: v-shape, preference: 2}", PreferenceFunction(.vShape, strict: 2)),
        ("{function: gaussian, spread: 2}", PreferenceFunction(.gaussian, spread: 2)),
    ])
    func `a preference is a function with the thresholds it has`(
        text: String, function: PreferenceFunction
    ) throws {
        let measure = try measure(", preference: \(text), veto: 7.5")
        #expect(measure?.preference == function)
        #expect(measure?.veto == 7.5)
    }

    @Test(arguments: ["preference: {function: usual}", "veto: 3"])
    func `a group has neither preference nor veto`(field: String) {
        let part = "criteria: [{id: x, direction: higher, scale: {worst: 0, best: 9}, weight: 1}]"
        let text = document().replacing(
            "performance: {old: {speed: 3}, new: {speed: 4}}",
            with: "  - {id: g, weight: 0, \(field), \(part)}\n"
                + "performance: {old: {speed: 3, x: 1}, new: {speed: 4, x: 2}}")
        #expect(problems(text).map(\.code) == [.fieldsExclude])
    }
}
