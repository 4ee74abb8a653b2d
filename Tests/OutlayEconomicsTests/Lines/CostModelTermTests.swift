import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct CostModelTermTests {
    private func words(_ model: any CostModel, _ subject: CostModelTerm.Subject) -> [String] {
        model.terms().filter { $0.subject == subject }.map { "\($0.label) \($0.text)" }
    }

    @Test func `a recurring line says its price, its timing and its growth`() throws {
        let model = try RecurringModel(
            CostModelInputs([
                "every": .pricePeriod(.year), "per": .pricePeriod(.month),
                "begins": .date(day("2027-03-01")), "ramp": .factors([exact("0.5"), exact("1")]),
                "paid": .instalments(.advance),
                "quantity": .operand(.assumption("seats")),
                "unit_cost": .operand(.constant(exact("1089.5"))),
                "escalation": .escalation(
                    Escalation(ratePerYear: exact("-0.025"), origin: .year1)),
            ]))
        #expect(words(model, .price) == ["quantity seats", "unit price 1 089.5"])
        #expect(words(model, .period) == ["per month"])
        #expect(
            words(model, .timing) == [
                "every year", "begins 2027-03-01", "ramp 0.5, 1", "paid in advance",
            ])
        #expect(words(model, .growth) == ["escalation −2.5\u{202F}% a year from year 1 on"])
    }

    @Test func `a line says nothing of what is not given`() throws {
        let model = try OneOffModel(
            CostModelInputs([
                "at": .moment(.end), "amount": .operand(.constant(exact("45000"))),
            ]))
        #expect(model.terms().map { "\($0.label) \($0.text)" } == ["at the end", "amount 45 000"])
    }

    @Test func `every input of every worked example is a term`() {
        for example in AllModels.list.flatMap({ type in
            type.descriptor.examples.map { (type, $0.inputs) }
        }) {
            let model = try? example.0.init(example.1)
            #expect(model?.terms().count == example.1.values.count)
        }
    }
}
