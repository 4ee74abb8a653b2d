import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct AllModelsTests {
    @Test func `every worked example gives its stated amounts`() throws {
        for model in AllModels.list {
            #expect(!model.descriptor.examples.isEmpty, "\(model.descriptor.identifier)")
            for example in model.descriptor.examples {
                let amounts = try model.init(example.inputs).amounts(in: study())
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
}
