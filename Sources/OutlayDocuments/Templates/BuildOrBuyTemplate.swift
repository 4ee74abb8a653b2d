/// The template `build-or-buy`.
enum BuildOrBuyTemplate {
    /// Build or buy: whether to build software, buy it or have it adapted.
    static let template = DocumentTemplate(
        name: "build-or-buy", title: "Build or buy",
        question: "whether to build software, buy it or have it adapted",
        body: body)

    private static let body = """
        # What the software must achieve, so that anyone can check it later; not the name of a product.
        need: Plan every field visit a day ahead, with at most five per cent of visits moved.  # sample

        currency: {{currency}}
        # Prices carry inflation (nominal), or are all in the money of one year (real:2026).
        price_base: nominal
        # The years looked at; software that is built lives longer than its first release.
        horizon: {start: {{start}}, years: 5}
        # Prices are net, and purchase tax is recovered in full. Not so? Add rate, lower recoverable.
        tax: {prices: net, recoverable: 1}
        # Later money counts less by this rate a year; finance knows yours. Sample figure.
        discount_rate: {value: 0.09, timing: end-of-year, basis: nominal, source: finance}
        # The option that stands for changing nothing; every gain is measured against it.
        baseline: by-hand

        # How the purchase is charged: a budget line for each cost category that is paid to somebody.
        purchase:
          department: field-service
          category: software
          personal_data: true
          route: competitive
          charge: {development: DEV-500, implementation: DEV-500, training: DEV-500, subscription: DEV-510, infrastructure: DEV-510, overtime: FS-100}

        # Where numbers come from. An offer has the last day it holds; `file`, `sha256` or `url` say
        # where it is kept. All of these are samples.
        sources:
          finance: {title: "Sample: finance handbook", date: {{today}}}
          ledger: {title: "Sample: ledger of last year", date: {{today}}}
          estimate: {title: "Sample: estimate by three developers", date: {{today}}}
          pilot: {title: "Sample: pilot in one district", date: {{today}}}
          quote-a: {title: "Sample: offer of vendor A", date: {{today}}, valid_until: {{offer-end}}}
          quote-b: {title: "Sample: offer of integrator B", date: {{today}}, valid_until: {{offer-end}}}

        # Numbers that several lines share. A range says how far each may be off: its lowest and
        # highest value. `--set planners=10` tries another value without changing the document.
        assumptions:
          planners:
            value: 25                             # sample figure
            unit: user
            range: {low: 20, high: 40}            # sample figures
            source: ledger
          developer:
            value: 640                            # sample figure: a day of a contractor
            unit: {{currency}}/day
            escalation: 0.03                      # sample figure
            range: {low: 560, high: 800}          # sample figures
            source: ledger
          staff:
            value: 78000                          # sample figure: one full-time post
            unit: {{currency}}/year
            escalation: 0.03                      # sample figure
            range: {low: 70000, high: 90000}      # sample figures
            source: ledger

        options:
          by-hand:
            title: Go on planning by hand
            costs:
              - {id: overtime, category: overtime, amount: 120000, every: year, escalation: 0.04, source: ledger}  # sample figures
              - {id: planning, category: labour, quantity: 3, unit_cost: staff, every: year, funded: payroll}  # sample figure

          build:
            title: Build it ourselves
            costs:
              # Spent whatever is decided now: shown, never counted.
              - id: prototype
                category: development
                amount: 15000                     # sample figure
                at: start
                sunk: true
                source: ledger
              # Paid once: a quantity at a price, on a day (start, end or a date). Estimates of software
              # are low more often than high: let the range say so.
              - id: contractors
                category: development
                quantity: 220                     # sample figure: days
                unit: day
                unit_cost: developer
                at: start
                capex: true
                range: {of: quantity, low: 180, high: 480}  # sample figures
                source: estimate
              # The work of staff already employed is a cost, but no budget pays it: funded: payroll.
              - id: own-developers
                category: labour
                quantity: 1                       # sample figure: posts for a year
                unit_cost: staff
                at: start
                funded: payroll
              # Paid again and again: what a year of life costs after the first release.
              - id: upkeep
                category: development
                quantity: 40                      # sample figure: days a year
                unit: day
                unit_cost: developer
                every: year
                range: {of: quantity, low: 25, high: 90}  # sample figures
                source: estimate
              - id: hosting
                category: infrastructure
                amount: 700                       # sample figure: a month
                per: month
                every: year
                escalation: 0.02                  # sample figure; write 0 for none
                source: estimate
              - {id: planning, category: labour, quantity: 1.8, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: overtime, category: overtime, amount: 35000, every: year, escalation: 0.04, source: pilot}  # sample figures
              # Nothing to pay, and said so: otherwise a warning asks what was left out.
              - {id: setup, category: implementation, amount: 0, at: start, note: setting it up is part of building it}  # sample figure
              - {id: training, category: training, amount: 0, at: start, note: the planners of the pilot teach the others}  # sample figure
              - {id: leaving, category: exit, amount: 0, at: end, note: what is ours need not be left}  # sample figure
            benefits:
              # Fuel that is no longer bought. Cashable: the money stays.
              - id: shorter-trips
                category: fuel
                cashable: true
                amount: 30000                     # sample figure: a year
                every: year
                escalation: 0                     # fuel may rise: then the gain is larger
                realisation: 0.7                  # sample figure: the share that really comes
                ramp: [0.2, 0.8, 1]               # little in the first year, all from the third on
                range: {of: realisation, low: 0.4, high: 0.9}  # sample figures
                source: pilot

          buy:
            title: Buy vendor A's product
            vendor: vendor-a
            # How long the contract binds, and by how much its prices may grow a year. Sample figures.
            term: {months: 36, auto_renew: true, notice_days: 90, price_cap: 0.06}
            costs:
              - {id: setup, category: implementation, amount: 45000, at: start, range: {low: 35000, high: 90000}, source: quote-a}  # sample figures
              - {id: training, category: training, amount: 12000, at: start, source: quote-a}  # sample figure
              - {id: seats, category: subscription, quantity: planners, unit_cost: 95, per: month, every: year, escalation: 0.06, source: quote-a}  # sample figures
              - {id: planning, category: labour, quantity: 2, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: overtime, category: overtime, amount: 45000, every: year, escalation: 0.04, source: pilot}  # sample figures
              # The price covers it; a line of 0 says so, and is not asked for.
              - {id: hosting, category: infrastructure, amount: 0, every: year, escalation: 0, source: quote-a}  # sample figure
              # What leaving will cost, such as getting the data out.
              - {id: leaving, category: exit, amount: 15000, at: end, source: quote-a}  # sample figure
            benefits:
              - {id: shorter-trips, category: fuel, cashable: true, amount: 24000, every: year, escalation: 0, realisation: 0.7, ramp: [0.5, 1], source: pilot}  # sample figures

          adapt:
            title: Have integrator B adapt an open-source product
            vendor: integrator-b
            term: {months: 24, auto_renew: false}  # sample figure
            costs:
              - {id: adapting, category: implementation, amount: 95000, at: start, capex: true, range: {low: 80000, high: 180000}, source: quote-b}  # sample figures
              - {id: training, category: training, amount: 12000, at: start, source: quote-b}  # sample figure
              - {id: support, category: subscription, amount: 21000, every: year, escalation: 0.03, source: quote-b}  # sample figures
              - {id: hosting, category: infrastructure, amount: 700, per: month, every: year, escalation: 0.02, source: estimate}  # sample figures
              - {id: planning, category: labour, quantity: 1.9, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: overtime, category: overtime, amount: 40000, every: year, escalation: 0.04, source: pilot}  # sample figures
              - {id: leaving, category: exit, amount: 6000, at: end, source: quote-b}  # sample figure
            benefits:
              - {id: shorter-trips, category: fuel, cashable: true, amount: 27000, every: year, escalation: 0, realisation: 0.7, ramp: [0.4, 1], source: pilot}  # sample figures

        # Requirements that no score makes up for. An option without an answer is not ranked.
        knock_outs:
          - {id: offline, question: Works without a network in the field, type: yes-no, require: {equals: true}}
          - {id: months, question: Months until the first district uses it, type: number, unit: months, require: {at_most: 12}}

        # What options are scored on. A scale says what is worth 0 and what is worth 100, whatever is on
        # offer; the weight is what going from the one to the other matters. A criterion may be a group
        # with criteria of its own. The weights of each level total 100. Samples.
        criteria:
          - id: fit
            title: Fit to our work
            weight: 60
            criteria:
              - {id: rules, title: Planning rules it knows, unit: of 24, direction: higher, scale: {worst: 8, best: 24}, weight: 60, source: pilot}
              - {id: usability, title: Usability (SUS), unit: points, direction: higher, scale: {worst: 40, best: 90}, weight: 40, source: pilot}
          - id: risk
            title: Risk
            weight: 40
            criteria:
              - {id: time, title: Months to the first release, unit: months, direction: lower, scale: {worst: 18, best: 0}, weight: 50}
              - {id: keepers, title: People who can change it, direction: higher, value_function: {levels: {one: 0, team: 60, market: 100}}, weight: 50}

        # What each option achieves on every criterion and knock-out. Sample figures.
        performance:
          by-hand: {offline: true, months: 0, rules: 10, usability: 45, time: 0, keepers: team}
          build:   {offline: true, months: 11, rules: 23, usability: 70, time: 11, keepers: one}
          buy:     {offline: true, months: 4, rules: 18, usability: 80, time: 4, keepers: market}
          adapt:   {offline: true, months: 8, rules: 21, usability: 72, time: 8, keepers: team}

        # When you have decided, say so, and why:
        # recommendation: {option: buy, reason: Soonest, and the highest value}
        """
}
