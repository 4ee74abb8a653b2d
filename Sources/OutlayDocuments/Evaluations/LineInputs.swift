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

    /// The catalogue cells that were used.
    private(set) var facts: [CatalogueCell] = []
    /// The line's own currency, and where it is stated; nil for the document's.
    private(set) var currency: (currency: Currency, place: DocumentNode)?
    private var pricePeriod: (period: PricePeriod, cell: CatalogueCell)?

    init(
        line: DocumentNode, shape: ObjectShape, row: DocumentNode?, document: EvaluationReader
    ) {
        self.line = line
        self.shape = shape
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
        let chosen = AllModels.list.filter { line[$0.descriptor.selectingKey] != nil }
        let keys = AllModels.descriptors.map { "`\($0.selectingKey)`" }
        guard let model = chosen.first else {
            guard !shape.misspells(AllModels.descriptors.map(\.selectingKey), in: line) else {
                return nil
            }
            document.problems.append(
                line.problem(
                    .missingField, "`\(line["id"]?.text ?? "")` does not say when it is paid",
                    because: "a line needs \(keys.list("or"))",
                    hint: "add `at: start` for a single payment, or `every: year`"))
            return nil
        }
        let taken = Set(model.descriptor.inputs.map(\.name))
        let foreign = AllModels.descriptors.flatMap(\.inputs).map(\.name)
        for entry in line.entries where foreign.contains(entry.key) && !taken.contains(entry.key) {
            document.problems.append(
                Problem(
                    .fieldsExclude,
                    "`\(entry.key)` stands beside `\(model.descriptor.selectingKey)`",
                    at: entry.keyLocation,
                    because: "a \(model.descriptor.title.lowercased()) does not take it",
                    hint: "remove one of the two"))
        }
        return model
    }

    private func node(for input: CostModelInputDescriptor) -> DocumentNode? {
        input.name == "unit_cost" ? line["unit_cost"] ?? line["unit_value"] : line[input.name]
    }

    private mutating func value(
        of node: DocumentNode, as input: CostModelInputDescriptor
    ) -> CostModelInputs.Value? {
        switch input.kind {
        case .operand(let isMoney): operand(node, isMoney: isMoney).map { .operand($0) }
        case .share: operand(node, isMoney: false).map { .operand($0) }
        case .pricePeriod, .chargePeriod:
            node.text.flatMap(PricePeriod.init(rawValue:)).map { .pricePeriod($0) }
        case .moment: moment(node).map { .moment($0) }
        case .date: node.date.map { .date($0) }
        case .factors: .factors(node.items.compactMap(\.decimal))
        case .escalation: escalation(node).map { .escalation($0) }
        case .instalments: instalments(node).map { .instalments($0) }
        }
    }

    private mutating func operand(_ node: DocumentNode, isMoney: Bool) -> Operand? {
        if let column = node["column"] { return columnOperand(column, node["from"] ?? row) }
        if let number = node.decimal {
            if isMoney { checkMinorUnits(number, node) }
            return .constant(number)
        }
        guard case .scalar = node.content else { return nil }
        return document.reference(node, to: "assumption", among: document.assumptionIDs)
            .map { .assumption($0) }
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
        if let rate = node.growth { return Escalation(ratePerYear: rate) }
        guard let rate = node["rate"]?.growth else { return nil }
        switch node["from"]?.text {
        case "year-1": return Escalation(ratePerYear: rate, origin: .year1)
        case "base-date":
            guard
                let date = line["price_date"]?.date ?? facts.compactMap(\.date).first
                    ?? sourceDate
            else {
                document.problems.append(
                    node.problem(
                        .missingField, "the price has no date to escalate from",
                        because: "`from: base-date` counts from the day of the price",
                        hint: "add `price_date:`, or a source with a date"))
                return nil
            }
            return Escalation(ratePerYear: rate, origin: .baseDate(date))
        default: return Escalation(ratePerYear: rate)
        }
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
        let horizon = document.lineHorizon
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
