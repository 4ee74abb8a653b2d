import OutlayEconomics
import OutlayEvaluations
import OutlayValues

/// How reports call the numbers that may be off.
struct InputWording {
    let result: EvaluationResult

    /// The name of an input, without its option where that is the one spoken of.
    func name(_ input: UncertainInput, of option: String? = nil) -> String {
        switch input.place {
        case .assumption(let id): return id
        case .line(let owner, let line, let subject):
            let own = subject == .amount ? line : "\(Self.word(subject)) of \(line)"
            return owner == option ? own : "\(own), \(owner)"
        }
    }

    /// A number of an input with its currency or as a percentage: `22 %`, `98`, `EUR 142 121`.
    func number(_ value: Double, of input: UncertainInput) -> String {
        if input.isShare { return FigureText.percentage(value, places: Self.places(100 * value)) }
        let number = Self.significant(value)
        return currency(of: input).map { $0.code + FigureText.noBreakSpace + number } ?? number
    }

    /// A cell of a number of an input.
    func cell(_ value: Double, of input: UncertainInput) -> Cell {
        .number(shown: number(value, of: input), data: FigureText.data(value, places: 6))
    }

    /// A number with what it is of, within a sentence: `22 % realisation`, `98 seats`, `EUR 142 121 for setup`.
    func phrase(_ value: Double, of input: UncertainInput, in option: String) -> String {
        let number = number(value, of: input)
        guard case .line(let owner, let line, let subject) = input.place else {
            return "\(number) \(name(input))"
        }
        let place = owner == option ? line : "\(line) of \(owner)"
        switch subject {
        case .amount: return "\(number) for \(place)"
        case .quantity: return "\(number) \(input.unit.isEmpty ? "" : input.unit + " ")of \(place)"
        case .unitCost: return "\(number) each for \(place)"
        case .realisation:
            let isOnly = result.robustnessInputs.count { $0.isRealisation(of: option) } < 2
            return isOnly && owner == option
                ? "\(number) realisation" : "\(number) realisation of \(place)"
        }
    }

    /// The currency of an input that is money of a line.
    private func currency(of input: UncertainInput) -> Currency? {
        guard case .line(let option, let line, let subject) = input.place,
            subject == .amount || subject == .unitCost
        else { return nil }
        let found = result.option(option)?.option.lines.first { $0.id == line }
        return found?.exchangeRate?.from ?? result.evaluation.study.currency
    }

    private static func word(_ subject: UncertainRange.Subject) -> String {
        subject == .unitCost ? "unit price" : subject.rawValue
    }

    /// Returns a number with about three digits that count, and no zeros at its end.
    private static func significant(_ value: Double) -> String {
        guard let exact = try? ExactDecimal(nearest: value, places: places(value)) else {
            return FigureText.shown(value, places: places(value))
        }
        return FigureText.asStated.text(of: exact)
    }

    private static func places(_ value: Double) -> Int {
        switch value.magnitude {
        case 10...: 0
        case 1...: 1
        case 0.1...: 2
        case 0: 0
        default: 4
        }
    }
}

extension EvaluationResult {
    /// The inputs that were moved one at a time.
    fileprivate var robustnessInputs: [UncertainInput] { robustness?.oneWay.model.inputs ?? [] }
}

extension UncertainInput {
    fileprivate func isRealisation(of option: String) -> Bool {
        if case .line(option, _, .realisation) = place { true } else { false }
    }
}
