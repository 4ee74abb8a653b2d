extension DecisionResult {
    /// The figures on the way to the values, in the order of ``candidates`` and of the tree's leaves.
    ///
    /// What is not known is not a number.
    public var steps: [MethodStep] {
        let scores = candidates.flatMap(\.scores)
        return [
            MethodStep(
                "v(i,j)", "the value of each performance, 0 to 100",
                .cells(scores.map { $0.value ?? .nan })),
            MethodStep(
                "w(j)", "the weight, a fraction of 1",
                .criteria(criteria.leaves.map(\.position.weight))),
            MethodStep(
                "w(j) · v(i,j)", "what each criterion adds to the value",
                .cells(scores.map { $0.contribution ?? .nan })),
            MethodStep(
                "V(i)", "the value: the sum over j of w(j) · v(i,j)",
                .options(candidates.map { $0.value ?? .nan })),
        ]
    }
}
