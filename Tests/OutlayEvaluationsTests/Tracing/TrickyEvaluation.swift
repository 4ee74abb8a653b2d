/// A document whose figures come about in every way: another currency, tax that is borne in part, study years
/// that begin in April, several payments a year, steps within a year, money before the decision.
enum TrickyEvaluation {
    static let text = """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: T-1, title: Tricky}
        currency: EUR
        tax: {prices: gross, rate: 0.19, recoverable: 0.5}
        horizon: {start: 2027-04-01, years: 3}
        decision_date: 2027-06-01
        discount_rate: {value: 0.05, timing: mid-year}
        baseline: sources
        rates: {USD: {value: 0.91, date: 2026-11-01, source: treasury}}
        assumptions:
          seats: {2027: 10, 2028: 12}
          fte: {value: 50000, escalation: 0.02}
        options:
          sources:
            costs:
              - {id: run, category: run, amount: 1000, every: month, paid: advance}
            benefits:
              - {id: old, category: run, cashable: true, amount: 10, every: quarter}
          a.b:
            vendor: v
            term: {months: 30, break_after: 14, price_cap: 0.02}
            costs:
              - {id: pv, category: run, quantity: seats, unit_cost: 9.99, per: month, every: quarter,
                 escalation: {rate: 0.03, from: year-1}, currency: USD}
              - {id: "2028", category: "my cat", amount: 500, at: 2027-05-01}
              - {id: run, category: other, amount: 7, every: year, begins: 2027-08-15, ends: 2029-02-10,
                 ramp: [0.5, 1]}
              - {id: staff, category: labour, quantity: 0.5, unit_cost: fte, every: month, funded: payroll,
                 released: {budget: X, from: 2028-01-01}}
              - {id: dated, category: run, quantity: seats, unit_cost: 100, at: 2028-09-01,
                 escalation: {rate: 0.04, from: base-date}, price_date: 2027-01-15}
              - {id: exit, category: exit, amount: 100, at: end}
              - {id: desks, category: run, seats: seats, minimum: 11, usage_ceiling: 14, unit_cost: 3, every: month,
                 true_up: quarter}
              - {id: shield, category: tax, tax_shield_of: [dated, "2028"], tax_rate: 0.3, write_off_years: 2,
                 vendor: none}
              - {id: at-once, category: tax, tax_shield_of: [desks], tax_rate: 0.3, depreciation: at-once,
                 vendor: none}
            benefits:
              - {id: save, category: run, cashable: true, amount: 3000, every: year,
                 paid: {dates: [2027-06-30, 2027-12-31, 2028-06-30, 2029-06-30]}}

        """
}
