/// The template `service`.
enum ServiceTemplate {
    /// A service: whether to do work ourselves or give it to a provider.
    static let template = DocumentTemplate(
        name: "service", title: "A service",
        question: "whether to do work ourselves or give it to a provider",
        body: body)

    private static let body = """
        # What the service must achieve, so that anyone can check it later; not the name of a supplier.
        need: Keep the order platform running day and night with at most two hours of outage a month.  # sample

        currency: {{currency}}
        # Prices carry inflation (nominal), or are all in the money of one year (real:2026).
        price_base: nominal
        # The years looked at; the first day is time 0.
        horizon: {start: {{start}}, years: 3}
        # Prices are net, and purchase tax is recovered in full. Not so? Add rate, lower recoverable.
        tax: {prices: net, recoverable: 1}
        # Later money counts less by this rate a year; finance knows yours. Sample figure.
        discount_rate: {value: 0.08, timing: end-of-year, basis: nominal, source: finance}
        # The option that stands for changing nothing; every gain is measured against it.
        baseline: in-house

        # How the purchase is charged: a budget line for each cost category that is paid to somebody.
        purchase:
          department: operations
          category: services
          personal_data: true
          route: competitive
          charge: {transition: OPS-300, service: OPS-300, contractors: OPS-300, tools: OPS-310}

        # Where numbers come from. An offer has the last day it holds; `file`, `sha256` or `url` say
        # where it is kept. All of these are samples.
        sources:
          finance: {title: "Sample: finance handbook", date: {{today}}}
          ledger: {title: "Sample: ledger of last year", date: {{today}}}
          tickets: {title: "Sample: ticket statistics of last year", date: {{today}}}
          quote-a: {title: "Sample: offer of provider A", date: {{today}}, valid_until: {{offer-end}}}
          quote-b: {title: "Sample: offer of provider B", date: {{today}}, valid_until: {{offer-end}}}
          quote-c: {title: "Sample: offer of provider C", date: {{today}}, valid_until: {{offer-end}}}

        # Numbers that several lines share. A range says how far each may be off: its lowest and
        # highest value. `--set incidents=300` tries another value without changing the document.
        assumptions:
          incidents:
            value: 240                            # sample figure: a year
            unit: incident
            range: {low: 180, high: 360}          # sample figures
            source: tickets
          staff:
            value: 76000                          # sample figure: one full-time post
            unit: {{currency}}/year
            escalation: 0.03                      # sample figure
            range: {low: 68000, high: 88000}      # sample figures
            source: ledger

        options:
          in-house:
            title: Go on with our own staff and contractors at night
            costs:
              - {id: nights, category: contractors, amount: 168000, every: year, escalation: 0.05, source: ledger}  # sample figures
              - {id: monitoring, category: tools, amount: 14000, every: year, escalation: 0.03, source: ledger}  # sample figures
              - {id: staff, category: labour, quantity: 2, unit_cost: staff, every: year, funded: payroll}  # sample figure

          provider-a:
            title: Provider A runs everything
            vendor: provider-a
            # How long the contract binds, and by how much its prices may grow a year. Sample figures.
            term: {months: 36, auto_renew: false, notice_days: 180, price_cap: 0.03}
            costs:
              # Paid once: an amount and a day (start, end or a date).
              - id: transition
                category: transition
                amount: 40000                     # sample figure: handing the work over
                at: start
                range: {low: 30000, high: 75000}  # sample figures
                source: quote-a
              # Paid again and again: the fee of a month, charged every year.
              - id: fee
                category: service
                amount: 9800                      # sample figure: a month
                per: month
                every: year
                escalation: 0.03                  # sample figure: the price cap; write 0 for none
                source: quote-a
              # What depends on use is a quantity times a price.
              - id: incidents
                category: service
                quantity: incidents
                unit_cost: 60                     # sample figure: an incident
                every: year
                escalation: 0.03                  # sample figure
                source: quote-a
              # Steering a provider is work too. Staff already employed: funded: payroll.
              - id: steering
                category: labour
                quantity: 0.5                     # sample figure: posts
                unit_cost: staff
                every: year
                funded: payroll
              # The fee covers it; a line of 0 says so, and is not asked for.
              - {id: monitoring, category: tools, amount: 0, every: year, escalation: 0, source: quote-a}  # sample figure
              # What taking the work back, or moving it on, will cost.
              - id: hand-back
                category: exit
                amount: 20000                     # sample figure
                at: end
                source: quote-a
            benefits:
              # Orders that are no longer lost. Cashable: the money comes in.
              - id: fewer-outages
                category: revenue
                cashable: true
                quantity: 14                      # sample figure: hours of outage a year
                unit: h
                unit_value: 1500                  # sample figure: margin of an hour
                realisation: 0.5                  # sample figure: the share that really comes
                ramp: [0.5, 1]                    # half in the first year, all from the second on
                every: year
                range: {of: realisation, low: 0.2, high: 0.8}  # sample figures
                source: tickets

          provider-b:
            title: Provider B watches the nights only
            vendor: provider-b
            term: {months: 24, auto_renew: true, notice_days: 90}  # sample figures
            costs:
              - {id: transition, category: transition, amount: 18000, at: start, range: {low: 14000, high: 30000}, source: quote-b}  # sample figures
              - {id: fee, category: service, amount: 8200, per: month, every: year, escalation: 0.04, source: quote-b}  # sample figures
              - {id: monitoring, category: tools, amount: 14000, every: year, escalation: 0.03, source: ledger}  # sample figures
              - {id: staff, category: labour, quantity: 1.6, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: hand-back, category: exit, amount: 6000, at: end, source: quote-b}  # sample figure
            benefits:
              - {id: fewer-outages, category: revenue, cashable: true, quantity: 9, unit: h, unit_value: 1500, realisation: 0.5, ramp: [0.5, 1], every: year, source: tickets}  # sample figures

          provider-c:
            title: Provider C, pay as you go
            vendor: provider-c
            term: {months: 12, auto_renew: true, notice_days: 30}  # sample figures
            costs:
              - {id: transition, category: transition, amount: 12000, at: start, range: {low: 10000, high: 30000}, source: quote-c}  # sample figures
              - {id: incidents, category: service, quantity: incidents, unit_cost: 420, every: year, escalation: 0.05, source: quote-c}  # sample figures
              - {id: monitoring, category: tools, amount: 14000, every: year, escalation: 0.03, source: ledger}  # sample figures
              - {id: staff, category: labour, quantity: 1.8, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: hand-back, category: exit, amount: 3000, at: end, source: quote-c}  # sample figure

        # Requirements that no score makes up for. An option without an answer is not ranked.
        knock_outs:
          - {id: certified, question: Certified to ISO/IEC 27001 or as secure by our audit, type: yes-no, require: {equals: true}}
          - {id: reaction, question: Minutes until somebody works on an outage, type: number, unit: min, require: {at_most: 60}}

        # What options are scored on. A scale says what is worth 0 and what is worth 100, whatever is on
        # offer; the weight is what going from the one to the other matters. Weights total 100. Samples.
        criteria:
          - {id: outage, title: Hours of outage a month, unit: h, direction: lower, scale: {worst: 4, best: 0}, weight: 40, source: tickets}
          - {id: knowledge, title: Knowledge of our platform, direction: higher, value_function: {levels: {none: 0, similar: 40, same-products: 70, ours: 100}}, weight: 25}
          - {id: references, title: Satisfied references, unit: of 5, direction: higher, scale: {worst: 0, best: 5}, weight: 15}
          # Values between the points lie on straight lines.
          - {id: ready, title: Weeks until the service runs, unit: weeks, direction: lower, value_function: {points: [[0, 100], [8, 60], [26, 0]]}, weight: 20}

        # What each option achieves on every criterion and knock-out. Sample figures.
        performance:
          in-house:   {certified: true, reaction: 45, outage: 2.6, knowledge: ours, references: 3, ready: 0}
          provider-a: {certified: true, reaction: 15, outage: 1.0, knowledge: same-products, references: 5, ready: 12}
          provider-b: {certified: true, reaction: 20, outage: 1.5, knowledge: ours, references: 4, ready: 6}
          provider-c: {certified: true, reaction: 90, outage: 2.2, knowledge: similar, references: 4, ready: 2}

        # When you have decided, say so, and why:
        # recommendation: {option: provider-b, reason: The gain in cash without giving knowledge away}
        """
}
