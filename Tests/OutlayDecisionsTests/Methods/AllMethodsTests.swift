import OutlayDecisions
import OutlayProblems
import Testing

struct AllMethodsTests {
    @Test func `every worked example gives its stated scores`() throws {
        for method in AllMethods.list {
            let (name, example) = (method.descriptor.identifier, method.descriptor.example)
            let result = try method.scores(of: example.matrix())
            #expect(result.scores.count == example.options.count, "\(name)")
            #expect(example.scores.count == example.options.count, "\(name)")
            for (score, stated) in zip(result.scores, example.scores) {
                #expect(abs(score - stated) <= example.tolerance, "\(name): \(score), \(stated)")
            }
        }
    }

    @Test func `every method says what it is`() {
        for descriptor in AllMethods.list.map(\.descriptor) {
            let texts = [
                descriptor.title, descriptor.formula, descriptor.whenToUse, descriptor.whenNotTo,
                descriptor.source.author, descriptor.source.title, descriptor.example.origin,
            ]
            #expect(texts.allSatisfy { !$0.isEmpty }, "\(descriptor.identifier)")
            #expect(descriptor.source.year > 1700, "\(descriptor.identifier)")
            #expect(!descriptor.inputs.isEmpty, "\(descriptor.identifier)")
        }
        let identifiers = AllMethods.list.map(\.descriptor.identifier)
        #expect(Set(identifiers).count == identifiers.count)
    }

    @Test func `a method is found by its identifier`() throws {
        for method in AllMethods.list {
            let identifier = method.descriptor.identifier
            #expect(try AllMethods.method(named: identifier).descriptor == method.descriptor)
        }
        let problem = #expect(throws: Problem.self) {
            try AllMethods.method(named: "weighed-sum")
        }
        #expect(problem?.code == .unknownName)
        #expect(problem?.hint == "did you mean `weighted-sum`?")
    }
}
