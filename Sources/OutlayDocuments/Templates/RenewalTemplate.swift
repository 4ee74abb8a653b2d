/// The template `renewal`.
enum RenewalTemplate {
    /// A renewal: whether to sign, shrink, bargain or leave when a contract ends.
    static let template = DocumentTemplate(
        name: "renewal", title: "A renewal",
        question: "whether to sign, shrink, bargain or leave when a contract ends",
        body: body)

    private static let body = """
        # What the contract is for, so that anyone can check it later; not the name of the product.
        need: Keep drawings editable for every engineer when the present contract ends.  # sample

        currency: {{currency}}
        # Prices carry inflation (nominal), or are all in the money of one year (real:2026).
        price_base: nominal
        # The years looked at, from the first day of the new term.
        horizon: {start: {{start}}, years: 3}
        # Prices are net, and purchase tax is recovered in full. Not so? Add rate, lower recoverable.
        tax: {prices: net, recoverable: 1}
        # Later money counts less by this rate a year; finance knows yours. Sample figure.
        discount_rate: {value: 0.08, timing: end-of-year, basis: nominal, source: finance}
        # Changing nothing means signing what the vendor has sent; every gain is measured against it.
        baseline: as-offered

        # How the purchase is charged: a budget line for each cost category that is paid to somebody.
        purchase:
          department: engineering
          category: software
          personal_data: false
          route: single-source
          reason: our data is in the vendor's format  # sample: one that the policy accepts
          charge: {subscription: ENG-400, implementation: ENG-400, training: ENG-400}

        # Where numbers come from. An offer has the last day it holds; `file`, `sha256` or `url` say
        # where it is kept. All of these are samples.
        sources:
          finance: {title: "Sample: finance handbook", date: {{today}}}
          usage: {title: "Sample: seats really used, by the licence server", date: {{today}}}
          renewal: {title: "Sample: renewal offer of the vendor", date: {{today}}, valid_until: {{offer-end}}}
          counter: {title: "Sample: answer to our counter-offer", date: {{today}}, valid_until: {{offer-end}}}
          rival: {title: "Sample: offer of another vendor", date: {{today}}, valid_until: {{offer-end}}}

        # Numbers that several lines share. A range says how far each may be off: its lowest and
        # highest value. `--set used_seats=100` tries another value without changing the document.
        assumptions:
          licensed_seats:
            value: 120                            # sample figure: what the present contract counts
            unit: seat
            source: renewal
          used_seats:
            value: 92                             # sample figure: what people really use
            unit: seat
            range: {low: 85, high: 110}           # sample figures
            source: usage
          staff:
            value: 74000                          # sample figure: one full-time post
            unit: {{currency}}/year
            escalation: 0.03                      # sample figure
            range: {low: 66000, high: 84000}      # sample figures
            source: usage

        options:
          as-offered:
            title: Sign the renewal as offered
            vendor: incumbent
            term: {months: 12, auto_renew: true, notice_days: 90}  # sample figures
            costs:
              - {id: seats, category: subscription, quantity: licensed_seats, unit_cost: 62, per: month, every: year, escalation: 0.09, paid: advance, source: renewal}  # sample figures
              - {id: admin, category: labour, quantity: 0.2, unit_cost: staff, every: year, funded: payroll}  # sample figure

          fewer-seats:
            title: Renew the seats in use
            vendor: incumbent
            # How long the contract binds, and by how much its prices may grow a year. Sample figures.
            term: {months: 12, auto_renew: true, notice_days: 90}
            costs:
              # Paid again and again: a quantity at a price per month, charged every year, in advance.
              - id: seats
                category: subscription
                quantity: used_seats
                unit_cost: 66                     # sample figure: a seat and month, smaller discount
                per: month
                every: year
                escalation: 0.09                  # sample figure; write 0 for none
                paid: advance
                source: renewal
              # The work of staff already employed is a cost, but no budget pays it: funded: payroll.
              - id: admin
                category: labour
                quantity: 0.22                    # sample figure: posts; someone moves seats around
                unit_cost: staff
                every: year
                funded: payroll

          three-years:
            title: Three years at a capped price, seats in use
            vendor: incumbent
            term: {months: 36, auto_renew: false, notice_days: 90, price_cap: 0.03}  # sample figures
            costs:
              - id: seats
                category: subscription
                quantity: used_seats
                unit_cost: 58                     # sample figure: a seat and month
                per: month
                every: year
                escalation: 0.03                  # sample figure: the price cap
                paid: advance
                range: {of: unit_cost, low: 55, high: 62}  # sample figures
                source: counter
              - {id: admin, category: labour, quantity: 0.22, unit_cost: staff, every: year, funded: payroll}  # sample figure

          switch:
            title: Move to another vendor
            vendor: rival
            term: {months: 36, auto_renew: true, notice_days: 60, price_cap: 0.04}  # sample figures
            costs:
              # Paid once: an amount and a day (start, end or a date).
              - id: migration
                category: implementation
                amount: 30000                     # sample figure: converting the drawings
                at: start
                range: {low: 22000, high: 80000}  # sample figures: moves rarely cost less than planned
                source: rival
              - {id: training, category: training, amount: 14000, at: start, source: rival}  # sample figure
              # Both products run side by side until a day.
              - id: overlap
                category: subscription
                amount: 9000                      # sample figure: the old product until all have moved
                at: start
                vendor: incumbent
                source: renewal
              - {id: seats, category: subscription, quantity: used_seats, unit_cost: 31, per: month, every: year, escalation: 0.04, paid: advance, source: rival}  # sample figures
              - {id: admin, category: labour, quantity: 0.2, unit_cost: staff, every: year, funded: payroll}  # sample figure
              # What leaving that vendor will cost one day.
              - {id: leaving, category: exit, amount: 12000, at: end, source: rival}  # sample figure

        # Requirements that no score makes up for. An option without an answer is not ranked.
        knock_outs:
          - {id: formats, question: Opens every drawing of the last ten years, type: yes-no, require: {equals: true}}
          - {id: ready, question: Usable from, type: date, require: {before: {{second-month}}}}

        # What options are scored on. A scale says what is worth 0 and what is worth 100, whatever is on
        # offer; the weight is what going from the one to the other matters. Weights total 100. Samples.
        criteria:
          - {id: functions, title: Functions our engineers use, unit: of 40, direction: higher, scale: {worst: 20, best: 40}, weight: 40, source: usage}
          - {id: disruption, title: Working days lost by each engineer, unit: days, direction: lower, scale: {worst: 15, best: 0}, weight: 30}
          # Values between the points lie on straight lines.
          - {id: freedom, title: Months until we may leave, unit: months, direction: lower, value_function: {points: [[0, 100], [12, 70], [36, 0]]}, weight: 15}
          - {id: support, title: Support, direction: higher, value_function: {levels: {forum: 0, email: 50, phone: 100}}, weight: 15}

        # What each option achieves on every criterion and knock-out. Sample figures.
        performance:
          as-offered:  {formats: true, ready: {{start}}, functions: 38, disruption: 0, freedom: 12, support: phone}
          fewer-seats: {formats: true, ready: {{start}}, functions: 38, disruption: 0.5, freedom: 12, support: phone}
          three-years: {formats: true, ready: {{start}}, functions: 38, disruption: 0.5, freedom: 36, support: phone}
          switch:      {formats: true, ready: {{start}}, functions: 34, disruption: 8, freedom: 36, support: email}

        # When you have decided, say so, and why:
        # recommendation: {option: fewer-seats, reason: Pays for what is used and keeps us free to leave}
        """
}
