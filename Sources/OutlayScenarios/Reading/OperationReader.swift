import Outlay

/// Reads what is done in a scenario, and what must come of it.
enum OperationReader {
    private static let names = [
        "allot", "transfer", "submit", "approve", "reject", "withdraw", "cancel", "amend",
        "invoice", "credit", "expire", "carry_forward", "lapse", "race", "as_of", "tamper",
    ]

    static func step(_ item: Item) throws(Problem) -> Scenario.Step {
        let fields = try item.fields()
        let name = try fields.required("op").word(of: names)
        let operation = try operation(name, fields)
        let date = try fields["date"]?.date()
        let expectation = try fields["expect"].map { (item) throws(Problem) in
            try self.expectation(item)
        }
        fields.pass(over: "note")
        try fields.requireNothingLeft()
        return Scenario.Step(operation: operation, date: date, expectation: expectation)
    }

    private static func operation(
        _ name: String, _ fields: Fields
    ) throws(Problem) -> Scenario.Operation {
        func text(_ key: String) throws(Problem) -> String { try fields.required(key).text() }
        func amount() throws(Problem) -> String { try fields.required("amount").amount() }
        switch name {
        case "allot":
            return .allot(
                line: try text("line"), amount: try amount(), key: try fields["key"]?.text())
        case "transfer":
            return .transfer(
                from: try text("from"), to: try text("to"), amount: try amount(),
                key: try fields["key"]?.text())
        case "submit": return .submit(try submission(fields))
        case "approve":
            return .approve(
                id: try text("id"), by: try text("by"), principal: try fields["as"]?.text(),
                rate: try fields["rate"]?.amount())
        case "reject":
            return .reject(
                id: try text("id"), by: try text("by"), principal: try fields["as"]?.text())
        case "withdraw": return .withdraw(id: try text("id"))
        case "cancel": return .cancel(id: try text("id"))
        case "amend": return .amend(id: try text("id"), amount: try amount())
        case "invoice": return .invoice(try bill(fields))
        case "credit":
            return .credit(
                id: try text("id"), amount: try amount(),
                reopens: try fields["reopen"]?.flag() ?? false)
        case "expire": return .expire
        case "carry_forward": return .carryForward(id: try text("id"), to: try text("to"))
        case "lapse": return .lapse(line: try text("line"))
        case "race":
            let steps = try fields.required("ops").list().map { (item) throws(Problem) in
                try step(item)
            }
            return .race(steps)
        case "as_of":
            return .asOf(line: try text("line"), knownSequence: try fields["known_seq"]?.count())
        default:
            let kinds = Scenario.Tampering.allCases.map(\.rawValue)
            let word = try fields.required("kind").word(of: kinds)
            return .tamper(
                kind: Scenario.Tampering(rawValue: word) ?? .edit,
                sequence: try fields.required("seq").count())
        }
    }

    private static func submission(_ fields: Fields) throws(Problem) -> Scenario.Submission {
        var submission = Scenario.Submission(
            id: try fields.required("id").text(), by: try fields.required("by").text(), lines: [])
        for pair in try fields.required("lines").list() {
            let parts = try pair.list()
            guard parts.count == 2 else {
                throw Problem(
                    .wrongLength, "`\(pair.place)` has \(parts.count) parts",
                    at: pair.source.location(pair.node.range),
                    because: "a line of a request is a budget line and an amount")
            }
            submission.lines.append((try parts[0].text(), try parts[1].amount()))
        }
        submission.vendor = try fields["vendor"]?.text()
        submission.currency = try fields["cur"]?.text()
        submission.rate = try fields["rate"]?.amount()
        submission.key = try fields["key"]?.text()
        if let override = try fields["override"]?.fields() {
            submission.override = (
                try override.required("by").text(), try override.required("reason").text()
            )
            try override.requireNothingLeft()
        }
        return submission
    }

    private static func bill(_ fields: Fields) throws(Problem) -> Scenario.Bill {
        Scenario.Bill(
            id: try fields.required("id").text(), amount: try fields.required("amount").amount(),
            number: try fields.required("number").text(),
            isFinal: try fields["final"]?.flag() ?? false, currency: try fields["cur"]?.text(),
            rate: try fields["rate"]?.amount(), known: try fields["known"]?.date())
    }

    private static let figures = ["allot", "pre", "enc", "act", "available"]

    private static func expectation(_ item: Item) throws(Problem) -> Scenario.Expectation {
        if case .string(let word) = item.node.kind { return Scenario.Expectation(result: word) }
        let fields = try item.fields()
        var expectation = Scenario.Expectation()
        expectation.result = try fields["result"]?.text()
        if let balances = try fields["balances"]?.fields() {
            for line in balances.keys {
                let stated = try balances.required(line).fields()
                var found: [(name: String, amount: String)] = []
                for name in stated.keys {
                    guard figures.contains(name) else { continue }
                    found.append((name, try stated.required(name).amount()))
                }
                stated.pass(over: "allot", "pre", "enc", "act", "available")
                try stated.requireNothingLeft()
                expectation.balances.append((line, found))
            }
        }
        if let steps = fields["steps"] { expectation.steps = try ScenarioReader.steps(steps) }
        expectation.flags = try fields["flags"]?.texts()
        try fields.requireNothingLeft()
        return expectation
    }
}
