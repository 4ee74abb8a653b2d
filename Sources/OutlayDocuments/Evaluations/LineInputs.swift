import OutlayEconomics
import OutlayProblems
import OutlayValues

/// Reads what a line's cost model takes, by the model's own list of inputs.
struct LineInputs {
    let line: DocumentNode
    /// The fields a line of its kind may have.
    let shape: ObjectShape
    /// The catalogue row that columns are taken from, where there is one.
    let row: DocumentNode?
    let document: EvaluationReader
    /// The identifiers of the option's lines.
    let lineIDs: [String]
    private let isForCost: Bool

    /// The catalogue cells that were used.
    private(set) var facts: [CatalogueCell] = []
    /// The line's own currency, and where it is stated; nil for the document's.
    private(set) var currency: (currency: Currency, place: DocumentNode)?
    private var pricePeriod: (period: PricePeriod, cell: CatalogueCell)?

    init(
        line: DocumentNode, isForCost: Bool, row: DocumentNode?, lineIDs: [String],
        document: EvaluationReader
    ) {
        self.line = line
        self.isForCost = isForCost
        self.lineIDs = lineIDs
        shape = isForCost ? LineShape.cost : LineShape.benefit
        self.row = row
        self.document = document
        if let node = line["currency"], let stated = node.currency {
            currency = (stated, node)
        }
    }

    /// Returns the line's model, or nil after reporting why there is none.
    mutating func model() -> (any CostModel)? {
        guard let type = selectedModel() else { return nil }
        var values: [String: CostModelInputs.Value] = [:]
        var isComplete = true
        for input in type.descriptor.inputs {
            guard let node = self.node(for: input) else { continue }
            if let value = value(of: node, as: input) {
                values[input.name] = value
            } else {
                isComplete = false
            }
        }
        guard checkPricePeriod(type, &values), isComplete else { return nil }
        checkPlacement(values)
        do {
            return try type.init(CostModelInputs(values))
        } catch {
            if !shape.misspells(["amount", "unit_cost", "unit_value"], in: line) {
                document.problems.append(error.located(at: line.location))
            }
            return nil
        }
    }

    /// Returns the model whose key the line has, after reporting inputs that it does not take.
    private func selectedModel() -> (any CostModel.Type)? {
        let models = AllModels.list.filter { isForCost || !$0.descriptor.isForCostsOnly }
        let descriptors = models.map { $0.descriptor }
        guard let model = AllModels.model(selectedBy: line.entries.map(\.key)),
            isForCost || !model.descriptor.isForCostsOnly
        else {
            guard !shape.misspells(descriptors.map(\.selectingKey), in: line) else {
                return nil
            }
            document.problems.append(
                line.problem(
                    .missingField, "`\(line["id"]?.text ?? "")` does not say when it is paid",
                    because: "a line needs `at`, `every`, or the key of another cost model",
                    hint: "add `at: start` for a single payment, or `every: year`"))
            return nil
        }
        let taken = Set(model.descriptor.inputs.map(\.name))
        let foreign = descriptors.flatMap(\.inputs).map(\.name)
        for entry in line.entries where foreign.contains(entry.key) && !taken.contains(entry.key) {
            document.problems.append(
                Problem(
                    .fieldsExclude,
                    "`\(entry.key)` stands beside `\(model.descriptor.selectingKey)`",
                    at: entry.keyLocation,
                    because: "a \(model.descriptor.title.lowercased()) does not take it",
                    hint: "remove one of the two"))
        }
        let selecting = Set(descriptors.map(\.selectingKey)).subtracting(taken)
        return line.entries.contains { selecting.contains($0.key) } ? nil : model
    }

    private func node(for input: CostModelInputDescriptor) -> DocumentNode? {
        input.name == "unit_cost" ? line["unit_cost"] ?? line["unit_value"] : line[input.name]
    }

