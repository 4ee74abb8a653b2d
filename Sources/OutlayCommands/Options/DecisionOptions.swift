import ArgumentParser
import Outlay

/// What every decision on a request takes.
struct DecisionOptions: ParsableArguments {
    @Argument(help: "The request.")
    var request: String

    @Option(
        help: ArgumentHelp(
            "The revision you looked at; the decision holds for no other.", valueName: "number"))
    var revision: Int

    @Option(help: "The role you decide in, where you hold several.")
    var role: String?

    /// Returns what the person says and saw.
    ///
    /// - Throws: A ``Problem`` of a text or name that the ledger cannot keep.
    func view(_ reason: String?) throws(Problem) -> ApprovalView {
        ApprovalView(
            reason: try LedgerText(reason ?? ""), revision: revision,
            role: try role.map { name throws(Problem) in try RoleID(name) })
    }

    /// Carries out a decision, as `change` says.
    ///
    /// - Throws: ``CommandEnd``, always.
    func decide(
        _ schema: String, _ word: String, _ change: LedgerChangeOptions,
        _ make: (RequestID) throws(Problem) -> any LedgerCommand
    ) throws {
        try change.act(schema: schema, on: request) { (standing, _, session) throws(Problem) in
            let acts = standing.request.amendment?.approval.acts ?? standing.request.approval.acts
            let roles = acts.last?.claims.map(\.role.text) ?? []
            let person = try session.actor().text
            let capacity = Set(roles).sorted().joined(separator: ", ")
            return "\(word) \(request) r\(revision)"
                + (capacity.isEmpty ? "" : " as \(capacity)") + " (\(person))"
        } _: { (id, _) throws(Problem) in
            try make(id)
        }
    }
}
