import Foundation
import Outlay
import OutlayDocuments
import Testing

@Suite struct PurchaseCaseTests {
    private func northwind(
        _ terms: PurchaseTerms = PurchaseTerms(), edit: (String) -> String = { $0 }
    ) throws -> PurchaseCase {
        try PurchaseCase(
            ShippedEvaluations.helpdesk(edit: edit), choosing: .award("northwind"), under: terms)
    }

    private func code(_ body: () throws(Problem) -> Void) -> String {
        do throws(Problem) {
            try body()
            return "fine"
        } catch {
            return error.code.rawValue
        }
    }

    private func years(_ purchase: PurchaseCase) throws -> [String] {
        try purchase.chargesByYear().map { "\($0.year) \($0.amount.amount)" }
    }

    // 45 000 + 12 000 at the start, 65 seats at 89 a month for a year, and 7 % more each year after that:
    // 69 420.00, 74 279.40 and 79 478.958 rounded half to even.
    @Test func `the help desk charges each year what falls due in it`() throws {
        let purchase = try northwind()
        #expect(purchase.contractValue.amount == exact("280178.36"))
        #expect(purchase.committed.amount == exact("280178.36"))
        #expect(purchase.leavingCosts.amount == exact("8000"))
        #expect(purchase.expected.all.rounded() == 295_762)
        #expect(try years(purchase) == ["FY2027 126420", "FY2028 74279.4", "FY2029 79478.96"])
        #expect(Set(purchase.charges.map(\.node.text)) == ["CC-410"])
        #expect(
            purchase.charges.map { "\($0.period) \($0.category) \($0.amount.amount)" } == [
                "FY2027-M01 implementation 45000", "FY2027-M01 training 12000",
                "FY2027-M12 subscription 69420", "FY2028-M12 subscription 74279.4",
                "FY2029-M12 subscription 79478.96",
            ])
    }

    @Test func `fiscal years that begin in July divide the same money elsewhere`() throws {
        let terms = PurchaseTerms(
            calendar: try FiscalCalendar(startMonth: 7, naming: .byEnd))
        let purchase = try northwind(terms)
        // The first day of 2027 is in the year that ends in June 2027, the last one in the next.
        #expect(
            try years(purchase) == [
                "FY2027 57000", "FY2028 69420", "FY2029 74279.4", "FY2030 79478.96",
            ])
    }

    @Test func `by service period a year's charge is spread over its months`() throws {
        let purchase = try northwind(PurchaseTerms(chargeBasis: .servicePeriod))
        #expect(try years(purchase) == ["FY2027 126420", "FY2028 74279.4", "FY2029 79478.96"])
        let months = purchase.charges.filter { $0.category == "subscription" }
        #expect(months.count == 36)
        #expect(months[0].amount.amount == exact("5785"))
        #expect(try months.map(\.amount.amount).sum() == exact("223178.36"))
    }

    @Test func `a contract without an end counts for the months of the policy`() throws {
        func open(_ months: Int) throws -> PurchaseCase {
            try northwind(PurchaseTerms(openEndMonths: months)) { text in
                text.replacing(
                    "term: {months: 36, auto_renew: true, notice_days: 90, price_cap: 0.07}\n",
                    with: "\n", maxReplacements: 1
                ).replacing("vendor: northwind\n    \n", with: "vendor: northwind\n")
            }
        }
        #expect(try open(12).contractValue.amount == exact("126420"))
        #expect(try open(24).contractValue.amount == exact("200699.4"))
    }

    @Test func `tax that is not recovered is charged and is no part of the contract value`() throws
    {
        let purchase = try northwind { text in
            text.replacing(
                "tax: {prices: net, recoverable: 1}",
                with: "tax: {prices: net, rate: 0.19, recoverable: 0.5}")
        }
        #expect(purchase.contractValue.amount == exact("280178.36"))
        // 126 420.00 × 1.095
        #expect(try purchase.chargesByYear()[0].amount.amount == exact("138429.9"))
    }

    @Test func `what cannot be mapped to a budget line is refused, every category at once`() throws
    {
        let result = try ShippedEvaluations.helpdesk {
            $0.replacing("subscription: CC-410, ", with: "")
                .replacing("training: CC-410, ", with: "")
        }
        do throws(Problem) {
            _ = try PurchaseCase(result, choosing: .award("northwind"))
            Issue.record("nothing was refused")
        } catch {
            #expect(error.code == .unmappedCharge)
            #expect(error.code.outcome == .undecidable)
            #expect(error.summary == "`training` and `subscription` have no budget line")
        }
    }

    @Test func `an option that is not the first is bought for a reason`() throws {
        let result = try ShippedEvaluations.helpdesk()
        #expect(
            code { () throws(Problem) in
                _ = try PurchaseCase(result, choosing: .award("openticket"))
            } == "OL721")
        let reasoned = try PurchaseCase(
            result, choosing: .award("openticket", reason: "No vendor may host the data"))
        #expect(reasoned.chosen?.rank == 2)
        #expect(
            code { () throws(Problem) in
                _ = try PurchaseCase(
                    result,
                    choosing: .interim("northwind", reviewOn: day("2027-06-30"), reason: .empty))
            } == "OL721")
        #expect(
            code { () throws(Problem) in
                _ = try PurchaseCase(result, choosing: .noAward(reason: .empty))
            } == "OL721")
    }

    @Test func `buying nothing is a case without money`() throws {
        let purchase = try PurchaseCase(
            ShippedEvaluations.helpdesk(), choosing: .noAward(reason: "No offer fits"))
        #expect(purchase.charges == [])
        #expect(purchase.contractValue.amount.isZero)
        #expect(purchase.obstacles(on: day("2030-01-01")).isEmpty)
    }

    @Test func `an option that fails, is unknown, is set aside or has no vendor is refused`() throws
    {
        let result = try ShippedEvaluations.helpdesk()
        func refusal(_ id: String, of result: EvaluationResult) -> String {
            code { () throws(Problem) in
                _ = try PurchaseCase(result, choosing: .award(id, reason: "because"))
            }
        }
        #expect(refusal("helpnest", of: result) == "OL723")
        #expect(refusal("northwnd", of: result) == ProblemCode.unknownReference.rawValue)
        #expect(refusal("legacy", of: result) == "OL726")
        let rejecting = try ShippedEvaluations.helpdesk {
            $0.replacing(
                "title: OpenTicket (self-hosted)",
                with: "title: OpenTicket (self-hosted)\n    rejected: Too much work")
        }
        #expect(refusal("openticket", of: rejecting) == "OL723")
    }

    @Test func `an expired quote and an unanswered knock-out stop the decision alone`() throws {
        let purchase = try northwind()
        #expect(purchase.obstacles(on: day("2027-01-15")).isEmpty)
        #expect(purchase.obstacles(on: day("2027-01-16")).map(\.code) == [.lapsedQuote])
        let unanswered = try ShippedEvaluations.helpdesk {
            $0.replacing("northwind:  {sso: true,  ", with: "northwind:  {")
        }
        let open = try PurchaseCase(
            unanswered, choosing: .award("northwind", reason: "They promise it"))
        #expect(open.obstacles(on: day("2026-11-20")).map(\.code) == [.undecidedChoice])
        #expect(
            open.obstacles(on: day("2026-11-20")).map(\.reason) == [
                "a knock-out is unknown: nothing is stated of `sso`"
            ])
    }

    @Test func `other values of an assumption change the money and ask for no reason`() throws {
        let purchase = try northwind()
        let more = try purchase.setting([AssumptionOverride(parsing: "seats=80")])
        #expect(try more.chargesByYear()[0].amount.amount == exact("142440"))
        #expect(try purchase.chargesByYear()[0].amount.amount == exact("126420"))
    }

    @Test func `charges re-add to the contract value where tax is recovered`() throws {
        for path in ShippedEvaluations.paths {
            let result = try ShippedEvaluations.run(path)
            for option in result.options where option.contract != nil {
                var mapped = result
                let categories = Set(option.option.contractLines.map(\.category))
                mapped.evaluation.purchase = Evaluation.Purchase(
                    charge: Dictionary(uniqueKeysWithValues: categories.map { ($0, "A") }))
                guard option.decision.eligibility != .failed else { continue }
                let purchase = try PurchaseCase(
                    mapped, choosing: .award(option.option.id, reason: "a test"))
                let charged = try purchase.charges.map(\.amount.amount).sum()
                let stated = try option.contract?.charges.map(\.amount.amount).sum()
                #expect(charged == stated, "\(path) \(option.option.id)")
                let years = try purchase.chargesByYear().map(\.amount.amount).sum()
                #expect(years == charged, "\(path) \(option.option.id)")
                let served = try PurchaseCase(
                    mapped, choosing: .award(option.option.id, reason: "a test"),
                    under: PurchaseTerms(chargeBasis: .servicePeriod))
                #expect(
                    try served.charges.map(\.amount.amount).sum() == charged,
                    "\(path) \(option.option.id)")
            }
        }
    }
}
