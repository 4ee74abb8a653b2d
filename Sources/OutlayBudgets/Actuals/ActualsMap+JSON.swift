import OutlayEncoding
import OutlayProblems

extension ActualsMap: GovernedDocument {
    /// The map as a value.
    public var json: JSONValue {
        var object: JSONObject = ["kind": "ActualsMap", "rules": .array(rules.map(\.json))]
        object["otherwise"] = otherwise.map { .string($0.text) }
        if !invoices.isEmpty {
            var numbers = JSONObject()
            for (name, number) in invoices.sorted(by: { $0.key < $1.key }) {
                numbers[name] = .string(number)
            }
            object["invoices"] = .object(numbers)
        }
        object["columns"] = layout.map(\.json)
        return .object(object)
    }

    /// Reads a map.
    ///
    /// - Throws: ``DocumentFaults`` with every problem and its JSON pointer.
    public init(json: JSONValue) throws(DocumentFaults) {
        self = try StrictValue.read(json) { value in
            value.fields { fields in
                guard fields.isOfKind("ActualsMap") else { return nil }
                let rules = fields.optional("rules", []) { $0.list { ActualsRule.read($0) } }
                let otherwise: NodeID? = fields.optional("otherwise") { $0.name() }
                let invoices = fields.optional("invoices", [:]) { Self.readInvoices($0) }
                let layout = fields.optional("columns") { ActualsLayout.read($0) }
                return ActualsMap(
                    rules, otherwise: otherwise, invoices: invoices, layout: layout)
            }
        }
    }

    private static func readInvoices(_ value: StrictValue) -> [String: String]? {
        value.members?.reduce(into: [:]) { invoices, member in
            invoices[member.key] = member.value.text()
        }
    }
}

extension ActualsRule {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        if !conditions.isEmpty { object["when"] = Condition.json(conditions) }
        if !tags.isEmpty { object["tags"] = Condition.json(tags) }
        switch outcome {
        case .book(let line, let vendor, let request):
            object["line"] = line.map { .string($0.text) }
            object["vendor"] = vendor.map { .string($0.text) }
            object["request"] = request.map { .string($0.text) }
        case .leaveOut(let reason): object["leave_out"] = .string(reason)
        }
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue) -> ActualsRule? {
        value.fields { fields in
            let conditions = fields.optional("when", []) { Condition.read($0) }
            let tags = fields.optional("tags", []) { Condition.read($0) }
            let line: NodeID? = fields.optional("line") { $0.name() }
            let vendor: VendorID? = fields.optional("vendor") { $0.name() }
            let request: RequestID? = fields.optional("request") { $0.name() }
            let reason = fields.optional("leave_out") { $0.text() }
            fields.reportExclusive(["line", "leave_out"])
            fields.reportExclusive(["vendor", "leave_out"])
            fields.reportExclusive(["request", "leave_out"])
            if ["line", "vendor", "request", "leave_out"].allSatisfy({ !fields.has($0) }) {
                value.report(
                    Problem(
                        .missingField, "a rule says nothing of what becomes of its rows",
                        because: "a rule names a line, a vendor or a request, or leaves rows out",
                        hint: "add `line` or `leave_out`"))
            }
            return ActualsRule(
                conditions, tags: tags,
                reason.map { .leaveOut($0) }
                    ?? .book(line: line, vendor: vendor, request: request))
        }
    }
}

extension ActualsRule.Condition {
    fileprivate static func json(_ conditions: [Self]) -> JSONValue {
        var object = JSONObject()
        for condition in conditions {
            object[condition.column] =
                condition.values.count == 1
                ? .string(condition.values[0]) : .strings(condition.values)
        }
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue) -> [Self]? {
        value.members?.compactMap { key, field in
            if case .array = field.value {
                return field.list(atLeast: 1) { $0.text() }.map { Self(key, $0) }
            }
            return field.text().map { Self(key, [$0]) }
        }
    }
}

extension StrictValue {
    /// The fields of an object whose keys are the user's own.
    fileprivate var members: [(key: String, value: StrictValue)]? {
        guard case .object(let object) = value else { return wrongType("a group of fields") }
        return object.members.map { member in
            (
                member.key,
                StrictValue(
                    value: member.value, pointer: pointer + "/" + Self.escaped(member.key),
                    faults: faults)
            )
        }
    }
}

extension ActualsLayout {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["amount": .string(cost), "date": .string(date)]
        object["currency"] = currency.map { .string($0) }
        object["issuer"] = issuer.map { .string($0) }
        object["vendor"] = vendor.map { .string($0) }
        object["line"] = line.map { .string($0) }
        object["request"] = request.map { .string($0) }
        object["tags"] = tags.map { .string($0) }
        object["document"] = .array(
            document.map { parts in
                .array(
                    parts.map { part in
                        part.length.map {
                            ["column": .string(part.column), "length": .integer($0)]
                        }
                            ?? .string(part.column)
                    })
            })
        object["delimiter"] = .string(delimiter.rawValue)
        object["decimal_sign"] = .string(decimalSign.rawValue)
        object["skipped_lines"] = .integer(skippedLines)
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue) -> ActualsLayout? {
        value.fields { fields in
            let cost = fields.required("amount") { $0.text() }
            let date = fields.required("date") { $0.text() }
            var layout = ActualsLayout(cost: cost ?? "", date: date ?? "")
            layout.currency = fields.optional("currency") { $0.text() }
            layout.issuer = fields.optional("issuer") { $0.text() }
            layout.vendor = fields.optional("vendor") { $0.text() }
            layout.line = fields.optional("line") { $0.text() }
            layout.request = fields.optional("request") { $0.text() }
            layout.tags = fields.optional("tags") { $0.text() }
            layout.document = fields.optional("document", []) { $0.list { readParts($0) } }
            layout.delimiter = fields.optional("delimiter", .comma) {
                $0.choice(CSVDelimiter.self)
            }
            layout.decimalSign = fields.optional("decimal_sign", .point) {
                $0.choice(DecimalSign.self)
            }
            layout.skippedLines = fields.optional("skipped_lines", 0) { $0.whole(0...1000) }
            return cost == nil || date == nil ? nil : layout
        }
    }

    private static func readParts(_ value: StrictValue) -> [NamePart]? {
        if case .string = value.value { return value.text().map { [NamePart($0)] } }
        return value.list(atLeast: 1) { part in
            if case .string = part.value { return part.text().map { NamePart($0) } }
            return part.fields { fields in
                let column = fields.required("column") { $0.text() }
                let length = fields.optional("length") { $0.whole(1...100) }
                return column.map { NamePart($0, length: length) }
            }
        }
    }
}
