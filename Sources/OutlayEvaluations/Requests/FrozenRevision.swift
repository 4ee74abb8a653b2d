import OutlayBudgets
import OutlayEconomics
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A revision of a request, frozen: the canonical bytes of all that its decision rests on, and their hash.
///
/// Comments, layout, the version of the tool and the day on which quotes are judged are no part of it.
public struct FrozenRevision: Sendable {
    /// What the bytes call themselves.
    public static let format = "outlay/frozen-revision-1"

    /// The purchase.
    public let purchase: PurchaseCase
    /// What is asked of the ledger.
    public let submission: Submit
    /// All that the evaluation was read from.
    public let inputs: FrozenInputs
    /// The canonical JSON.
    public let content: String
    /// The SHA-256 of ``content``.
    public let hash: SHA256Value

    /// Freezes a purchase.
    ///
    /// - Parameters:
    ///   - purchase: The purchase; its evaluation is the one that `inputs` give.
    ///   - submission: What is asked of the ledger, by ``PurchaseCase/submission(_:in:)``.
    ///   - inputs: All that the evaluation was read from.
    /// - Throws: ``ProblemCode/overflow`` when a figure needs more than 38 digits.
    public init(
        _ purchase: PurchaseCase, submission: Submit, inputs: FrozenInputs
    ) throws(Problem) {
        self.purchase = purchase
        self.submission = submission
        self.inputs = inputs
        content = JSONValue.object(try Self.members(purchase, submission, inputs)).canonicalText
        hash = SHA256Value.of(Array(content.utf8))
    }

    /// The command that keeps the revision in a ledger.
    public var draft: Draft { Draft(submission, content: content) }

    /// Returns the command that submits the revision as number `number` of its request.
    public func submit(as number: Int) -> Submit {
        var named = submission
        named.revision = RevisionReference(number: number, hash: hash)
        return named
    }

    private static func members(
        _ purchase: PurchaseCase, _ submission: Submit, _ inputs: FrozenInputs
    ) throws(Problem) -> JSONObject {
        [
            "amounts": try amounts(purchase),
            "charges": .array(purchase.charges.map(\.json)),
            "choice": choice(purchase),
            "contract": try purchase.contractDates()?.json ?? .null,
            "currency": .string(purchase.currency.code),
            "format": .string(format),
            "inputs": inputs.json,
            "policy": policy(purchase.terms.policy),
            "submission": try JSONValue(parsing: submission.canonicalJSON),
            "terms": terms(purchase),
        ]
    }

    private static func amounts(_ purchase: PurchaseCase) throws(Problem) -> JSONValue {
        let places = purchase.currency.minorUnitPlaces
        func text(_ money: Money?) -> JSONValue { .string(money?.amount.description ?? "0") }
        return [
            "committed": text(purchase.committed), "contract_value": text(purchase.contractValue),
            "expected": .string(
                try ExactDecimal(nearest: purchase.expected.all, places: places).description),
            "expected_cash": .string(
                try ExactDecimal(nearest: purchase.expected.cash, places: places).description),
            "leaving_costs": text(purchase.leavingCosts),
            "optional": text(purchase.contract?.optional),
        ]
    }

    private static func choice(_ purchase: PurchaseCase) -> JSONValue {
        let choice = purchase.choice
        return [
            "award": .string(choice.award.rawValue), "option": .string(orNull: choice.option),
            "rank": purchase.chosen?.rank.map { .integer($0) } ?? .null,
            "reason": .string(choice.reason.text),
            "review_on": .string(orNull: choice.reviewOn?.description),
        ]
    }

    private static func policy(_ policy: PolicyReference?) -> JSONValue {
        guard let policy else { return .null }
        return [
            "hash": .string(policy.hash.text), "id": .string(policy.id.text),
            "revision": .integer(policy.revision),
        ]
    }

    private static func terms(_ purchase: PurchaseCase) -> JSONValue {
        let terms = purchase.terms
        let calendar = terms.calendar ?? purchase.result.evaluation.study.fiscalCalendar
        return [
            "charge_basis": .string(terms.chargeBasis.rawValue),
            "framework": .string(orNull: terms.framework?.text),
            "naming": .string(calendar.naming.rawValue),
            "open_end_months": .integer(terms.openEndMonths),
            "rate": terms.rate.map(\.json) ?? .null,
            "start_month": .integer(calendar.startMonth),
        ]
    }
}

extension PurchaseCharge {
    fileprivate var json: JSONValue {
        [
            "amount": .string(amount.amount.description), "category": .string(category),
            "line": .string(node.text), "period": .string(period.description),
        ]
    }
}

extension ExchangeRate {
    /// The rate with the quotations it was taken from.
    package var json: JSONValue {
        [
            "asked": .string(asked.description), "date": .string(date.description),
            "denominator": .string(denominator.description), "from": .string(from.code),
            "numerator": .string(numerator.description), "source": .string(source),
            "to": .string(to.code),
        ]
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Throws: ``ProblemCode/badFreeze``, or what reading a currency, number or date throws.
    package init(frozen fields: FrozenFields) throws(Problem) {
        self.init(
            from: try Currency(code: try fields.text("from")),
            to: try Currency(code: try fields.text("to")),
            numerator: try fields.decimal("numerator"),
            denominator: try fields.decimal("denominator"), date: try fields.date("date"),
            asked: try fields.date("asked"), source: try fields.text("source"))
    }
}