    private mutating func value(
        of node: DocumentNode, as input: CostModelInputDescriptor
    ) -> CostModelInputs.Value? {
        switch input.kind {
        case .operand, .share: operand(node, as: input).map { .operand($0) }
        case .pricePeriod, .chargePeriod:
            node.text.flatMap(PricePeriod.init(rawValue:)).map { .pricePeriod($0) }
        case .moment: moment(node).map { .moment($0) }
        case .date: node.date.map { .date($0) }
        case .factors: .factors(node.items.compactMap(\.decimal))
        case .escalation: escalation(node).map { .escalation($0) }
        case .instalments: instalments(node).map { .instalments($0) }
        case .tiers: tiers(node).map { .tiers($0) }
        case .schedule: schedule(node).map { .schedule($0) }
        case .lines: lines(node).map { .names($0) }
        case .categories: .names(node.items.compactMap(\.text))
        case .count: node.integer.map { .operand(.constant(ExactDecimal($0))) }
        case .rate: node.growth.map { .operand(.constant($0)) }
        case .flag: node.yesNo.map { .flag($0) }
        case .choice: node.text.map { .word($0) }
        }
    }

    private mutating func operand(
        _ node: DocumentNode, as input: CostModelInputDescriptor
    ) -> Operand? {
        if let column = node["column"] { return columnOperand(column, node["from"] ?? row) }
        if let number = node.decimal {
            if input.kind == .operand(isMoney: true) { checkMinorUnits(number, node) }
            return .constant(number)
        }
        guard case .scalar = node.content else { return nil }
        let id = document.reference(node, to: "assumption", among: document.assumptionIDs)
        id.map { requireNoNegative($0, node, isPrice: input.isPrice) }
        return id.map { .assumption($0) }
    }

    /// Reports an assumption that is below 0 somewhere and is used as a quantity or a price.
    private func requireNoNegative(_ id: String, _ node: DocumentNode, isPrice: Bool) {
        guard let value = document.lowestValue(ofAssumption: id), value.isNegative else { return }
        document.problems.append(
            node.problem(
                isPrice ? .negativePrice : .negativeQuantity, "`\(id)` is \(value)",
                because: "a \(isPrice ? "price" : "quantity") of a line is 0 or more",
                hint: "correct the assumption; money that comes back is a residual or a benefit"))
    }

    /// Reports an amount with more decimals than its currency has.
    func checkMinorUnits(_ node: DocumentNode) {
        if let number = node.decimal { checkMinorUnits(number, node) }
    }

    private func checkMinorUnits(_ number: ExactDecimal, _ node: DocumentNode) {
        do {
            try Money(number, currency?.currency ?? document.currency).requireSettled()
        } catch {
            document.problems.append(error.located(at: node.location))
        }
    }

    private mutating func columnOperand(_ column: DocumentNode, _ row: DocumentNode?) -> Operand? {
        guard let row else {
            document.problems.append(
                column.problem(
                    .unknownReference, "there is no catalogue row to take a column from",
                    because: "neither the line nor its option has `from`",
                    hint: "add `from: catalogue/row` to the option"))
            return nil
        }
        guard let cell = document.cell(row: row, column: column) else { return nil }
        guard case .number(let number)? = cell.content else {
            document.problems.append(
                column.problem(
                    .emptyCell, "\(cell.catalogue)/\(cell.row) states no number in \(cell.column)",
                    because: cell.text.isEmpty
                        ? "the cell is empty: the source does not give it"
                        : "the cell says `\(cell.text)`",
                    hint: "choose another row or column, or state an assumption with a range"))
            return nil
        }
        facts.append(cell)
        if let priced = cell.currency { agree(on: priced, column) }
        if let basis = cell.taxBasis { agree(on: basis, column) }
        if let period = cell.period { pricePeriod = (period, cell) }
        return .constant(number)
    }

    private mutating func agree(on priced: Currency, _ column: DocumentNode) {
        if let currency, currency.currency != priced {
            document.problems.append(
                currency.place.problem(
                    .mixedCurrencies, "the catalogue's price is in \(priced.code)",
                    because: "the line says \(currency.currency.code)",
                    hint: "leave `currency` out, or correct it"))
            self.currency = nil
            return
        }
        currency = currency ?? (priced, column)
    }

