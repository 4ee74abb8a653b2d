import Foundation
import Outlay
import OutlayDocuments
import OutlayReports
import Testing

@Suite struct EvaluationFreezeTests {
    private static let helpdesk = "Examples/helpdesk/helpdesk.yaml"

    /// Every figure of a comparison as JSON, in an order that does not hang on that of the document.
    private func figures(_ evaluation: Evaluation) throws -> [String] {
        let result = try evaluation.run(asOf: FreezeFixture.day("2026-11-20"))
        guard case .object(let object) = try result.comparisonJSON(),
            case .array(let options)? = object["options"]
        else { throw CancellationError() }
        return options.map(\.canonicalText).sorted()
    }

    /// The document with a budget line for every category that is paid for.
    private func mapped(_ path: String) throws -> EvaluationFreeze {
        let text = try FreezeFixture.text(path)
        guard !text.contains("\npurchase:") else { return try FreezeFixture.freeze(path) }
        let categories = Set(text.matches(of: /category: ([\w-]+)/).map { String($0.output.1) })
        let lines = categories.sorted().map { "\"\($0)\": CC-1" }.joined(separator: ", ")
        return try FreezeFixture.freeze(path) { $0 + "\npurchase: {charge: {\(lines)}}\n" }
    }

    @Test(arguments: FreezeFixture.paths)
    func `a shipped evaluation and its revisions are computed again from their bytes alone`(
        path: String
    ) throws {
        let file = FreezeFixture.root.appending(path: path).path
        let original = try Evaluation(
            reading: FreezeFixture.files.read(file), path: file,
            catalogues: CatalogueLibrary(
                folder: FreezeFixture.root.appending(path: "catalogs").path,
                files: FreezeFixture.files),
            companions: CompanionFiles(besideDocument: file, files: FreezeFixture.files))
        let freeze = try mapped(path)
        #expect(try figures(Evaluation(thawing: freeze.inputs)) == figures(original))
        let result = try freeze.evaluation.run(asOf: FreezeFixture.day("2026-11-20"))
        var count = 0
        for option in result.options
        where option.contract != nil && option.decision.eligibility != .failed {
            let revision = try FreezeFixture.revision(freeze, option.option.id)
            let stated = try FrozenStatement(revision.content)
            #expect(stated.hash == revision.hash)
            #expect(stated.submission.canonicalJSON == revision.submission.canonicalJSON)
            let again = try stated.reperform(asOf: FreezeFixture.day("2031-05-05"))
            #expect(again.differing == [], "\(option.option.id)")
            #expect(again.computed.hash == revision.hash, "\(option.option.id)")
            count += 1
        }
        let isPaid = result.options.contains {
            $0.contract != nil && $0.decision.eligibility != .failed
        }
        #expect((count > 0) == isPaid)
    }

