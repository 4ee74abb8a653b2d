/// The template `saas`.
enum SaaSTemplate {
    /// Software as a service: which product to subscribe to, or whether to keep what is there.
    static let template = DocumentTemplate(
        name: "saas", title: "Software as a service",
        question: "which product to subscribe to, or whether to keep what is there",
        body: body)

    private static let body = """
        # What the purchase must achieve, so that anyone can check it later; not the name of a product.
        need: Answer customers within one working day without adding staff.  # sample

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
        baseline: keep

        # How the purchase is charged: a budget line for each cost category that is paid to somebody.
        purchase:
          department: service
          category: software
          personal_data: true
          route: competitive
          charge: {implementation: IT-100, training: IT-100, subscription: IT-100, maintenance: IT-100}

        # Where numbers come from. An offer has the last day it holds; `file`, `sha256` or `url` say
        # where it is kept. All of these are samples.
        sources:
          finance: {title: "Sample: finance handbook", date: {{today}}}
          ledger: {title: "Sample: ledger of last year", date: {{today}}}
          trial: {title: "Sample: four-week trial with ten users", date: {{today}}}
          quote-a: {title: "Sample: offer of vendor A", date: {{today}}, valid_until: {{offer-end}}}
          quote-b: {title: "Sample: offer of vendor B", date: {{today}}, valid_until: {{offer-end}}}
          quote-c: {title: "Sample: offer of vendor C", date: {{today}}, valid_until: {{offer-end}}}

        # Numbers that several lines share. A range says how far each may be off: its lowest and
        # highest value. `--set users=80` tries another value without changing the document.
        assumptions:
          users:
            value: 60                             # sample figure
            unit: user
            range: {low: 50, high: 80}            # sample figures
            source: ledger
          staff:
            value: 70000                          # sample figure: one full-time post
            unit: {{currency}}/year
            escalation: 0.03                      # sample figure
            range: {low: 62000, high: 80000}      # sample figures
            source: ledger

        options:
          keep:
            title: Keep what we have
            costs:
              - {id: licences, category: maintenance, amount: 48000, every: year, escalation: 0.06, source: ledger}  # sample figures
              - {id: admin, category: labour, quantity: 0.6, unit_cost: staff, every: year, funded: payroll}  # sample figure

          vendor-a:
            title: Vendor A, full suite
            vendor: vendor-a
            # How long the contract binds, and by how much its prices may grow a year. Sample figures.
            term: {months: 36, auto_renew: true, notice_days: 90, price_cap: 0.05}
            costs:
              # Paid once: an amount and a day (start, end or a date).
              - id: setup
                category: implementation
                amount: 25000                     # sample figure
                at: start
                range: {low: 20000, high: 40000}  # sample figures
                source: quote-a
              - id: training
                category: training
                amount: 8000                      # sample figure
                at: start
                source: quote-a
              # Paid again and again: a quantity at a price per month, charged every year.
              - id: seats
                category: subscription
                quantity: users
                unit_cost: 38                     # sample figure: a user and month
                per: month
                every: year
                escalation: 0.05                  # sample figure: the price cap; write 0 for none
                source: quote-a
              # The work of staff already employed is a cost, but no budget pays it: funded: payroll.
              - id: admin
                category: labour
                quantity: 0.2                     # sample figure: posts
                unit_cost: staff
                every: year
                funded: payroll
              # What leaving will cost, such as getting the data out.
              - id: leaving
                category: exit
                amount: 5000                      # sample figure
                at: end
                source: quote-a
            benefits:
              # Hours that staff win back. Not cashable: no budget shrinks by it.
              - id: handling-time
                category: productivity
                cashable: false
                quantity: 1200                    # sample figure: hours a year
                unit: h
                unit_value: 40                    # sample figure
                realisation: 0.6                  # sample figure: the share that really comes
                ramp: [0.5, 1]                    # half in the first year, all from the second on
                every: year
                range: {of: realisation, low: 0.3, high: 0.8}  # sample figures
                source: trial

          vendor-b:
            title: Vendor B, specialist tool
            vendor: vendor-b
            term: {months: 24, auto_renew: true, notice_days: 60}  # sample figures
            costs:
              - {id: setup, category: implementation, amount: 15000, at: start, range: {low: 12000, high: 24000}, source: quote-b}  # sample figures
              - {id: training, category: training, amount: 9000, at: start, source: quote-b}  # sample figure
              - {id: seats, category: subscription, quantity: users, unit_cost: 44, per: month, every: year, escalation: 0.08, source: quote-b}  # sample figures
              - {id: admin, category: labour, quantity: 0.2, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: leaving, category: exit, amount: 3000, at: end, source: quote-b}  # sample figure
            benefits:
              - {id: handling-time, category: productivity, cashable: false, quantity: 1000, unit: h, unit_value: 40, realisation: 0.6, ramp: [0.5, 1], every: year, source: trial}  # sample figures

          vendor-c:
            title: Vendor C, open source as a service
            vendor: vendor-c
            term: {months: 12, auto_renew: false}  # sample figures
            costs:
              - {id: setup, category: implementation, amount: 34000, at: start, range: {low: 28000, high: 60000}, source: quote-c}  # sample figures
              - {id: training, category: training, amount: 10000, at: start, source: quote-c}  # sample figure
              - {id: hosting, category: subscription, amount: 19200, every: year, escalation: 0.02, source: quote-c}  # sample figures
              - {id: admin, category: labour, quantity: 0.4, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: leaving, category: exit, amount: 2000, at: end, source: quote-c}  # sample figure
            benefits:
              - {id: handling-time, category: productivity, cashable: false, quantity: 700, unit: h, unit_value: 40, realisation: 0.6, ramp: [0.4, 0.9, 1], every: year, source: trial}  # sample figures

        # Requirements that no score makes up for. An option without an answer is not ranked.
        knock_outs:
          - {id: sso, question: Single sign-on (OIDC or SAML), type: yes-no, require: {equals: true}}
          - {id: region, question: Customer data stored only in, type: text, require: {in: [EU, EEA]}}
          - {id: support, question: Hours until support answers, type: number, unit: h, require: {at_most: 8}}

        # What options are scored on. A scale says what is worth 0 and what is worth 100, whatever is on
        # offer; the weight is what going from the one to the other matters. Weights total 100. Samples.
        criteria:
          - {id: usability, title: Usability (SUS), unit: points, direction: higher, scale: {worst: 40, best: 90}, weight: 35, source: trial}
          - {id: reporting, title: Reporting and API, direction: higher, value_function: {levels: {none: 0, export: 40, api: 100}}, weight: 25}
          # Values between the points lie on straight lines.
          - {id: availability, title: Availability promised, unit: "%", direction: higher, value_function: {points: [[99.0, 0], [99.5, 60], [99.9, 100]]}, weight: 20}
          - {id: exit_time, title: Days to export all data, unit: days, direction: lower, scale: {worst: 60, best: 0}, weight: 20}

        # What each option achieves on every criterion and knock-out. Sample figures.
        performance:
          keep:     {sso: true, region: EU, support: 8, usability: 50, reporting: export, availability: 99.0, exit_time: 20}
          vendor-a: {sso: true, region: EU, support: 4, usability: 82, reporting: api, availability: 99.9, exit_time: 30}
          vendor-b: {sso: true, region: US, support: 8, usability: 85, reporting: export, availability: 99.8, exit_time: 45}
          vendor-c: {sso: true, region: EU, support: 8, usability: 68, reporting: api, availability: 99.5, exit_time: 5}

        # When you have decided, say so, and why:
        # recommendation: {option: vendor-a, reason: Highest value at the lowest cost of those that pass}
        """
}
