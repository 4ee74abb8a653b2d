/// Every cost model, in the order documentation lists them.
public enum AllModels {
    /// The models; a new one is a file in this folder and a line here.
    public static let list: [any CostModel.Type] = [
        OneOffModel.self,
        RecurringModel.self,
        TieredModel.self,
        PackageModel.self,
        MeteredModel.self,
        CommitmentModel.self,
        SeatsModel.self,
        RenewalModel.self,
        LeaseModel.self,
        LoanModel.self,
        EnergyModel.self,
        StaffModel.self,
        FailureModel.self,
        DowntimeModel.self,
        ScheduleModel.self,
        ShareModel.self,
        OptimismBiasModel.self,
        AssetLifeModel.self,
        ResidualModel.self,
        ResidualShareModel.self,
        TaxShieldModel.self,
    ]

    /// Returns the model of a line that has `keys`, or nil where none of them selects one.
    ///
    /// Of several, the most specific: the one that takes the selecting keys of the others as its inputs, such
    /// as `tiers` before `every`. Where none takes them all, the keys contradict each other and the first
    /// that takes the most comes back.
    public static func model(selectedBy keys: [String]) -> (any CostModel.Type)? {
        let candidates = list.filter { keys.contains($0.descriptor.selectingKey) }
        let selecting = candidates.map { $0.descriptor.selectingKey }
        func taken(by model: any CostModel.Type) -> Int {
            let names = model.descriptor.inputs.map(\.name)
            return selecting.count { names.contains($0) }
        }
        let most = candidates.map { taken(by: $0) }.max()
        return candidates.first { taken(by: $0) == most }
    }

    /// What each model takes, and the key that selects it.
    public static var descriptors: [CostModelDescriptor] { list.map { $0.descriptor } }
}