    @Test func `the help desk's revision states its amounts`() throws {
        let revision = try FreezeFixture.revision(
            FreezeFixture.freeze(Self.helpdesk), "northwind")
        let fields = try FrozenFields(JSONValue(parsing: revision.content), "revision")
        #expect(
            fields["amounts"]?.canonicalText
                == #"{"committed":"280178.36","contract_value":"280178.36","#
                + #""expected":"295762.13","expected_cash":"254404.01","#
                + #""leaving_costs":"8000","optional":"0"}"#)
        #expect(
            revision.submission.lines.map {
                "\($0.node) \($0.period.map(\.description) ?? "") \($0.amount.count)"
            } == [
                "CC-410 FY2027-M01 5700000", "CC-410 FY2027-M12 6942000",
                "CC-410 FY2028-M12 7427940", "CC-410 FY2029-M12 7947896",
            ])
        #expect(revision.submission.details.contractValue == MinorUnits(28_017_836))
        #expect(revision.submission.details.termMonths == 36)
        #expect(revision.submission.details.quotes.count == 3)
        #expect(revision.content.utf8.count < 60_000)
    }

    @Test func `comments, layout, quotes and the order of keys leave the hash`() throws {
        let plain = try FreezeFixture.revision(FreezeFixture.freeze(Self.helpdesk), "northwind")
        let edits: [(String) -> String] = [
            { "# A comment\n" + $0 + "\n\n# and another\n" },
            { $0.replacing("currency: EUR", with: "currency:     \"EUR\"   # the euro") },
            { $0.replacing("amount: 45000", with: "amount: 45000.00") },
            { $0.replacing("price_base: nominal\n", with: "") + "\nprice_base: nominal\n" },
            {
                $0.replacing(
                    "{id: setup, category: implementation, amount: 45000, at: start,",
                    with: "{at: start, amount: 45000, category: implementation, id: setup,")
            },
            { $0.replacing("notice_days: 90", with: "notice_days:    90") },
        ]
        for (index, edit) in edits.enumerated() {
            let freeze = try FreezeFixture.freeze(Self.helpdesk, edit: edit)
            let revision = try FreezeFixture.revision(freeze, "northwind", asOf: "2026-12-24")
            #expect(revision.hash == plain.hash, "edit \(index)")
        }
    }

    /// The document's one form, which is part of what is hashed.
    private func form(_ text: String) -> String? {
        let source = DocumentSource.read(path: "x.yaml", bytes: Array(text.utf8))
        return source.root.map {
            Shape.object(EvaluationShape.document).canonicalValue(of: $0).canonicalText
        }
    }

    @Test func `changing any number changes what is hashed`() throws {
        let text = try FreezeFixture.text(Self.helpdesk)
        let plain = try #require(form(text))
        #expect(
            try FreezeFixture.freeze(Self.helpdesk).inputs.document.canonicalText == plain)
        var changed = 0
        for match in text.matches(of: /[:\[,] (\d+(?:\.\d+)?)(?=[,\]} ])/) {
            var edited = text
            let number = match.output.1
            edited.replaceSubrange(
                number.startIndex..<number.endIndex,
                with: number.contains(".") ? number + "1" : number + "1")
            #expect(form(edited) != plain, "\(match.output.0)")
            changed += 1
        }
        #expect(changed > 80)
    }

    @Test func `what surrounds the purchase is part of the hash`() throws {
        let freeze = try FreezeFixture.freeze(Self.helpdesk)
        let plain = try FreezeFixture.revision(freeze, "northwind")
        let policy = PolicyReference(id: "PROC-4", revision: 7, hash: "00")
        for terms in [
            PurchaseTerms(chargeBasis: .servicePeriod), PurchaseTerms(openEndMonths: 36),
            PurchaseTerms(policy: policy),
            PurchaseTerms(calendar: try FiscalCalendar(startMonth: 4, naming: .byEnd)),
        ] {
            let revision = try FreezeFixture.revision(freeze, "northwind", under: terms)
            #expect(revision.hash != plain.hash)
            let again = try FrozenStatement(revision.content)
                .reperform(asOf: FreezeFixture.day("2026-11-20"))
            #expect(again.differing == [])
            #expect(again.stated.terms.policy == terms.policy)
        }
        let other = try FreezeFixture.revision(freeze, "openticket")
        #expect(other.hash != plain.hash)
    }

    @Test func `a document in another currency is asked for at a stated rate`() throws {
        let freeze = try FreezeFixture.freeze(Self.helpdesk)
        let rate = try ExchangeRate(
            from: .eur, to: .usd, stated: ExactDecimal(parsing: "1.0837"),
            date: FreezeFixture.day("2026-11-19"), source: "ECB")
        let revision = try FreezeFixture.revision(
            freeze, "northwind", under: PurchaseTerms(rate: rate))
        #expect(revision.submission.currency == .eur)
        #expect(revision.submission.rate == (try ExactDecimal(parsing: "1.0837")))
        // 280 178.36 × 1.0837 = 303 629.288732
        #expect(revision.submission.details.contractValue == MinorUnits(30_362_929))
        let again = try FrozenStatement(revision.content)
            .reperform(asOf: FreezeFixture.day("2026-11-20"))
        #expect(again.differing == [])
        let purchase = try PurchaseCase(
            freeze.evaluation.run(asOf: FreezeFixture.day("2026-11-20")),
            choosing: .award("northwind"))
        #expect(throws: Problem.self) {
            try purchase.submission(RequestID("R1"), in: FreezeFixture.ledger(.usd))
        }
    }

    @Test func `years that are not opened are not asked for`() throws {
        var books = Books(approvalRules: DocumentApprovalRules())
        let settings = LedgerSettings(
            ledgerID: "test", currency: .eur, calendar: .calendarYear)
        _ = try books.execute(
            OpenLedger(settings, years: [2026, 2027]),
            context: CommandContext(
                actor: PersonID("ana"),
                moment: LedgerMoment(on: FreezeFixture.day("2026-11-20"))))
        let freeze = try FreezeFixture.freeze(Self.helpdesk)
        let purchase = try PurchaseCase(
            freeze.evaluation.run(asOf: FreezeFixture.day("2026-11-20")),
            choosing: .award("northwind"))
        let years = try purchase.unbudgetedYears(in: books)
        #expect(years.map(\.description) == ["FY2028", "FY2029"])
        let submission = try purchase.submission(RequestID("R1"), in: books)
        #expect(submission.lines.map(\.amount.count) == [5_700_000, 6_942_000])
        #expect(submission.details.contractValue == MinorUnits(28_017_836))
        let revision = try FrozenRevision(
            purchase, submission: submission, inputs: freeze.inputs)
        let again = try FrozenStatement(revision.content)
            .reperform(asOf: FreezeFixture.day("2026-11-20"))
        #expect(again.differing == [])
    }

    @Test func `altered bytes are refused or found to differ`() throws {
        let revision = try FreezeFixture.revision(
            FreezeFixture.freeze(Self.helpdesk), "northwind")
        let altered = revision.content.replacing("\"280178.36\"", with: "\"280178.37\"")
        let again = try FrozenStatement(altered)
            .reperform(asOf: FreezeFixture.day("2026-11-20"))
        #expect(again.differing == ["amounts"])
        #expect(again.problem?.code == .frozenDiffers)
        let seats = revision.content.replacing("\"value\":65}", with: "\"value\":66}")
        #expect(seats != revision.content)
        #expect(
            try FrozenStatement(seats).reperform(asOf: FreezeFixture.day("2026-11-20")).differing
                == ["amounts", "charges", "contract", "submission"])
        for bad in [
            "", "{}", "[]", "{\"format\":\"outlay/frozen-revision-2\"}", " " + revision.content,
            revision.content.replacing("\"full\"", with: "\"half\""),
            revision.content.replacing("\"documents\"", with: "\"other\"").dropLast().description,
        ] {
            #expect(throws: Problem.self) { try FrozenStatement(bad) }
        }
    }

    @Test func `a source whose file is not the stated one is not frozen`() throws {
        let path = FreezeFixture.root.appending(path: Self.helpdesk).path
        let quote = Array("a quote".utf8)
        let files = DocumentFiles(
            read: { asked throws(Problem) in
                asked.hasSuffix("northwind-q8812.pdf")
                    ? quote : try FreezeFixture.files.read(asked)
            },
            list: { folder in
                folder.hasSuffix("quotes")
                    ? ["northwind-q8812.pdf"]
                    : (try? FreezeFixture.files.list(folder)) ?? []
            })
        func freeze(_ stated: String?) throws -> EvaluationFreeze {
            let text = try FreezeFixture.text(Self.helpdesk).replacing(
                "file: quotes/northwind-q8812.pdf",
                with: "file: quotes/northwind-q8812.pdf"
                    + (stated.map { ", sha256: \($0)" } ?? ""))
            return try EvaluationFreeze(reading: Array(text.utf8), path: path, files: files)
        }
        let digest = SHA256Digest.of(quote)
        let sources = try FrozenFields(freeze(nil).inputs.sources, "sources")
        #expect(
            sources["quote-nw"]?.canonicalText
                == "{\"file\":\"quotes/northwind-q8812.pdf\",\"from\":\"file\",\"sha256\":\"\(digest)\"}"
        )
        #expect(
            sources["trial-oct"]?.canonicalText
                == #"{"file":"evidence/trial.xlsx","from":"nothing","sha256":null}"#)
        _ = try freeze(digest)
        do {
            _ = try freeze(String(repeating: "0", count: 64))
            Issue.record("nothing was refused")
        } catch let error as DocumentProblems {
            #expect(error.list.map(\.code) == [.sourceDiffers])
        }
    }

    @Test func `a frozen revision goes through a ledger and comes back byte for byte`() throws {
        let revision = try FreezeFixture.revision(
            FreezeFixture.freeze(Self.helpdesk), "northwind")
        var books = try FreezeFixture.ledger(.eur)
        func context() throws -> CommandContext {
            CommandContext(
                actor: try PersonID("ana"),
                moment: LedgerMoment(on: FreezeFixture.day("2026-11-20")))
        }
        guard case .accepted = try books.execute(revision.draft, context: context()) else {
            Issue.record("the draft is refused")
            return
        }
        let kept = try #require(books.revision(1, of: RequestID("R1")))
        #expect(kept.content == revision.content)
        #expect(kept.hash == revision.hash)
        #expect(kept.reference == revision.submit(as: 1).revision)
        let replayed = try Books(
            replaying: books.events, approvalRules: DocumentApprovalRules())
        #expect(replayed.rowText() == books.rowText())
    }
}
