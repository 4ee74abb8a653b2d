import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension Evaluation {
    /// Reads an evaluation from what a frozen revision keeps, and from nothing else.
    ///
    /// - Throws: ``ProblemCode/badFreeze`` where that is not what ``EvaluationFreeze`` made; the first problem
    ///   of a document that does not pass today's checks.
    public init(thawing inputs: FrozenInputs) throws(Problem) {
        let rates = try Self.rates(inputs.rates)
        let indices = try FrozenFields(inputs.indices, "indices")
        var surroundings = EvaluationReader.Surroundings(
            catalogues: try FrozenCells(inputs),
            companions: CompanionFiles(
                besideDocument: "frozen", files: try FrozenFiles.access(to: inputs.companions)),
            exchangeRates: { () throws(Problem) in
                guard let rates else { throw FrozenFields.damaged("it holds no exchange rates") }
                return rates
            })
        surroundings.indices = { (name) throws(Problem) in
            try Self.index(FrozenFields(indices[name], name))
        }
        do throws(DocumentProblems) {
            self = try EvaluationReader.read(
                FrozenTree.document(inputs.document, path: "frozen"), in: surroundings)
        } catch {
            throw error.list.first { $0.severity == .error }
                ?? FrozenFields.damaged("its document cannot be read")
        }
        // What stood where belongs to the file it was written in.
        places = nil
    }

    /// Returns the frozen quotations as a table, or nil where there are none.
    private static func rates(_ value: JSONValue) throws(Problem) -> ExchangeRates? {
        guard case .array(let elements) = value else {
            throw FrozenFields.damaged("`rates` is no list")
        }
        let rates = try elements.map { element throws(Problem) in
            try ExchangeRate(frozen: FrozenFields(element, "rate"))
        }
        guard let source = rates.first?.source else { return nil }
        var days: [CalendarDate: [Currency: ExactDecimal]] = [:]
        // What one unit of is always 1 unit can be the base, as can what is not quoted.
        var quoted: Set<Currency> = []
        for rate in rates {
            days[rate.date, default: [:]][rate.from] = rate.denominator
            days[rate.date, default: [:]][rate.to] = rate.numerator
            if rate.denominator != .one { quoted.insert(rate.from) }
            if rate.numerator != .one { quoted.insert(rate.to) }
        }
        let candidates = [Currency.eur, .usd] + rates.flatMap { [$0.to, $0.from] }
        guard let base = candidates.first(where: { !quoted.contains($0) }) else {
            throw FrozenFields.damaged("its exchange rates are of no common base")
        }
        return try ExchangeRates(
            base: base, source: source, days: days.map { ExchangeRates.Day($0.key, $0.value) })
    }

    private static func index(_ fields: FrozenFields) throws(Problem) -> IndexSeries {
        let values = try fields.elements("values").map { element throws(Problem) in
            guard case .array(let pair) = element, pair.count == 2, case .string(let day) = pair[0],
                case .string(let value) = pair[1]
            else { throw FrozenFields.damaged("an index has no such value") }
            return IndexSeries.Value(
                from: try CalendarDate(parsing: day), value: try ExactDecimal(parsing: value))
        }
        return try IndexSeries(
            id: try fields.text("id"), values: values,
            forecastPerYear: fields["forecast"] == nil ? nil : try fields.decimal("forecast"),
            source: try fields.text("source"))
    }
}

extension FrozenStatement {
    /// Computes the revision again from its bytes alone.
    ///
    /// - Parameter asOf: The day on which quotes are judged; no figure depends on it.
    /// - Returns: The revision computed again, and what of it is not as it was stated.
    /// - Throws: A ``Problem`` where the bytes are not those of a frozen revision.
    public func reperform(asOf: CalendarDate) throws(Problem) -> Reperformance {
        try reperformed(with: Evaluation(thawing: inputs), asOf: asOf)
    }
}
