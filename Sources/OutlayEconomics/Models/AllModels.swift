/// Every cost model, in the order documentation lists them.
public enum AllModels {
    /// The models; a new one is a file in this folder and a line here.
    public static let list: [any CostModel.Type] = [
        OneOffModel.self,
        RecurringModel.self,
    ]

    /// What each model takes, and the key that selects it.
    public static var descriptors: [CostModelDescriptor] { list.map { $0.descriptor } }
}
