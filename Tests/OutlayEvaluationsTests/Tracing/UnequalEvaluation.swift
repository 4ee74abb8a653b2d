/// A document whose options are looked at over years of their own: compared by the cost of one year, one of them
/// a variant of another, with a thing that is bought again, prices that follow an index, and both rates of the
/// modified rate of return.
enum UnequalEvaluation {
    static let text = """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: U-1, title: Unequal}
        currency: EUR
        tax: {prices: net, rate: 0.19, recoverable: 0.5}
        horizon: {start: 2027-01-01, years: 3}
        discount_rate: {value: 0.05, timing: mid-year, finance_rate: 0.06, reinvestment_rate: 0.04}
        compare_by: equivalent-annual-cost
        price_performance: [{criterion: speed, per: 1000}]
        baseline: keep
        recommendation: {option: long, reason: Cheapest by the year}
        tradeoff: [{over: short, reason: fewer changes}]
        indices:
          wages: {values: {2026: 100, 2027: 103, 2028: 105, 2029: 108}, forecast: 0.02, source: s}
        sources:
          s: {title: A source, date: 2026-10-01}
        options:
          keep:
            costs:
              - {id: care, category: labour, amount: 900, every: month, funded: payroll, escalation: {index: wages, plus: 0.01}, source: s}
              - {id: power, category: energy, amount: 100, every: month, escalation: [0.02, 0.03]}
          short:
            vendor: v
            costs:
              - {id: buy, category: hardware, amount: 9000, at: start, capex: true}
              - {id: parts, category: hardware, life: 2, amount: 1000, escalation: 0.01, capex: true}
              - {id: left, category: hardware, residual_of: [parts], share: 0.3}
              - {id: power, category: energy, schedule: [500, 600, 700], present_value: 1600}
              - {id: care, category: labour, amount: 0, at: start, funded: budget}
            benefits:
              - {id: space, category: room, cashable: true, amount: 50, every: month, escalation: 0}
          long:
            like: short
            horizon: {years: 5}
            costs:
              - {id: power, category: energy, amount: 650, every: year, escalation: 0}
        knock_outs:
          - {id: ok, question: Is it allowed?, type: yes-no, require: {equals: true}}
        criteria:
          - {id: speed, title: Speed, unit: m/s, direction: higher, scale: {worst: 0, best: 10}, weight: 1}
        performance:
          keep: {speed: 2, ok: true}
          short: {speed: 7, ok: true}
          long: {speed: 7, ok: true}

        """
}
