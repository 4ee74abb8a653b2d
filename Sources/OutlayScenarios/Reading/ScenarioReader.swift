import Outlay

/// Reads scenarios.
enum ScenarioReader {
    static func scenario(_ item: Item) throws(Problem) -> Scenario {
        let fields = try item.fields()
        let scenario = Scenario(
            id: try fields.required("id").text(), title: try fields["title"]?.text() ?? "",
            given: try given(fields.required("given")),
            steps: try fields.required("when").list().map { (item) throws(Problem) in
                try OperationReader.step(item)
            })
        fields.pass(over: "tags", "anchor", "then", "note")
        try fields.requireNothingLeft()
        return scenario
    }

    private static func given(_ item: Item) throws(Problem) -> Scenario.Given {
        let fields = try item.fields()
        var given = Scenario.Given()
        given.lines = try lines(fields.required("lines"))
        if let users = try fields["users"]?.fields() {
            for name in users.keys.sorted() {
                given.users.append(try user(name, users.required(name)))
            }
        }
        for delegation in try fields["delegations"]?.list() ?? [] {
            given.delegations.append(try Self.delegation(delegation))
        }
        if let policy = fields["policy"] { given.policy = try Self.policy(policy) }
        try fields.requireNothingLeft()
        return given
    }

    /// Reads the lines and puts those above before those below.
    private static func lines(_ item: Item) throws(Problem) -> [Scenario.Line] {
        let fields = try item.fields()
        var rest: [(line: Scenario.Line, item: Item)] = []
        for name in fields.keys {
            let item = try fields.required(name)
            rest.append((try line(name, item), item))
        }
        var placed: [Scenario.Line] = []
        while !rest.isEmpty {
            let ready = rest.filter { entry in
                entry.line.parent.map { parent in placed.contains { $0.id == parent } } ?? true
            }
            guard !ready.isEmpty else {
                throw Problem(
                    .unknownReference, "the parent of a line is not among the lines",
                    at: item.source.location(rest[0].item.node.range),
                    because: "`\(rest[0].line.parent ?? "")` is no line, or lies below itself")
            }
            placed += ready.map(\.line)
            rest.removeAll { entry in ready.contains { $0.line.id == entry.line.id } }
        }
        return placed
    }

    private static func line(_ name: String, _ item: Item) throws(Problem) -> Scenario.Line {
        let fields = try item.fields()
        var line = Scenario.Line(id: name)
        line.parent = try fields["parent"]?.text()
        line.mode = try fields["mode"]?.word(of: ["hard", "soft", "track"]) ?? "hard"
        line.warnBasisPoints = try fields["warn"].map { (item) throws(Problem) in
            Int64(try item.count())
        }
        line.toleranceBasisPoints = try fields["tol"].map { (item) throws(Problem) in
            Int64(try item.count())
        }
        line.isYearToDate = try fields["phasing"]?.word(of: ["ytd"]) == "ytd"
        try fields.requireNothingLeft()
        return line
    }

    private static func user(_ name: String, _ item: Item) throws(Problem) -> Scenario.User {
        let fields = try item.fields()
        let user = Scenario.User(
            id: name, roles: try fields["roles"]?.texts() ?? [],
            overrideLimit: try fields["override_limit"]?.amount())
        try fields.requireNothingLeft()
        return user
    }

    private static func delegation(_ item: Item) throws(Problem) -> Scenario.Delegation {
        let fields = try item.fields()
        let delegation = Scenario.Delegation(
            from: try fields.required("from").text(), to: try fields.required("to").text(),
            start: try fields.required("start").date(), end: try fields.required("end").date(),
            limit: try fields["limit"]?.amount())
        try fields.requireNothingLeft()
        return delegation
    }

    private static func policy(_ item: Item) throws(Problem) -> Scenario.Policy {
        let fields = try item.fields()
        var policy = Scenario.Policy()
        for tier in try fields["tiers"]?.list() ?? [] { policy.tiers.append(try Self.tier(tier)) }
        let reserve = try fields["reserve"]?.word(of: ["submit", "approval"])
        policy.reservesAtApproval = reserve == "approval"
        policy.expireDays = try fields["expire_days"]?.count()
        policy.invoiceToleranceBasisPoints = try fields["invoice_tolerance_bp"].map {
            (item) throws(Problem) in Int64(try item.count())
        }
        policy.splitWindowDays = try fields["split_window_days"]?.count()
        policy.splitThreshold = try fields["split_threshold"]?.amount()
        try fields.requireNothingLeft()
        return policy
    }

    private static func tier(_ item: Item) throws(Problem) -> Scenario.Tier {
        let fields = try item.fields()
        let tier = Scenario.Tier(
            lessThan: try fields["lt"]?.amount(), steps: try steps(fields.required("steps")))
        try fields.requireNothingLeft()
        return tier
    }

    /// Reads a list of approval steps.
    static func steps(_ item: Item) throws(Problem) -> [Scenario.ApprovalStep] {
        try item.list().map { (item) throws(Problem) in
            guard case .object = item.node.kind else { return .all(try item.texts()) }
            let fields = try item.fields()
            let step = Scenario.ApprovalStep.quorum(
                try fields.required("quorum").count(), try fields.required("role").text())
            try fields.requireNothingLeft()
            return step
        }
    }
}
