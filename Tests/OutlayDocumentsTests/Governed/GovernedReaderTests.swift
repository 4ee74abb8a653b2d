import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayBudgets

@Suite struct GovernedReaderTests {
    private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Examples/helpdesk")

    static func example(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: examples.appending(path: name)))
    }

    private static let defaults = DocumentDefaults(
        currency: .eur, effectiveFrom: CalendarDate(dayNumber: 20_000))

    private func problems<Document: WrittenDocument>(
        _: Document.Type, _ text: String, path: String = "test.yaml",
        _ defaults: DocumentDefaults = Self.defaults
    ) -> [String] {
        do {
            _ = try GovernedReader<Document>(read(text, path: path)).read(defaults)
            return []
        } catch {
            return error.list.map { problem in
                guard case .text(let span)? = problem.location else { return problem.code.rawValue }
                return "\(problem.code.rawValue) \(span.start.line):\(span.start.column)"
            }
        }
    }

    // MARK: - What is shipped and what is sampled

    @Test func `the shipped documents are read and agree with each other`() throws {
        let budget = try Budget(reading: Self.example("budgets.yaml"), path: "budgets.yaml")
        let line = try #require(budget.line(NodeID(known: "CC-410")))
        #expect(line.approved == MinorUnits(31_000_000))
        #expect(line.node.warnLevel == (try BasisPoints(9000)))
        #expect(line.node.phasing.division == .quarterly)
        #expect(line.accounts == ["6810", "6815"])
        let policy = try Policy(reading: Self.example("policy.yaml"), path: "policy.yaml")
        #expect(policy.revision == 7)
        #expect(try policy.testResults().map(\.passed) == [true, true, true, true])
        let organisation = try Organisation(
            reading: Self.example("organisation.yaml"), path: "organisation.yaml")
        #expect(organisation.person(PersonID(known: "cfo"))?.overrideLimit == MinorUnits(5_000_000))
        let vendors = try VendorRegister(
            reading: Self.example("vendors.yaml"), path: "vendors.yaml")
        #expect(
            vendors.isSameParty(
                VendorID(known: "northwind"), VendorID(known: "northwind-services")))
    }

    /// The documents of the design's section 4, which state neither version, currency nor first day.
    private static let sampleBudget = """
        kind: Budget
        fiscal_year: {id: FY2027, start: 2027-01-01, end: 2027-12-31}
        currency: EUR
        lines:
          - {id: CC-410, title: IT operations, owner: owner.itops, approved: 310000.00, accounts: [6810, 6815], warn_at: 0.90, block_at: 1.00, periods: quarterly}
        """
    private static let samplePolicy = """
        kind: Policy
        metadata: {id: PROC-4, revision: 7}
        amount_basis: contract_value              # never the first-year price
        split: {days: 90, by: [vendor]}           # orders inside the window are summed
        tiers:
          - {below: 10000, approvers: [budget-owner]}
          - {below: 100000, approvers: [budget-owner, department-head], quotes: 2}
          - {below: 250000, approvers: [budget-owner, department-head, finance-review], quotes: 3, evaluation: required}
          - {approvers: [budget-owner, department-head, finance-review, cfo], quotes: 3, evaluation: required}
        extra: [{when: {category: software, personal_data: true}, approvers: [security]}]
        order: [[budget-owner, security], [department-head], [finance-review], [cfo]]
        separation_of_duties: [requester-not-approver, last-editor-not-approver, one-person-one-role]
        keep_approval_if: {amount_increase_at_most: 0.05, option: same, term: same}     # otherwise the approval is outdated
        budget: {on_exceed: block, override: {role: cfo, reason: required}, out_years: warn}
        expire: {request: 60d, approval: 90d}
        remind: {after: 2d, escalate_after: 5d}
        """

    @Test func `the sampled spellings are taken`() throws {
        let budget = try Budget(reading: Array(Self.sampleBudget.utf8), path: "b.yaml")
        #expect(budget.id == "FY2027")
        #expect(budget.revision == 1)
        let policy = try Policy(
            reading: Array(Self.samplePolicy.utf8), path: "p.yaml", defaults: Self.defaults)
        #expect(policy.id == "PROC-4")
        #expect(policy.revision == 7)
        #expect(policy.split == SplitWindow(days: 90, by: [.vendor]))
        #expect(policy.tiers.map(\.below?.count) == [1_000_000, 10_000_000, 25_000_000, nil])
        #expect(policy.terms.expiresAfterDays == 60)
        #expect(policy.reminders == Reminders(afterDays: 2, escalateAfterDays: 5))
        #expect(policy.budget.overrideRole == RoleID(known: "cfo"))
        #expect(policy.conditions.map(\.handlesPersonalData) == [true])
    }

    @Test func `what neither the document nor its surroundings say is missing`() {
        #expect(
            problems(Policy.self, Self.samplePolicy, DocumentDefaults())
                == ["OL013 1:1", "OL013 1:1"])
        do {
            _ = try Policy(reading: Array(Self.samplePolicy.utf8), path: "p.yaml")
            Issue.record("read")
        } catch {
            #expect(
                error.list.map(\.hint)
                    == ["add `effective_from: 2027-01-01`", "add `currency: EUR`"])
        }
    }

    @Test func `a document in JSON says the same as one in YAML`() throws {
        let text = """
            {"kind": "Vendors", "metadata": {"revision": 2}, "vendors": [
              {"id": "northwind", "legal_name": "Northwind GmbH"}]}
            """
        let vendors = try VendorRegister(reading: Array(text.utf8), path: "v.json")
        let yaml =
            "kind: Vendors\nmetadata: {revision: 2}\nvendors: [{id: northwind, legal_name: Northwind GmbH}]\n"
        #expect(try VendorRegister(reading: Array(yaml.utf8), path: "v.yaml") == vendors)
    }

    // MARK: - One source of truth

    /// Documents in which every field is used.
    private static let fullPolicy = """
        apiVersion: outlay/v1
        kind: Policy
        metadata: {id: P, revision: 2, title: All of it}
        effective_from: 2027-01-01
        currency: EUR
        amount_basis: contract_value
        open_end_months: 36
        tiers:
          - {below: 100, approvers: [{role: a, quorum: 2}], quotes: 1, evaluation: required}
          - {steps: [[a], {role: b, quorum: 2}]}
        order: [[a, b]]
        per_line: [a]
        extra:
          - {id: x, when: {category: c, vendor: [v], node: n, at_least: 5, capital: true, personal_data: true, single_source: true, new_vendor: true, contract: true}, approvers: [{role: a, quorum: 1}], quotes: 2}
        routes: {call_off: true, single_source: {reasons: [r], waiver: a}, emergency: {ceiling: 5, approvers: [a], full_path_days: 10}, ratification: [{role: a, quorum: 1}]}
        split: {days: 30d, by: [vendor], threshold: 50}
        duplicates: {days: 3}
        keep_approval_if: {amount_increase_at_most: 0.1, amount_increase_floor: 1, option: same, term: any, vendor: same, route: any}
        separation_of_duties: [requester-not-approver, one-person-one-role]
        reserve: approval
        expire: {request: false, approval: 90}
        invoice: {tolerance: 0.02, tolerance_amount: 1, match: order}
        remind: {after: 2d, escalate_after: false}
        budget: {on_exceed: block, out_years: warn, override: {role: a, reason: required}}
        tests:
          - name: t
            request: {total: 5, date: 2027-02-01, requester: q, vendor: v, bought_before: true, lines: [[n]], capital: true, category: c, personal_data: true, contract: true, route: competitive, reason_code: r, price_evidence: true, evaluation: E, quotes: [{vendor: v, valid_until: 2027-12-31}], earlier: [{days_before: 1, total: 2}]}
            expect: {path: [[a]], flags: []}
          - {name: u, request: {total: 1}, expect: {refused: quotes_missing}}
        """
    private static let fullOrganisation = """
        apiVersion: outlay/v1
        kind: Organisation
        metadata: {id: O, revision: 1, title: All of it}
        effective_from: 2027-01-01
        currency: EUR
        people:
          - {id: p, name: P, roles: [{role: r, nodes: [n], from: 2027-01-01, to: 2027-12-31}], reports_to: q, deputies: [q], absences: [{from: 2027-02-01, to: 2027-02-02}], override_limit: 5}
          - {id: q}
        delegations: [{from: p, to: q, start: 2027-01-01, end: 2027-01-02, limit: 5, categories: [c]}]
        duties:
          mode: separated
          roles: {request: [r], approve: [r], order: [r], receive: [r], book_invoices: [r], vendor_data: [r], load_budget: [r], transfer: [r], load_policy: [r], assign_roles: [r]}
          second: {vendor_data: [r], load_budget: [r], transfer: [r], load_policy: [r], assign_roles: [r]}
          apart: [[request, approve]]
        """
    private static let fullVendors = """
        apiVersion: outlay/v1
        kind: Vendors
        metadata: {id: v, revision: 1, title: All of it}
        effective_from: 2027-01-01
        vendors: [{id: a, legal_name: A, group: g, bank_detail_hash: 00000000000000000000000000000000000000000000000000000000000000aa}]
        """
    private static let fullBudget = """
        apiVersion: outlay/v1
        kind: Budget
        metadata: {id: B, revision: 1, title: All of it}
        fiscal_year: {id: FY2027, start: 2027-01-01, end: 2027-12-31}
        currency: EUR
        charge_basis: cash
        lines:
          - {id: a, title: A, owner: p, kind: fund, approved: 5, accounts: [1], control: soft, warn_at: 0.5, tolerance: 0.1, tolerance_amount: 1, periods: monthly, scope: ytd, capex_opex: opex, valid_from: 2027-01-01, valid_to: 2027-12-31, lines: [{id: b, parent: a, approved: 1, block_at: 1.1}]}
        """

    /// The keys that the strict reader may be given and was given, by the group of fields they are in.
    private func strictKeys<Document: WrittenDocument>(
        _: Document.Type, _ text: String,
        _ make: (JSONValue, StrictValue.Collection) throws -> Document
    ) throws -> (may: Set<String>, document: Document) {
        let document = try GovernedReader<Document>(read(text)).read(Self.defaults)
        let faults = StrictValue.Collection()
        var may: Set<String> = []
        faults.noteFields = { pointer, keys in
            for key in keys { may.insert(general(pointer) + "/" + key) }
        }
        let value = GovernedReader<Document>(read(text)).json(Self.defaults)
        #expect(try make(value, faults) == document)
        return (may, document)
    }

    /// Returns a pointer without the numbers of elements, and with lines inside others as lines.
    private func general(_ pointer: String) -> String {
        let parts = pointer.split(separator: "/").filter { Int($0) == nil }.map(String.init)
        var short: [String] = []
        for part in parts where part != "lines" || short.last != "lines" { short.append(part) }
        return short.map { "/" + $0 }.joined()
    }

    /// The fields of a shape, by the group of fields they are in.
    private func shapeKeys(_ shape: Shape, _ path: String = "", _ depth: Int = 0) -> Set<String> {
        switch shape {
        case .object(let object):
            var keys: Set<String> = []
            for field in object.fields {
                let place =
                    path.hasSuffix("/lines") && field.name == "lines"
                    ? path : path + "/" + field.name
                keys.insert(path + "/" + field.name)
                if depth < 6 { keys.formUnion(shapeKeys(field.shape, place, depth + 1)) }
            }
            return keys
        case .list(let item, _): return shapeKeys(item, path, depth)
        case .map(_, let values): return shapeKeys(values, path, depth)
        case .either(let shapes):
            return shapes.reduce(into: []) { $0.formUnion(shapeKeys($1, path, depth)) }
        default: return []
        }
    }

    /// The fields that belong to the file rather than to what is loaded, and what they become.
    private func written(_ keys: Set<String>, _ facts: Set<String>) -> Set<String> {
        keys.subtracting(["/apiVersion", "/metadata", "/metadata/id", "/metadata/title"])
            .subtracting(["/metadata/revision"]).union(["/revision"]).union(facts)
    }

    @Test func `the strict readers and the shapes know the same fields`() throws {
        let policy = try strictKeys(Policy.self, Self.fullPolicy) {
            try Policy(json: $0, collectingIn: $1)
        }
        #expect(policy.may == written(shapeKeys(.object(Policy.form.shape)), ["/id"]))
        let organisation = try strictKeys(Organisation.self, Self.fullOrganisation) {
            try Organisation(json: $0, collectingIn: $1)
        }
        #expect(
            organisation.may == written(shapeKeys(.object(Organisation.form.shape)), ["/id"]))
        let vendors = try strictKeys(VendorRegister.self, Self.fullVendors) {
            try VendorRegister(json: $0, collectingIn: $1)
        }
        // The register's first day is kept beside it in the ledger.
        #expect(
            vendors.may
                == written(shapeKeys(.object(VendorRegister.form.shape)), [])
                .subtracting(["/effective_from"]))
        let budget = try strictKeys(Budget.self, Self.fullBudget) {
            try Budget(json: $0, collectingIn: $1)
        }
        #expect(budget.may == written(shapeKeys(.object(Budget.form.shape)), ["/id"]))
    }

    @Test func `the canonical text of a document reads back as the same`() throws {
        func expectSame<Document: WrittenDocument>(_: Document.Type, _ text: String) throws {
            let document = try GovernedReader<Document>(read(text)).read(Self.defaults)
            let again = try Document(json: JSONValue(parsing: document.json.canonicalText))
            #expect(again == document)
            #expect(again.hash == document.hash)
        }
        try expectSame(Policy.self, Self.fullPolicy)
        try expectSame(Policy.self, Self.samplePolicy)
        try expectSame(Organisation.self, Self.fullOrganisation)
        try expectSame(VendorRegister.self, Self.fullVendors)
        try expectSame(Budget.self, Self.fullBudget)
        try expectSame(Budget.self, Self.sampleBudget)
    }

    // MARK: - Problems

    @Test func `every problem stands at its place, in file order`() {
        let text = """
            kind: Policy
            metadata: {id: PROC-4, revision: 0}
            tiers:
              - {below: 10000, approvers: [budget-owner], qoutes: 2}
              - {below: -5, approvers: [{role: cfo, quorum: 0}]}
              - {below: 1.001, steps: [[cfo]], approvers: [cfo]}
            remind: true
            expire: {request: soon}
            """
        #expect(
            problems(Policy.self, text) == [
                "OL025 2:34", "OL012 4:47", "OL025 5:13", "OL025 5:49", "OL028 6:13", "OL014 6:36",
                "OL021 7:9", "OL021 8:19",
            ])
    }

    @Test func `a policy without a catch-all tier is refused where its last tier ends`() {
        let text = Self.samplePolicy.replacing(
            "  - {approvers: [budget-owner, department-head, finance-review, cfo], quotes: 3, evaluation: required}\n",
            with: "")
        #expect(problems(Policy.self, text) == ["OL501 8:13"])
    }

    @Test func `what is unknown besides hides no problem of meaning`() {
        let text = Self.samplePolicy.replacing("remind:", with: "reminds:")
            .replacing("below: 100000", with: "below: 10000")
        #expect(problems(Policy.self, text) == ["OL501 7:13", "OL012 16:1"])
    }

    @Test func `a line with two budgets is named with both lines`() {
        let text = Self.sampleBudget + "\n  - {id: CC-410, approved: 1}\n"
        do {
            _ = try Budget(reading: Array(text.utf8), path: "b.yaml")
            Issue.record("read")
        } catch {
            #expect(error.list.map(\.code) == [.lineBudgetedTwice])
            #expect(error.list[0].reason.hasPrefix("it is budgeted at line 5 as well"))
            guard case .text(let span)? = error.list[0].location else {
                Issue.record("no place")
                return
            }
            #expect(span.start.line == 6)
        }
    }

    // MARK: - Hostile inputs

    @Test(arguments: [
        "approved: -1", "approved: NaN", "approved: .inf", "approved: 1e5", "approved: 0.001",
        "approved: 99999999999999999999999999999999999999", "approved: 1_000", "approved: \"5\"",
        "approved: [1]", "approved: {a: 1}", "approved: ~", "approved: true", "owner: 1\u{1}",
        "id: CC-410", "accounts: [a, a]", "periods: [1, 2, 3, 4, 5]", "control: firm",
    ])
    func `a bad value of a line is a problem of that line`(field: String) {
        let name = field.prefix { $0 != ":" }
        let rest = ["id: X", "approved: 5"].filter { !$0.hasPrefix("\(name):") || name == "id" }
        let text = """
            kind: Budget
            fiscal_year: {id: FY2027, start: 2027-01-01, end: 2027-12-31}
            currency: EUR
            lines:
              - {\((rest + [field]).joined(separator: ", "))}
            """
        let found = problems(Budget.self, text)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.contains(" 5:") || !$0.contains(" ") }, "\(found)")
    }

    @Test func `deep, huge and repeating documents end in problems`() {
        let head =
            "kind: Budget\nfiscal_year: {id: FY2027, start: 2027-01-01, end: 2027-12-31}\ncurrency: EUR\n"
        var deep = "{id: L, approved: 1}"
        for index in 0..<100 { deep = "{id: L\(index), approved: 1, lines: [\(deep)]}" }
        let tooDeep = problems(Budget.self, head + "lines: [\(deep)]")
        #expect(tooDeep.map { $0.prefix(5) } == ["OL004"])
        let aliases = head + "lines:\n  - &a {id: A, approved: 1}\n  - *a\n"
        #expect(problems(Budget.self, aliases) == ["OL702 5:13"])
        let twice = head + "lines: [{id: A, approved: 1, approved: 2}]"
        #expect(problems(Budget.self, twice).first?.hasPrefix("OL011") == true)
    }

    @Test func `a long chain of lines is read in time`() throws {
        var text =
            "{\"kind\": \"Budget\", \"currency\": \"EUR\", \"fiscal_year\": {\"id\": \"FY2027\", "
            + "\"start\": \"2027-01-01\", \"end\": \"2027-12-31\"}, \"lines\": [{\"id\": \"L0\", \"approved\": 1}"
        for index in 1..<10_000 {
            text += ",{\"id\":\"L\(index)\",\"parent\":\"L\(index - 1)\",\"approved\":1}"
        }
        let budget = try Budget(reading: Array((text + "]}").utf8), path: "b.json")
        #expect(budget.linesFromTop.last?.node.id.text == "L9999")
    }
}
