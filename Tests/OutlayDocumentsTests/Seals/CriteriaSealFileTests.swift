import Outlay
import OutlayDocuments
import Testing

struct CriteriaSealFileTests {
    private func seal(_ sample: SamplePanel = SamplePanel()) throws -> CriteriaSealFile {
        CriteriaSealFile(
            try #require(read(sample.text).root), try sample.evaluation(for: .criteria),
            on: try CalendarDate(parsing: "2026-11-01"))
    }

    private func reread(_ text: String) throws -> CriteriaSealFile {
        try CriteriaSealFile(read(text, path: "portal.seal.json"))
    }

    @Test func `what is written reads back as the same`() throws {
        let seal = try seal()
        #expect(try reread(seal.text) == seal)
        #expect(seal.sha256.count == 64)
        #expect(seal.evaluation == "portal")
    }

    @Test func `a seal is indifferent to layout and not to anything else`() throws {
        let text = try seal().text
        let blanks = text.replacing("\n", with: "\n  ").replacing("\": \"", with: "\" :  \"")
        #expect(try reread(blanks).sha256 == seal().sha256)
        for (old, new) in [
            ("2026-11-01", "2026-10-01"), ("\"portal\"", "\"portals\""), ("\"50\"", "\"51\""),
            ("\"remarks\": [", "\"remarks\": [\"nothing\","), ("\"good\"", "\"god\""),
            ("\"sha256\": \"", "\"sha256\": \"0"), ("\"version\": \"1\"", "\"version\": \"2\""),
            ("\"version\": \"1\",", "\"version\": \"1\", \"more\": \"\","), ("\"50\"", "50"),
            ("\"remarks\"", "\"remark\""), ("{", "["),
        ] {
            let altered = text.replacing(old, with: new, maxReplacements: 1)
            #expect(altered != text, "\(old)")
            let problem = #expect(throws: Problem.self, "\(old)") { try reread(altered) }
            #expect(problem?.code == .damagedSeal)
        }
        for text in ["", "{}", "[1]", "not JSON", String(text.dropLast(9))] {
            #expect(throws: Problem.self) { try reread(text) }
        }
    }

    @Test func `what was known already is recorded`() throws {
        #expect(
            try seal().remarks == ["the document had performances of north and south"])
        var early = SamplePanel()
        early.performance = ""
        #expect(try seal(early).remarks == [])
    }

    @Test func `an evaluation says what changed since its seal`() throws {
        var sample = SamplePanel()
        sample.files["docs/seals/a.json"] = try seal().text
        sample.extra = "criteria_seal: seals/a.json"
        let sealed = try #require(try sample.evaluation().criteriaSeal)
        #expect(sealed.changes == [])
        #expect(sealed.file == "seals/a.json")
        #expect(sealed.date == (try CalendarDate(parsing: "2026-11-01")))
        sample.extra += "\nmargin: 1"
        let changed = try sample.evaluation()
        #expect(changed.criteriaSeal?.changes.map(\.inWords) == ["margin: 0 → 1"])
        let result = try changed.run(asOf: CalendarDate(parsing: "2026-11-23"))
        #expect(
            result.findings.map(\.code).filter { [.criteriaChanged, .sealedLate].contains($0) }
                == [.criteriaChanged, .sealedLate])
    }
}
