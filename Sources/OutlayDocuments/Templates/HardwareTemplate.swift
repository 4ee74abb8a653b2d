/// The template `hardware`.
enum HardwareTemplate {
    /// Hardware: whether to buy, lease or keep equipment, over the years it serves.
    static let template = DocumentTemplate(
        name: "hardware", title: "Hardware",
        question: "whether to buy, lease or keep equipment, over the years it serves",
        body: body)

    private static let body = """
        # What the purchase must achieve, so that anyone can check it later; not the name of a product.
        need: Run the production databases for five years without unsupported hardware.  # sample

        currency: {{currency}}
        # Prices carry inflation (nominal), or are all in the money of one year (real:2026).
        price_base: nominal
        # The years looked at; take the years the equipment will serve.
        horizon: {start: {{start}}, years: 5}
        # Prices are net, and purchase tax is recovered in full. Not so? Add rate, lower recoverable.
        tax: {prices: net, recoverable: 1}
        # Later money counts less by this rate a year; finance knows yours. Sample figure.
        discount_rate: {value: 0.07, timing: end-of-year, basis: nominal, source: finance}
        # The option that stands for changing nothing; every gain is measured against it.
        baseline: keep

        # How the purchase is charged: a budget line for each cost category that is paid to somebody.
        purchase:
          department: operations
          category: hardware
          personal_data: false
          route: competitive
          charge: {hardware: IT-200, lease: IT-210, installation: IT-200, maintenance: IT-210, energy: IT-220}

        # Where numbers come from. An offer has the last day it holds; `file`, `sha256` or `url` say
        # where it is kept. All of these are samples.
        sources:
          finance: {title: "Sample: finance handbook", date: {{today}}}
          ledger: {title: "Sample: ledger of last year", date: {{today}}}
          meter: {title: "Sample: power readings of one month", date: {{today}}}
          quote-a: {title: "Sample: offer of vendor A", date: {{today}}, valid_until: {{offer-end}}}
          quote-b: {title: "Sample: offer of vendor B", date: {{today}}, valid_until: {{offer-end}}}
          quote-c: {title: "Sample: offer of lessor C", date: {{today}}, valid_until: {{offer-end}}}

        # Numbers that several lines share. A range says how far each may be off: its lowest and
        # highest value. `--set servers=10` tries another value without changing the document.
        assumptions:
          servers:
            value: 8                              # sample figure
            unit: server
            range: {low: 7, high: 12}             # sample figures
            source: ledger
          kwh:
            value: 0.25                           # sample figure: price of electricity, cooling included
            unit: {{currency}}/kWh
            escalation: 0.03                      # sample figure
            range: {low: 0.18, high: 0.4}         # sample figures
            source: meter
          staff:
            value: 70000                          # sample figure: one full-time post
            unit: {{currency}}/year
            escalation: 0.03                      # sample figure
            range: {low: 62000, high: 80000}      # sample figures
            source: ledger

        options:
          keep:
            title: Keep the old servers on extended support
            costs:
              - {id: support, category: maintenance, amount: 46000, every: year, escalation: 0.12, source: ledger}  # sample figures
              - {id: power, category: energy, quantity: 92000, unit: kWh, unit_cost: kwh, every: year, source: meter}  # sample figure
              - {id: admin, category: labour, quantity: 0.6, unit_cost: staff, every: year, funded: payroll}  # sample figure

          buy-new:
            title: Buy new servers from vendor A
            vendor: vendor-a
            # How long the contract binds; here the maintenance that comes with the purchase.
            term: {months: 60, auto_renew: false}  # sample figure
            costs:
              # Paid once: a price and a day (start, end or a date). capex marks what is capitalised.
              - id: servers
                category: hardware
                quantity: servers
                unit_cost: 11500                  # sample figure: one server
                at: start
                capex: true
                range: {of: unit_cost, low: 10500, high: 13500}  # sample figures
                source: quote-a
              - id: installation
                category: installation
                amount: 6000                      # sample figure
                at: start
                source: quote-a
              # Paid again and again: an amount and how often.
              - id: maintenance
                category: maintenance
                amount: 7200                      # sample figure
                every: year
                escalation: 0.02                  # sample figure; write 0 for none
                source: quote-a
              # Power is often a quarter of the cost of a server's life: measure, do not guess.
              - id: power
                category: energy
                quantity: 48000                   # sample figure: kWh a year
                unit: kWh
                unit_cost: kwh
                every: year
                range: {of: quantity, low: 40000, high: 60000}  # sample figures
                source: meter
              # The work of staff already employed is a cost, but no budget pays it: funded: payroll.
              - id: admin
                category: labour
                quantity: 0.4                     # sample figure: posts
                unit_cost: staff
                every: year
                funded: payroll
              # What getting rid of it will cost, such as wiping disks.
              - id: disposal
                category: exit
                amount: 1500                      # sample figure
                at: end
                vendor: none
            benefits:
              # What it still fetches at the end; an asset without resale value needs no such line.
              - id: resale
                category: resale
                cashable: true
                amount: 7000                      # sample figure
                at: end
                range: {low: 0, high: 12000}      # sample figures
                source: quote-a

          buy-refurbished:
            title: Buy refurbished servers from vendor B
            vendor: vendor-b
            term: {months: 36, auto_renew: false}  # sample figure
            costs:
              - {id: servers, category: hardware, quantity: servers, unit_cost: 6200, at: start, capex: true, range: {of: unit_cost, low: 5500, high: 8000}, source: quote-b}  # sample figures
              - {id: installation, category: installation, amount: 6000, at: start, source: quote-b}  # sample figure
              - {id: maintenance, category: maintenance, amount: 9600, every: year, escalation: 0.06, source: quote-b}  # sample figures
              - {id: power, category: energy, quantity: 66000, unit: kWh, unit_cost: kwh, every: year, source: meter}  # sample figure
              - {id: admin, category: labour, quantity: 0.5, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: disposal, category: exit, amount: 1500, at: end, vendor: none}  # sample figure

          lease:
            title: Lease new servers from lessor C
            vendor: lessor-c
            term: {months: 60, auto_renew: false, notice_days: 90}  # sample figures
            costs:
              - {id: instalments, category: lease, quantity: servers, unit_cost: 250, per: month, every: year, escalation: 0, paid: monthly, source: quote-c}  # sample figures
              - {id: installation, category: installation, amount: 6000, at: start, source: quote-c}  # sample figure
              - {id: power, category: energy, quantity: 48000, unit: kWh, unit_cost: kwh, every: year, source: meter}  # sample figure
              - {id: admin, category: labour, quantity: 0.4, unit_cost: staff, every: year, funded: payroll}  # sample figure
              - {id: return, category: exit, amount: 4000, at: end, source: quote-c}  # sample figure

        # Requirements that no score makes up for. An option without an answer is not ranked.
        knock_outs:
          - {id: memory, question: Memory per server, type: number, unit: GiB, require: {at_least: 256}}
          - {id: support, question: Spare parts on site, type: level, levels: [none, next-week, next-day, four-hours], require: {at_least: next-day}}

        # What options are scored on. A scale says what is worth 0 and what is worth 100, whatever is on
        # offer; the weight is what going from the one to the other matters. Weights total 100. Samples.
        criteria:
          - {id: throughput, title: Throughput of our load test, unit: queries/s, direction: higher, scale: {worst: 2000, best: 12000}, weight: 40}
          - {id: failures, title: Failures expected a year, unit: per 100 servers, direction: lower, scale: {worst: 20, best: 0}, weight: 25}
          # Values between the points lie on straight lines.
          - {id: support_years, title: Years of support left, unit: years, direction: higher, value_function: {points: [[0, 0], [3, 50], [5, 100]]}, weight: 20}
          - {id: delivery, title: Days to delivery, unit: days, direction: lower, scale: {worst: 120, best: 0}, weight: 15}

        # What each option achieves on every criterion and knock-out. Sample figures.
        performance:
          keep:            {memory: 256, support: next-day, throughput: 3000, failures: 14, support_years: 2, delivery: 0}
          buy-new:         {memory: 512, support: four-hours, throughput: 11000, failures: 3, support_years: 5, delivery: 60}
          buy-refurbished: {memory: 384, support: next-day, throughput: 6500, failures: 9, support_years: 3, delivery: 20}
          lease:           {memory: 512, support: four-hours, throughput: 11000, failures: 3, support_years: 5, delivery: 75}

        # When you have decided, say so, and why:
        # recommendation: {option: buy-new, reason: Highest value, and the gain carries the price}
        """
}
