import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What a line states: its numbers, each with its place, its source and the catalogue it comes from.
struct LineInputFigures: Sendable {
    let side: CostSide
    let line: ScheduledLine

    private var frame: OptionFrame { side.frame }
    private var model: any CostModel { line.line.model }

    /// The inputs that its model takes, in their order.
    var descriptors: [CostModelInputDescriptor] { type(of: model).descriptor.inputs }

    /// Returns the figures of the numbers it states.
    func figures() -> [Figure] {
        descriptors.compactMap { input -> Figure? in
            guard case .operand(.constant(let number))? = model.inputs.values[input.name] else {
                return nil
            }
            return figure(of: input, number)
        } + (model.escalation.grows ? [escalation] : [])
    }

    /// Returns the name of an input.
    func name(of input: String) -> FigureName {
        side.name(.stated(line.line.id), .word(input))
    }

    /// Returns what an input's number counts.
    func unit(of input: CostModelInputDescriptor) -> FigureValue.Unit {
        let currency = line.line.exchangeRate?.from ?? frame.currency
        switch (input.kind, input.name) {
        case (.operand(isMoney: true), _): return .money(currency)
        case (.share, _): return .fraction
        case _ where input.isPrice: return .quantity(currency.code)
        case (_, "quantity"): return .quantity(line.line.unit ?? "")
        default: return .quantity("")
        }
    }

    /// Returns an input's number in a year as a part of a formula.
    func part(
        _ input: CostModelInputDescriptor, _ operand: Operand, _ value: ExactDecimal,
        in column: Int
    ) -> Explanation.Part {
        switch operand {
        case .constant:
            Explanation.Part(
                input.label, FigureValue(.exact(value), unit(of: input)), name(of: input.name))
        case .assumption(let id):
            AssumptionFigures.part(id, value, in: column, of: frame.evaluation)
        }
    }

    private func figure(of input: CostModelInputDescriptor, _ number: ExactDecimal) -> Figure {
        let title = "\(input.label) of \(line.line.id) of \(frame.title)"
        return Figure(name(of: input.name), title, isPrinted: false) { caption throws(Problem) in
            let facts = frame.option.option.catalogueFacts.filter {
                $0.use == line.line.id && (try? ExactDecimal(parsing: $0.value)) == number
            }
            return caption.explained(
                FigureValue(.exact(number), unit(of: input)),
                origins: Evaluation.origins(at: place(of: input.name))
                    + facts.prefix(1).map { .catalogue($0) }
                    + frame.evaluation.origins(ofSource: line.line.source))
        }
    }

    private var escalation: Figure {
        let title = "growth of \(line.line.id) of \(frame.title) per year"
        return Figure(name(of: "escalation"), title, isPrinted: false) { caption throws(Problem) in
            let escalation = model.escalation
            return caption.explained(
                FigureValue(.exact(escalation.ratePerYear), .fraction),
                origins: Evaluation.origins(at: place(of: "escalation"))
                    + frame.evaluation.origins(ofSource: line.line.source),
                notes: [
                    "\(line.line.id) grows by "
                        + escalation.inWords(NumberText(separator: "\u{202F}")) + "."
                ])
        }
    }

    /// Returns the place of an input; documents call the unit price of a benefit its unit value.
    private func place(of input: String) -> Location? {
        guard let places = frame.evaluation.places else { return nil }
        return places.place(ofField: input, at: line.line.place)
            ?? (input == "unit_cost"
                ? places.place(ofField: "unit_value", at: line.line.place) : nil)
            ?? line.line.place
    }
}
