import OutlayValues

/// One term of a line in plain words: `unit price 89`, `every year`.
public struct CostModelTerm: Sendable, Hashable {
    /// What the term is about.
    public var subject: Subject
    /// What the input is called, such as `unit price`.
    public var label: String
    /// Its value; a named assumption by its name.
    public var text: String

    /// What a term is about.
    public enum Subject: Sendable, Hashable, CaseIterable {
        /// How much one charge is.
        case price
        /// What period the price is for.
        case period
        /// When it falls due.
        case timing
        /// How it grows.
        case growth
    }
}

extension CostModel {
    /// Returns the inputs that were given, in plain words and in the order the model lists them; numbers
    /// are written in `style`.
    public func terms(_ style: NumberText = NumberText()) -> [CostModelTerm] {
        Self.descriptor.inputs.compactMap { input in
            inputs.values[input.name].map { value in
                CostModelTerm(
                    subject: input.kind.subject, label: input.label, text: value.inWords(style))
            }
        }
    }
}

extension CostModelInputDescriptor.Kind {
    fileprivate var subject: CostModelTerm.Subject {
        switch self {
        case .operand, .share, .tiers, .schedule, .lines, .categories, .choice, .rate, .count:
            .price
        case .pricePeriod: .period
        case .chargePeriod, .moment, .date, .factors, .instalments, .flag: .timing
        case .escalation: .growth
        }
    }
}

extension CostModelInputs.Value {
    fileprivate func inWords(_ style: NumberText) -> String {
        switch self {
        case .operand(.constant(let number)): style.text(of: number)
        case .operand(.assumption(let id)): id
        case .pricePeriod(let period): period.rawValue
        case .moment(.start): "the start"
        case .moment(.end): "the end"
        case .moment(.date(let day)), .date(let day): day.description
        case .factors(let factors): factors.map { style.text(of: $0) }.joined(separator: ", ")
        case .escalation(let escalation): escalation.inWords(style)
        case .tiers(let tiers): tiers.map { $0.inWords(style) }.joined(separator: ", ")
        case .schedule(let schedule): schedule.inWords(style)
        case .names(let names): names.joined(separator: ", ")
        case .flag(let flag): flag ? "yes" : "no"
        case .word(let word): word
        case .instalments(.advance): "in advance"
        case .instalments(.arrears): "in arrears"
        case .instalments(.monthly): "monthly"
        case .instalments(.quarterly): "quarterly"
        case .instalments(.dates(let days)):
            "on " + days.map(\.description).joined(separator: ", ")
        }
    }
}

extension PriceTier {
    fileprivate func inWords(_ style: NumberText) -> String {
        let price = style.text(of: unitPrice)
        return upTo.map { "\(price) up to \(style.text(of: $0))" } ?? "\(price) beyond"
    }
}

extension AmountSchedule {
    fileprivate func inWords(_ style: NumberText) -> String {
        switch self {
        case .studyYears(let amounts):
            amounts.map { style.text(of: $0) }.joined(separator: ", ")
        case .dated(let entries):
            entries.map { entry in
                switch entry.time {
                case .year(let year): "\(year): \(style.text(of: entry.amount))"
                case .day(let day): "\(day): \(style.text(of: entry.amount))"
                }
            }.joined(separator: ", ")
        }
    }
}

extension Escalation {
    /// The growth in plain words: `+7 % a year from year 2 on`.
    public func inWords(_ style: NumberText = NumberText()) -> String {
        let text: String
        switch growth {
        case .constant(let rate):
            text = Self.percent(rate, style) + " a year"
            if rate.isZero { return text }
        case .yearly(let rates):
            text = rates.map { Self.percent($0, style) }.joined(separator: ", ") + " a year"
        case .index(let indexation): text = indexation.inWords(style)
        }
        switch origin {
        case .baseDate(let day): return text + " from \(day)"
        case .year1: return text + " from year 1 on"
        case .year2: return text + " from year 2 on"
        }
    }

    fileprivate static func percent(_ rate: ExactDecimal, _ style: NumberText) -> String {
        var signed = style
        signed.sign = .both
        guard let percent = try? rate * ExactDecimal(100) else { return "× (1 + \(rate))" }
        return signed.text(of: percent) + "\u{202F}%"
    }
}

extension Indexation {
    fileprivate func inWords(_ style: NumberText) -> String {
        var words = ["as \(series.id)"]
        if !plus.isZero { words.append(Escalation.percent(plus, style)) }
        if let floor { words.append("at least " + Escalation.percent(floor, style)) }
        if let cap { words.append("at most " + Escalation.percent(cap, style)) }
        return words.joined(separator: ", ") + " a year"
    }
}
