import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct AllWeightingsTests {
    @Test func `every worked example gives its stated weights`() throws {
        for descriptor in AllWeightings.descriptors {
            let (name, example) = (descriptor.identifier, descriptor.example)
            let weights = try AllWeightings.weighting(named: name)
                .weights(of: example.criteria, from: example.evidence())
            #expect(weights.shares.count == example.weights.count, "\(name)")
            #expect(try example.evidence().kind == descriptor.kind, "\(name)")
            for (share, stated) in zip(weights.shares, example.weights) {
                #expect(abs(share - stated) <= example.tolerance, "\(name): \(share), \(stated)")
            }
        }
    }

    @Test func `every weighting says what it is`() {
        for descriptor in AllWeightings.descriptors {
            let texts = [
                descriptor.title, descriptor.formula, descriptor.whenToUse, descriptor.whenNotTo,
                descriptor.source.author, descriptor.source.title, descriptor.example.origin,
            ]
            #expect(texts.allSatisfy { !$0.isEmpty }, "\(descriptor.identifier)")
            #expect(descriptor.source.year > 1700, "\(descriptor.identifier)")
            #expect((descriptor.warning == nil) == (descriptor.kind != .data))
        }
        let identifiers = AllWeightings.descriptors.map(\.identifier)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(AllWeightings.fromData.count == 9)
    }

    @Test func `a weighting is found by its identifier`() throws {
        for descriptor in AllWeightings.descriptors {
            let weighting = try AllWeightings.weighting(named: descriptor.identifier)
            #expect(weighting.descriptor == descriptor)
        }
        let problem = #expect(throws: Problem.self) { try AllWeightings.weighting(named: "swnig") }
        #expect(problem?.code == .unknownName)
        #expect(problem?.hint == "did you mean `swing`?")
    }

    @Test func `evidence of another kind is refused by every weighting`() throws {
        for descriptor in AllWeightings.descriptors {
            let weighting = try AllWeightings.weighting(named: descriptor.identifier)
            for other in AllWeightings.descriptors where other.kind != descriptor.kind {
                let evidence = try other.example.evidence()
                let problem = #expect(throws: Problem.self) {
                    try weighting.weights(of: other.example.criteria, from: evidence)
                }
                #expect(problem?.code == .missingField)
            }
        }
    }
}
