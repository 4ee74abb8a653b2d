import OutlayBudgets
import OutlayEncoding
import OutlayValues

/// What was published of one request so far, and the release that an event adds.
struct OCDSProcess {
    private let id: RequestID
    private let publisher: OCDSPublisher
    /// The ledger's currency, in which budgets are.
    private let currency: Currency
    private let names: [VendorID: String]
    private var request: Request?
    private var lines: [RequestLine] = []
    private var published: Set<String> = []
    private var lastRelease = ""
    private var rationale: String?

    init(
        _ id: RequestID, publisher: OCDSPublisher, currency: Currency, names: [VendorID: String]
    ) {
        self.id = id
        self.publisher = publisher
        self.currency = currency
        self.names = names
    }

    private var ocid: String { "\(publisher.prefix)-\(id.text)" }

    /// What an event says of the process.
    private struct News {
        var tags: [String] = []
        var planning = false
        var tender: String?
        var award: String?
        var contract: String?
        var amendment: JSONValue?
        var transactions: [JSONValue] = []
        var milestones: [JSONValue] = []
    }

    /// Returns the release that an event adds, or nil where it says nothing new.
    mutating func release(for event: LedgerEvent) -> JSONValue? {
        let before = request
        follow(event)
        guard event.body.kind != .refused, let request else { return nil }
        let name = "\(ocid)-\(event.sequence)"
        var news = News()
        collect(event, from: before, to: request, as: name, &news)
        guard !news.tags.isEmpty else { return nil }
        published.formUnion(news.tags)
        lastRelease = name
        return json(news, request, event, name)
    }

    private mutating func follow(_ event: LedgerEvent) {
        for row in event.body.rows {
            switch row {
            case .request(let row) where row.id == id: request = row
            case .requestLine(let row) where row.request == id:
                if let index = lines.firstIndex(where: { $0.number == row.number }) {
                    lines[index] = row
                } else {
                    lines.append(row)
                }
            default: break
            }
        }
        guard event.body.kind == .amended else { return }
        rationale = nil
        if case .object(let details) = event.body.details,
            case .string(let text) = details["reason"]
        {
            rationale = text
        }
    }

    private func collect(
        _ event: LedgerEvent, from before: Request?, to request: Request, as name: String,
        _ news: inout News
    ) {
        switch event.body.kind {
        case .submitted:
            plan(&news)
            if !request.details.quotes.isEmpty || request.details.route != .competitive {
                news.tender = "active"
                news.tags.append(published.contains("tender") ? "tenderUpdate" : "tender")
            }
        case .approved, .amended, .expired, .withdrawn, .rejected, .returned, .cancelled:
            decide(before, request, &news)
            change(event, before, request, name, &news)
        case .ordered:
            news.contract = "active"
            news.tags.append(published.contains("contract") ? "contractUpdate" : "contract")
        case .carriedForward: plan(&news)
        default: break
        }
        perform(event, request, &news)
    }

    private func plan(_ news: inout News) {
        news.planning = true
        news.tags.append(published.contains("planning") ? "planningUpdate" : "planning")
    }

    /// What becomes of a request: the award, or an end before it.
    private func decide(_ before: Request?, _ request: Request, _ news: inout News) {
        guard before?.state != request.state else { return }
        switch request.state {
        case .approved:
            news.award = "active"
            news.tags.append("award")
            if published.contains("tender") {
                news.tender = "complete"
                news.tags.append("tenderUpdate")
            }
        case .withdrawn, .rejected, .returned, .expired, .notAwarded:
            guard published.contains("tender") else { return plan(&news) }
            let words: [RequestState: String] = [
                .withdrawn: "withdrawn", .expired: "unsuccessful", .notAwarded: "unsuccessful",
                .returned: "planned",
            ]
            news.tender = words[request.state] ?? "cancelled"
            news.tags.append(request.state == .returned ? "tenderUpdate" : "tenderCancellation")
        case .cancelled:
            if published.contains("contract") {
                news.contract = "terminated"
                news.tags.append("contractTermination")
            } else {
                news.award = "cancelled"
                news.tags.append("awardCancellation")
            }
        case .draft, .submitted, .ordered, .closed: break
        }
    }

