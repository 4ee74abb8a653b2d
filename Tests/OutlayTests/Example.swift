import Outlay

/// Returns what one option costs over three years in the money of the first day, built without a document.
func lifeCycleCost() throws -> Double {
    let study = Study(
        horizon: Horizon(start: try CalendarDate(parsing: "2027-01-01"), years: 3),
        rate: DiscountRate(ratePerYear: try ExactDecimal(parsing: "0.08")), currency: .eur)
    let setUp = CostLine(
        id: "set-up", category: "implementation", direction: .cost,
        model: try OneOffModel(
            CostModelInputs([
                "at": .moment(.start), "amount": .operand(.constant(ExactDecimal(45_000))),
            ])))
    return try OptionEconomics(lines: [setUp], in: study).totalCostOfOwnership(.all)  // 45000
}

/// Returns the report of an Evaluation document as a web page, or what is wrong with the document.
func page(of document: [UInt8], catalogues: CatalogueLibrary?) throws -> String {
    do {
        let evaluation = try Evaluation(
            reading: document, path: "helpdesk.yaml", catalogues: catalogues)
        let result = try evaluation.run(asOf: try CalendarDate(parsing: "2026-11-23"))
        let report = try result.report(ReportProvenance(maker: "our portal"))
        return HTMLFormat().render(report)
    } catch let problems as DocumentProblems {
        return problems.list.map { "\($0.code.rawValue): \($0.summary)" }
            .joined(separator: "\n")
    }
}
