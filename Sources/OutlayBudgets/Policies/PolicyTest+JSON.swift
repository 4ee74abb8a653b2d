import OutlayEncoding
import OutlayProblems
import OutlayValues

extension PolicyTest {
    func json(_ currency: Currency) -> JSONValue {
        [
            "name": .string(name), "request": request.json(currency), "expect": expected.json,
        ]
    }

    static func read(_ value: StrictValue, _ currency: Currency) -> PolicyTest? {
        value.fields { fields in
            let name = fields.required("name") { $0.text() }
            let request = fields.required("request") { Sample.read($0, currency) }
            let expected = fields.required("expect") { Expectation.read($0) }
            guard let name, let request, let expected else { return nil }
            return PolicyTest(name, request, expects: expected)
        }
    }
}

extension PolicyTest.Sample {
    fileprivate func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["total"] = .string(total.canonicalText(currency))
        object["date"] = date.map { .string($0.description) }
        object["requester"] = .string(requester.text)
        object["vendor"] = vendor.map { .string($0.text) }
        object["bought_before"] = .bool(hasBoughtBefore)
        object["lines"] = .array(lines.map { .strings($0.map(\.text)) })
        object["capital"] = .bool(isCapital)
        object["category"] = details.category.map { .string($0.text) }
        object["personal_data"] = .bool(details.handlesPersonalData)
        object["contract"] = .bool(details.hasContract)
        object["route"] = .string(details.route.rawValue)
        object["reason_code"] = details.reasonCode.map { .string($0.text) }
        object["price_evidence"] = .bool(details.hasPriceEvidence)
        object["evaluation"] = details.evaluation.map { .string($0.text) }
        object["quotes"] = .array(
            details.quotes.map {
                [
                    "vendor": .string($0.vendor.text),
                    "valid_until": .string($0.validUntil.description),
                ]
            })
        object["earlier"] = .array(
            earlier.map {
                [
                    "days_before": .integer($0.daysBefore),
                    "total": .string($0.total.canonicalText(currency)),
                ]
            })
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue, _ currency: Currency) -> Self? {
        value.fields { fields in
            let total = fields.required("total") { $0.amount(currency) }
            var sample = Self(total: total ?? .zero)
            sample.date = fields.optional("date") { $0.date() }
            sample.requester = fields.optional("requester", sample.requester) { $0.name() }
            sample.vendor = fields.optional("vendor") { $0.name() }
            sample.hasBoughtBefore = fields.optional("bought_before", false) { $0.flag() }
            sample.lines = fields.optional("lines", []) { $0.list { $0.names(atLeast: 1) } }
            sample.isCapital = fields.optional("capital", false) { $0.flag() }
            sample.details.category = fields.optional("category") { $0.name() }
            sample.details.handlesPersonalData = fields.optional("personal_data", false) {
                $0.flag()
            }
            sample.details.hasContract = fields.optional("contract", false) { $0.flag() }
            sample.details.route = fields.optional("route", .competitive) {
                $0.choice(PurchaseRoute.self)
            }
            sample.details.reasonCode = fields.optional("reason_code") { $0.ledgerText() }
            sample.details.hasPriceEvidence = fields.optional("price_evidence", false) {
                $0.flag()
            }
            sample.details.evaluation = fields.optional("evaluation") { $0.ledgerText() }
            sample.details.quotes = fields.optional("quotes", []) { $0.list { readQuote($0) } }
            sample.earlier = fields.optional("earlier", []) { value in
                value.list { readEarlier($0, currency) }
            }
            return total == nil ? nil : sample
        }
    }

    private static func readQuote(_ value: StrictValue) -> QuoteOnFile? {
        value.fields { fields in
            let vendor: VendorID? = fields.required("vendor") { $0.name() }
            let validUntil = fields.required("valid_until") { $0.date() }
            guard let vendor, let validUntil else { return nil }
            return QuoteOnFile(vendor: vendor, validUntil: validUntil)
        }
    }

    private static func readEarlier(
        _ value: StrictValue, _ currency: Currency
    ) -> PolicyTest.Earlier? {
        value.fields { fields in
            let days = fields.required("days_before") { $0.whole(0...36_600) }
            let total = fields.required("total") { $0.amount(currency) }
            guard let days, let total else { return nil }
            return PolicyTest.Earlier(daysBefore: days, total: total)
        }
    }
}

extension PolicyTest.Expectation {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["path"] = path.map { .array($0.map { .strings($0) }) }
        object["flags"] = flags.map { .strings($0.map(\.rawValue)) }
        object["refused"] = refusal.map { .string($0.rawValue) }
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue) -> Self? {
        value.fields { fields in
            let path = fields.optional("path") { $0.list { $0.list { $0.text() } } }
            let flags = fields.optional("flags") { $0.list { $0.choice(AnswerFlag.self) } }
            let refusal = fields.optional("refused") { $0.choice(RefusalCode.self) }
            fields.reportExclusive(["path", "refused"])
            if !fields.has("path"), !fields.has("flags"), !fields.has("refused") {
                value.report(
                    Problem(
                        .missingField, "a test expects nothing",
                        because: "it expects a path, flags or a refusal"))
            }
            return Self(
                path: path, flags: flags?.sorted { $0.order < $1.order }, refusal: refusal)
        }
    }
}