    /// A change of the total: of the request before the award, of the award, or of the contract.
    private func change(
        _ event: LedgerEvent, _ before: Request?, _ request: Request, _ name: String,
        _ news: inout News
    ) {
        guard let before, before.foreignTotal != request.foreignTotal else { return }
        if !published.contains("award") {
            if !news.planning { plan(&news) }
            return
        }
        let old = before.foreignTotal.text(in: request.currency)
        let new = request.foreignTotal.text(in: request.currency)
        news.amendment = [
            "id": .string("\(name)-amendment"), "date": .string(Self.time(event.effective)),
            "rationale": .string(rationale ?? "change order"),
            "description": .string("total from \(old) to \(new) \(request.currency.code)"),
            "amendsReleaseID": .string(lastRelease), "releaseID": .string(name),
        ]
        if published.contains("contract") {
            news.contract = "active"
            news.tags.append("contractAmendment")
        } else {
            news.award = "active"
            news.tags.append("awardUpdate")
        }
    }

    /// Bills and receipts.
    private func perform(_ event: LedgerEvent, _ request: Request, _ news: inout News) {
        for row in event.body.rows {
            switch row {
            case .invoice(let row)
            where row.request == id && row.sequence == event.sequence && row.state == .booked:
                let isKnownAgain = row.kind == .invoice && event.body.kind == .credited
                if !isKnownAgain { news.transactions.append(transaction(row, request)) }
            case .receipt(let row) where row.request == id:
                news.milestones.append([
                    "id": .string("receipt-\(row.number)"), "title": "Delivery",
                    "type": "delivery", "status": "met", "dateMet": .string(Self.time(row.date)),
                ])
            default: break
            }
        }
        guard !news.transactions.isEmpty || !news.milestones.isEmpty else { return }
        if !published.contains("contract") { news.tags.append("contract") }
        let isFirst = !published.contains("implementation")
        news.tags.append(isFirst ? "implementation" : "implementationUpdate")
        news.contract = "active"
        if request.state == .closed {
            news.contract = "terminated"
            news.tags.append("contractTermination")
        }
    }
}

// MARK: - As JSON

extension OCDSProcess {
    private func json(
        _ news: News, _ request: Request, _ event: LedgerEvent, _ name: String
    ) -> JSONValue {
        var release: JSONObject = [
            "ocid": .string(ocid), "id": .string(name),
            "date": .string(RecordedTime.text(event.recordedMilliseconds)),
            "tag": .strings(news.tags), "initiationType": "tender", "language": "en",
            "parties": .array(parties(news, request)), "buyer": buyer,
        ]
        if news.planning { release["planning"] = planning(request) }
        if let status = news.tender { release["tender"] = tender(request, status) }
        if let status = news.award {
            release["awards"] = [
                award(request, status, news.contract == nil ? news.amendment : nil)
            ]
        }
        if let status = news.contract {
            release["contracts"] = [contract(news, request, status)]
        }
        return .object(release)
    }

    private var buyer: JSONValue {
        ["id": .string(publisher.identifier), "name": .string(publisher.name)]
    }

    private func reference(_ vendor: VendorID) -> JSONValue {
        ["id": .string(vendor.text), "name": .string(names[vendor] ?? vendor.text)]
    }

    private func parties(_ news: News, _ request: Request) -> [JSONValue] {
        var roles: [(vendor: VendorID, roles: [String])] = []
        func add(_ vendor: VendorID, _ role: String) {
            if let index = roles.firstIndex(where: { $0.vendor == vendor }) {
                if !roles[index].roles.contains(role) { roles[index].roles.append(role) }
            } else {
                roles.append((vendor, [role]))
            }
        }
        if news.tender != nil {
            for quote in request.details.quotes { add(quote.vendor, "tenderer") }
        }
        if let vendor = request.vendor {
            if news.award != nil || news.contract != nil { add(vendor, "supplier") }
            if !news.transactions.isEmpty { add(vendor, "payee") }
        }
        let own: JSONValue = [
            "id": .string(publisher.identifier), "name": .string(publisher.name),
            "roles": .strings(news.transactions.isEmpty ? ["buyer"] : ["buyer", "payer"]),
        ]
        return [own]
            + roles.sorted { $0.vendor < $1.vendor }.map { vendor, roles in
                [
                    "id": .string(vendor.text), "name": .string(names[vendor] ?? vendor.text),
                    "roles": .strings(roles),
                ]
            }
    }

