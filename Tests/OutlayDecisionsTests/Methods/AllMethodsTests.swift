import OutlayDecisions
import OutlayProblems
import Testing

struct AllMethodsTests {
    @Test func `every worked example gives its stated scores`() throws {
        for descriptor in AllMethods.descriptors {
            let (name, example) = (descriptor.identifier, descriptor.example)
            let method = try AllMethods.method(named: name)
            let result = try method.scores(of: example.matrix())
            #expect(result.scores.count == example.options.count, "\(name)")
            #expect(example.scores.count == example.options.count, "\(name)")
            for (score, stated) in zip(result.scores, example.scores) {
                #expect(abs(score - stated) <= example.tolerance, "\(name): \(score), \(stated)")
            }
        }
    }

    @Test func `every method says what it is`() {
        for descriptor in AllMethods.descriptors {
            let texts = [
                descriptor.title, descriptor.formula, descriptor.whenToUse, descriptor.whenNotTo,
                descriptor.source.author, descriptor.source.title, descriptor.example.origin,
            ]
            #expect(texts.allSatisfy { !$0.isEmpty }, "\(descriptor.identifier)")
            #expect(descriptor.source.year > 1700, "\(descriptor.identifier)")
            #expect(!descriptor.inputs.isEmpty, "\(descriptor.identifier)")
        }
        let identifiers = AllMethods.descriptors.map(\.identifier)
        #expect(Set(identifiers).count == identifiers.count)
    }

    @Test func `a method is found by its identifier`() throws {
        for descriptor in AllMethods.descriptors {
            let method = try AllMethods.method(named: descriptor.identifier)
            #expect(type(of: method).descriptor == descriptor)
        }
        let problem = #expect(throws: Problem.self) {
            try AllMethods.method(named: "weighed-sum")
        }
        #expect(problem?.code == .unknownName)
        #expect(problem?.hint == "did you mean `weighted-sum`?")
    }
}