    private func agree(on basis: Tax.Basis, _ column: DocumentNode) {
        let own = line["tax"].flatMap { EvaluationReader.tax($0, inheriting: document.tax) }
        guard let stated = (own ?? document.tax)?.prices, stated != basis else { return }
        document.problems.append(
            column.problem(
                .mixedTaxBasis, "the catalogue's prices are \(basis)",
                because: "the line's prices are \(stated), and mixing them misleads",
                hint: "compare with `tax: {prices: \(basis), …}`, or import the quote anew"))
    }

    /// Takes the price's period from the catalogue, or checks that the line states the same.
    private func checkPricePeriod(
        _ model: any CostModel.Type, _ values: inout [String: CostModelInputs.Value]
    ) -> Bool {
        guard let (period, cell) = pricePeriod else { return true }
        guard model.descriptor.inputs.contains(where: { $0.name == "per" }) else {
            document.problems.append(
                line.problem(
                    .incompatibleUnits,
                    "a price per \(period.rawValue) is paid \(model.descriptor.selectingKey) once",
                    because: "\(cell.column) of \(cell.catalogue) is \(cell.unit)",
                    hint: "use `every: year`, or state the amount"))
            return false
        }
        guard let stated = line["per"] else {
            values["per"] = .pricePeriod(period)
            return true
        }
        guard stated.text != period.rawValue else { return true }
        document.problems.append(
            stated.problem(
                .incompatibleUnits, "the catalogue's price is per \(period.rawValue)",
                because: "\(cell.column) of \(cell.catalogue) is \(cell.unit)",
                hint: "leave `per` out, or correct it"))
        return false
    }

    private func moment(_ node: DocumentNode) -> Moment? {
        switch node.text {
        case "start": .start
        case "end": .end
        default: node.date.map { .date($0) }
        }
    }

    private func escalation(_ node: DocumentNode) -> Escalation? {
        if case .list = node.content { return growth(node.items) }
        if let rate = node.growth { return Escalation(ratePerYear: rate) }
        guard var escalation = statedGrowth(node) else { return nil }
        switch node["from"]?.text {
        case "year-1": escalation.origin = .year1
        case "base-date":
            guard let date = priceDate else {
                document.problems.append(
                    node.problem(
                        .missingField, "the price has no date to escalate from",
                        because: "`from: base-date` counts from the day of the price",
                        hint: "add `price_date:`, or a source with a date"))
                return nil
            }
            escalation.origin = .baseDate(date)
        default: break
        }
        return escalation
    }

    /// The day of the price: the line's, else its catalogue cell's, else its source's.
    var priceDate: CalendarDate? {
        line["price_date"]?.date ?? facts.compactMap(\.date).first ?? sourceDate
    }

    private var sourceDate: CalendarDate? {
        line["source"]?.text.flatMap { document.root["sources"]?[$0]?["date"]?.date }
    }

    private func instalments(_ node: DocumentNode) -> Instalments? {
        switch node.text {
        case "advance": return .advance
        case "arrears": return .arrears
        case "monthly": return .monthly
        case "quarterly": return .quarterly
        default:
            let dates = node["dates"]?.items.compactMap(\.date) ?? []
            return dates.isEmpty ? nil : .dates(dates)
        }
    }

    /// Reports dates that lie outside the horizon.
    private func checkPlacement(_ values: [String: CostModelInputs.Value]) {
        guard document.root["horizon"]?["start"]?.date != nil else { return }
        let horizon = document.horizon
        func report(_ key: String, _ date: CalendarDate) {
            guard let node = line[key] else { return }
            document.problems.append(
                node.problem(
                    .outsideHorizon, "\(date) is outside the horizon",
                    because: "the horizon runs from \(horizon.start) to \(horizon.end)",
                    hint: "correct the date, or the horizon"))
        }
        if case .moment(.date(let date))? = values["at"], date > horizon.end { report("at", date) }
        if case .date(let date)? = values["begins"], date > horizon.end { report("begins", date) }
        if case .date(let date)? = values["ends"], date < horizon.start { report("ends", date) }
    }
}
