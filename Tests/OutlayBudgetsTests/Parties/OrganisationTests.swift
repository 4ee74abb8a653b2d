import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct OrganisationTests {
    private func organisation() throws -> Organisation {
        try Organisation(json: SampleDocuments.value(SampleDocuments.organisation))
    }

    @Test func `an organisation is read with people, delegations and duties`() throws {
        let organisation = try organisation()
        #expect(organisation.id.text == "ORG" && organisation.revision == 3)
        #expect(
            organisation.people.map(\.id.text)
                == [
                    "cfo", "controller", "head.service", "owner.itops", "pm.support",
                    "security.lead",
                ])
        #expect(organisation.person("cfo")?.overrideLimit == MinorUnits(500_000))
        #expect(organisation.person("head.service")?.name == "Head of Service")
        #expect(organisation.person("owner.itops")?.roles[0].nodes == ["CC-410"])
        #expect(organisation.delegations[0].limit == MinorUnits(2_000_000))
        #expect(organisation.duties.mode == .separated)
        #expect(organisation.duties.roles[.transfer]?.map(\.text) == ["finance-review"])
        #expect(organisation.duties.apart == [DutiesMatrix.Pair(.request, .approve)])
        #expect(organisation.reports("pm.support", to: "head.service"))
        #expect(!organisation.reports("head.service", to: "pm.support"))
    }

    @Test func `reading undoes writing, in any order of people`() throws {
        let organisation = try organisation()
        let text = organisation.json.canonicalText
        #expect(try Organisation(json: SampleDocuments.value(text)) == organisation)
        var people = organisation.people
        people.swapAt(0, 3)
        let other = try Organisation(
            id: organisation.id, revision: 3, effectiveFrom: organisation.effectiveFrom,
            currency: .eur, people: people, delegations: organisation.delegations,
            duties: organisation.duties)
        #expect(other.hash == organisation.hash)
    }

    @Test func `who may be the second person is stated by duty`() throws {
        let plain = try organisation()
        #expect(plain.duties.second.isEmpty)
        #expect(!plain.json.canonicalText.contains("second"))
        let organisation = try Organisation(
            json: SampleDocuments.value(
                SampleDocuments.organisation, "duties", ["second": ["transfer": ["cfo"]]]))
        #expect(organisation.duties.second == [Duty.transfer: ["cfo"]])
        #expect(
            try Organisation(json: SampleDocuments.value(organisation.json.canonicalText))
                == organisation)
        let faults = SampleDocuments.faults(
            Organisation.self,
            try SampleDocuments.value(
                SampleDocuments.organisation, "duties", ["second": ["approve": ["cfo"]]]))
        #expect(faults == ["OL012 /duties/second/approve"])
    }

    @Test func `single-person is one word`() throws {
        let value = try SampleDocuments.value(
            SampleDocuments.organisation, "duties", "single-person")
        let organisation = try Organisation(json: value)
        #expect(organisation.duties.mode == .singlePerson)
        let remark = try #require(organisation.duties.remark)
        #expect(remark.severity == .note)
        #expect(remark.summary == "one person may hold all duties")
        #expect(try self.organisation().duties.remark == nil)
        for duty in Duty.allCases {
            let context = DutyContext(
                duty, by: "cfo", done: Duty.allCases.map { DutyDone($0, by: "cfo") },
                in: organisation, on: organisation.effectiveFrom)
            #expect(context.refusal == nil)
        }
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var key: String
        var value: JSONValue
        var faults: [String]
        var testDescription: String { key + " " + value.text() }
    }

    @Test(arguments: [
        Broken(key: "people", value: [], faults: ["OL030 /people"]),
        Broken(key: "people", value: [["name": "x"]], faults: ["OL013 /people/0"]),
        Broken(
            key: "people", value: [["id": "cfo"], ["id": "controller"], ["id": "cfo"]],
            faults: ["OL033 /people/2/id"]),
        Broken(
            key: "people",
            value: [
                ["id": "a", "reports_to": "b"], ["id": "b", "reports_to": "a"], ["id": "cfo"],
                ["id": "controller"],
            ],
            faults: ["OL503 /people/0/reports_to", "OL503 /people/1/reports_to"]),
        Broken(
            key: "people",
            value: [
                ["id": "cfo", "reports_to": "x", "deputies": ["cfo", "y"]], ["id": "controller"],
            ],
            faults: [
                "OL032 /people/0/reports_to", "OL503 /people/0/deputies",
                "OL032 /people/0/deputies",
            ]),
        Broken(
            key: "people",
            value: [["id": "cfo", "absences": [["from": "2026-02-02", "to": "2026-02-01"]]]],
            faults: ["OL025 /people/0/absences/0/to"]),
        Broken(key: "people", value: [["id": "a\"b"]], faults: ["OL401 /people/0/id"]),
        Broken(
            key: "delegations",
            value: [["from": "cfo", "to": "cfo", "start": "2026-01-02", "end": "2026-01-01"]],
            faults: ["OL504 /delegations/0/to", "OL504 /delegations/0/end"]),
        Broken(
            key: "delegations",
            value: [
                ["from": "ceo", "to": "controler", "start": "2026-01-02", "end": "2026-01-02"]
            ],
            faults: ["OL032 /delegations/0/from", "OL032 /delegations/0/to"]),
        Broken(key: "duties", value: "one-person", faults: ["OL024 /duties"]),
        Broken(
            key: "duties",
            value: ["roles": ["paint": ["cfo"]], "apart": [["request", "request"]]],
            faults: ["OL012 /duties/roles/paint", "OL030 /duties/apart/0"]),
    ])
    func `every problem is found with its path`(broken: Broken) throws {
        let value = try SampleDocuments.value(
            SampleDocuments.organisation, broken.key, broken.value)
        #expect(SampleDocuments.faults(Organisation.self, value) == broken.faults)
    }

    @Test func `an organisation made in code keeps the same rules`() throws {
        let organisation = try organisation()
        let date = organisation.effectiveFrom
        #expect(throws: Problem.self) {
            try organisation.adding(Delegation(from: "cfo", to: "cfo", start: date, end: date))
        }
        let more = try organisation.adding(
            Delegation(from: "cfo", to: "pm.support", start: date, end: date))
        #expect(more.delegations.count == 2)
    }

    @Test func `a chain of twenty thousand superiors ends`() throws {
        let people = (0..<20_000).map { index in
            Person(
                PersonID(known: "p\(index)"),
                reportsTo: index > 0 ? PersonID(known: "p\(index - 1)") : nil)
        }
        let organisation = try Organisation(
            id: "ORG", effectiveFrom: RuleCase.today, currency: .eur, people: people)
        #expect(organisation.reports("p19999", to: "p0"))
        #expect(organisation.superiors(of: "p19999").count == 19_999)
    }
}
