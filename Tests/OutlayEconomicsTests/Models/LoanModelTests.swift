import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct LoanModelTests {
    private func loan(
        _ inputs: [String: CostModelInputs.Value]
    ) throws(Problem) -> LoanModel {
        try LoanModel(
            CostModelInputs(
                [
                    "loan": .number("10000"), "interest": .number("0.06"), "months": .number("36"),
                ].merging(inputs) { $1 }))
    }

    /// PMT(0.06/12; 36; -10000) of Excel and LibreOffice is 304.2193745.
    @Test func `instalments are those of a spreadsheet`() throws {
        for (paid, instalment) in [
            (Instalments.arrears, 304.219_374_515), (.advance, 302.705_845_288),
        ] {
            let payments = try loan(["paid": .instalments(paid)]).payments(in: study())
            let months = Dictionary(grouping: payments, by: \.years)
            #expect(months.count == 36)
            for month in months.values {
                let amount = try month.map(\.amount).sum().doubleValue
                #expect((amount - instalment).magnitude < 1e-8)
            }
        }
    }

    @Test func `discounted at its own interest a loan is worth what was borrowed`() throws {
        let payments = try loan([:]).payments(in: study())
        let worth = payments.reduce(0.0) {
            $0 + $1.amount.doubleValue / power(1.005, ($1.years * 12).rounded())
        }
        #expect(worth.isNear(10_000))
    }

    @Test(arguments: 0..<50)
    func `all principal makes up the loan`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (amount, months) = (random.amount(), Int.random(in: 1...36, using: &random))
        let interest = ExactDecimal(Int.random(in: 0...300, using: &random), places: 3)
        let payments = try loan([
            "loan": .operand(.constant(amount)), "interest": .operand(.constant(interest)),
            "months": .operand(.constant(ExactDecimal(months))),
            "paid": .instalments(Bool.random(using: &random) ? .advance : .arrears),
        ]).payments(in: study())
        let principal = payments.filter { $0.part == .principal }
        #expect(try principal.map(\.amount).sum() == amount, "seed \(seed)")
    }

    @Test func `a loan paid by the quarter is refused`() {
        #expect(
            refusal { try loan(["paid": .instalments(.quarterly)]) }?.code == .fieldsExclude)
    }
}
