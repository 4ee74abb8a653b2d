import OutlayEncoding
import OutlayProblems

/// What a policy calls the two things that can become of a plan for a year without money.
enum OutYears: String, CaseIterable {
    /// It is tracked and flagged.
    case warn
    /// It is refused.
    case block
}

extension BudgetControl {
    /// The settings as a value, with what becomes of years that have no money yet.
    func json(_ futureYears: FutureYears) -> JSONValue {
        var override = JSONObject()
        override["role"] = overrideRole.map { .string($0.text) }
        override["reason"] = "required"
        let outYears: OutYears = futureYears == .refuse ? .block : .warn
        return [
            "on_exceed": "block", "out_years": .string(outYears.rawValue),
            "override": .object(override),
        ]
    }

    private enum Excess: String, CaseIterable {
        case block
        case warn
    }

    private enum Reason: String, CaseIterable {
        case required
        case optional
    }

    /// Reads the settings; what no policy can lift is said with its reason, not ignored.
    static func read(_ fields: StrictFields) -> BudgetControl {
        var control = BudgetControl()
        fields.optional("on_exceed") { value in
            let choice = value.choice(Excess.self)
            if choice == .warn {
                value.report(
                    Problem(
                        .unknownChoice, "no policy lets a request exceed the budget of a year",
                        because: "control binds plans: a line under hard control is never exceeded",
                        hint: "write `block`, and give the lines that may be exceeded "
                            + "`control: soft` in the budget"))
            }
            return choice
        }
        fields.optional("override") { value in
            value.fields { fields in
                control.overrideRole = fields.optional("role") { $0.name() }
                fields.optional("reason") { value in
                    let reason = value.choice(Reason.self)
                    if reason == .optional {
                        value.report(
                            Problem(
                                .unknownChoice, "no policy lets an authority override in silence",
                                because: "an override has an authority, a reason and a limit",
                                hint: "write `required`"))
                    }
                    return reason
                }
                return true
            }
        }
        return control
    }
}