    private func planning(_ request: Request) -> JSONValue {
        let charged = lines.filter { $0.amount.isPositive }
        let parts = charged.map { line in
            "\(line.node) \(line.period) \(line.amount.text(in: currency)) \(currency.code)"
        }
        var budget: JSONObject = [
            "description": .string(parts.joined(separator: "; ")),
            "amount": value(request.total, currency),
        ]
        let nodes = Set(charged.map(\.node))
        if nodes.count == 1, let node = nodes.first { budget["id"] = .string(node.text) }
        var planning: JSONObject = ["budget": .object(budget)]
        var rationale = [request.details.title.text]
        if let code = request.details.reasonCode { rationale.append(code.text) }
        if ![.submitted, .approved, .ordered, .closed].contains(request.state) {
            rationale.append(request.state.rawValue)
        }
        let said = rationale.filter { !$0.isEmpty }
        if !said.isEmpty { planning["rationale"] = .string(said.joined(separator: "; ")) }
        return .object(planning)
    }

    private func tender(_ request: Request, _ status: String) -> JSONValue {
        let details = request.details
        let methods: [PurchaseRoute: String] = [
            .competitive: "selective", .callOff: "limited", .singleSource: "direct",
            .emergency: "direct", .ratification: "direct",
        ]
        var tender: JSONObject = [
            "id": .string("\(ocid)-tender"), "title": .string(title(request)),
            "status": .string(status), "value": worth(request),
            "procurementMethodDetails": .string(details.route.rawValue),
        ]
        tender["procurementMethod"] = methods[details.route].map { .string($0) }
        tender["procurementMethodRationale"] = details.reasonCode.map { .string($0.text) }
        if !details.quotes.isEmpty {
            tender["numberOfTenderers"] = .integer(details.quotes.count)
            tender["tenderers"] = .array(details.quotes.map { reference($0.vendor) })
        }
        return .object(tender)
    }

    private func award(
        _ request: Request, _ status: String, _ amendment: JSONValue?
    ) -> JSONValue {
        var award: JSONObject = [
            "id": .string("\(ocid)-award"), "title": .string(title(request)),
            "status": .string(status), "value": worth(request),
        ]
        award["date"] = request.approvedOn.map { .string(Self.time($0)) }
        award["suppliers"] = request.vendor.map { [reference($0)] }
        award["amendments"] = amendment.map { [$0] }
        return .object(award)
    }

    private func contract(_ news: News, _ request: Request, _ status: String) -> JSONValue {
        var contract: JSONObject = [
            "id": .string("\(ocid)-contract"), "awardID": .string("\(ocid)-award"),
            "title": .string(title(request)), "status": .string(status),
            "value": worth(request),
        ]
        contract["amendments"] = news.amendment.map { [$0] }
        var implementation = JSONObject()
        if !news.transactions.isEmpty { implementation["transactions"] = .array(news.transactions) }
        if !news.milestones.isEmpty { implementation["milestones"] = .array(news.milestones) }
        if !implementation.members.isEmpty { contract["implementation"] = .object(implementation) }
        return .object(contract)
    }

    private func transaction(_ invoice: Invoice, _ request: Request) -> JSONValue {
        let amount = invoice.foreignAmount.text(in: invoice.currency)
        // What a credit note gives back is a transaction the other way.
        let signed = invoice.kind == .credit ? "-\(amount)" : amount
        var transaction: JSONObject = [
            "id": .string("\(invoice.kind.rawValue)-\(invoice.number)"),
            "date": .string(Self.time(invoice.date)),
            "value": [
                "amount": .number(text: signed), "currency": .string(invoice.currency.code),
            ],
            "payer": buyer,
        ]
        transaction["payee"] = request.vendor.map { reference($0) }
        return .object(transaction)
    }

    private func title(_ request: Request) -> String {
        request.details.title.isEmpty ? id.text : request.details.title.text
    }

    /// What the whole contract is worth: more than its lines where years it runs in are not opened yet.
    ///
    /// The contract value is kept in the ledger's currency.
    private func worth(_ request: Request) -> JSONValue {
        guard let whole = request.details.contractValue, whole > request.total else {
            return value(request.foreignTotal, request.currency)
        }
        return value(whole, currency)
    }

    private func value(_ amount: MinorUnits, _ currency: Currency) -> JSONValue {
        [
            "amount": .number(text: amount.text(in: currency)), "currency": .string(currency.code),
        ]
    }

    private static func time(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }
}
