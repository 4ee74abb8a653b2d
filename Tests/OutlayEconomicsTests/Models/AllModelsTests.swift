import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct AllModelsTests {
    @Test func `every worked example gives its stated amounts`() throws {
        for model in AllModels.list {
            #expect(!model.descriptor.examples.isEmpty, "\(model.descriptor.identifier)")
            for example in model.descriptor.examples {
                let amounts = try model.init(example.inputs)
                    .amounts(in: study(), from: example.basis)
                #expect(amounts == example.amounts, "\(example.title)")
            }
        }
    }

    @Test func `examples use the inputs that their model declares, the required ones among them`() {
        for model in AllModels.list {
            let descriptor = model.descriptor
            let names = Set(descriptor.inputs.map(\.name))
            let required = Set(descriptor.inputs.filter(\.isRequired).map(\.name))
            for example in descriptor.examples {
                #expect(names.isSuperset(of: example.inputs.values.keys), "\(example.title)")
                #expect(required.isSubset(of: example.inputs.values.keys), "\(example.title)")
            }
        }
    }

    @Test func `each model is chosen by a key of its own, which it declares`() {
        let descriptors = AllModels.list.map { $0.descriptor }
        #expect(Set(descriptors.map(\.identifier)).count == descriptors.count)
        #expect(Set(descriptors.map(\.selectingKey)).count == descriptors.count)
        for descriptor in descriptors {
            #expect(descriptor.inputs.map(\.name).contains(descriptor.selectingKey))
            #expect(!descriptor.source.isEmpty)
        }
    }

    @Test(arguments: [
        (["at", "amount"], "one-off"), (["every", "amount"], "recurring"),
        (["at", "every"], "one-off"), (["life", "at", "residual"], "asset-life"),
        (["residual", "quantity"], "residual"), (["residual_of", "share"], "residual-share"),
        (["share", "of", "every"], "share"), (["schedule", "given"], "schedule"),
    ])
    func `the most specific key selects the model`(keys: [String], identifier: String) {
        #expect(AllModels.model(selectedBy: keys)?.descriptor.identifier == identifier)
        #expect(AllModels.model(selectedBy: keys.reversed())?.descriptor.identifier == identifier)
    }

    @Test func `a line without a selecting key has no model`() {
        #expect(AllModels.model(selectedBy: ["amount", "quantity"]) == nil)
    }
}
