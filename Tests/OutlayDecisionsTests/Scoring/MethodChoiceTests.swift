import OutlayDecisions
import OutlayProblems
import Testing

struct MethodChoiceTests {
    @Test func `a choice tells every setting, what was said before the default`() throws {
        let choice = MethodChoice(
            "topsis", settings: MethodSettings(["normalisation": .word("max")]))
        #expect(choice.allSettings.map(\.name) == ["normalisation"])
        #expect(choice.allSettings.map(\.value) == ["max"])
        #expect(MethodChoice("topsis").allSettings.map(\.value) == ["vector"])
        #expect(choice.titleInSentence == "TOPSIS (normalisation max)")
        #expect(MethodChoice("weighted-sum").titleInSentence == "weighted sum")
        let method = try #require(try choice.method() as? TOPSIS)
        #expect(method.normalisation == .max)
    }

    @Test func `a method that there is none of is refused and keeps its name in sentences`() {
        let choice = MethodChoice("no-such")
        let problem = #expect(throws: Problem.self) { try choice.method() }
        #expect(problem?.code == .unknownName)
        #expect(choice.descriptor == nil)
        #expect(choice.titleInSentence == "no-such")
        #expect(choice.allSettings.isEmpty)
    }

    @Test func `a hint says which setting makes the method take a scale`() {
        #expect(
            MethodChoice("topsis").hint(forTaking: .scale)
                == "leave it out, or set `normalisation` to `minmax`")
    }

    @Test func `a hint names only methods that take the input`() throws {
        for input in ColumnInput.allCases {
            let hint = MethodChoice("no-such").hint(forTaking: input)
            #expect(hint.hasPrefix("leave it out"))
            for name in hint.split(separator: "`").map(String.init)
            where AllMethods.descriptors.contains(where: { $0.identifier == name }) {
                #expect(try AllMethods.method(named: name).columnInputs.contains(input), "\(name)")
            }
        }
    }

    @Test func `a text is read as the setting's domain says`() {
        let descriptor = TOPSIS.descriptor
        #expect(descriptor.value(of: "7", readAs: 7, for: "normalisation") == .word("7"))
        #expect(descriptor.value(of: "7", readAs: 7, for: "no-such") == .word("7"))
        for descriptor in AllMethods.descriptors {
            for setting in descriptor.settings {
                guard case .number = setting.domain else { continue }
                let value = descriptor.value(of: "7", readAs: 7, for: setting.name)
                #expect(value == .number(7), "\(descriptor.identifier)")
                #expect(
                    descriptor.value(of: "x", readAs: nil, for: setting.name) == .word("x"))
            }
        }
    }

    @Test func `every setting refuses what lies outside it, and names itself`() {
        for descriptor in AllMethods.descriptors {
            for setting in descriptor.settings {
                let outside: [MethodSettings.Value] =
                    switch setting.domain {
                    case .number(let range, default: _):
                        [.number(range.upperBound * 2 + 1), .number(.nan), .word("most")]
                    case .choice: [.word("no-such"), .number(1)]
                    }
                for value in outside {
                    let choice = MethodChoice(
                        descriptor.identifier, settings: MethodSettings([setting.name: value]))
                    let problem = #expect(throws: Problem.self) { try choice.method() }
                    #expect(problem?.summary.contains("`\(setting.name)`") == true)
                }
            }
        }
    }
}
