import Outlay

/// Compares what a case of a function states with what the library found.
struct FunctionComparison {
    /// How far numbers may lie off.
    let tolerance: FunctionTolerance
    /// How many draws a sampled answer was taken from.
    let draws: Int
    /// Where the library differs, one line each.
    private(set) var differences: [String] = []

    init(tolerance: FunctionTolerance, draws: Int) {
        self.tolerance = tolerance
        self.draws = draws
    }

    /// Compares one stated value, and all within it, with what was found.
    mutating func compare(_ item: Item, _ found: Figure) throws(CaseFault) {
        switch (item.node.kind, found) {
        case (.null, .none): break
        case (.bool(let stated), .flag(let flag)) where stated == flag: break
        case (.object(let members), .object(let figures)):
            try compare(members.map { ($0.key, $0.value) }, at: item, figures)
        case (.array(let stated), .list(let figures)) where stated.count == figures.count:
            for (part, figure) in zip(try item.list(), figures) { try compare(part, figure) }
        case (.string(let stated), .text(let text)) where stated == text: break
        case (.number(let text), _), (.string(let text), _):
            try compare(item, text, found)
        default:
            differ(item, found)
        }
    }

    private mutating func compare(
        _ members: [(key: String, value: JSONNode)], at item: Item, _ figures: [String: Figure]
    ) throws(CaseFault) {
        if case .sampled(let sigmas) = tolerance {
            return try compareMoments(item, figures, sigmas)
        }
        for (key, value) in members {
            let part = Item(node: value, place: "\(item.place).\(key)")
            guard let figure = figures[key] else {
                throw .unsupported("nothing is known of `\(part.place)`")
            }
            try compare(part, figure)
        }
    }

    private mutating func compare(
        _ item: Item, _ text: String, _ found: Figure
    ) throws(CaseFault) {
        guard let stated = Double(text), let number = found.double else {
            return differ(item, found)
        }
        switch tolerance {
        case .exact:
            // A binary number counts by its shortest text.
            guard let found = found.decimal, let exact = Item.exact(text), found == exact else {
                return differ(item, found)
            }
        case .near(let relative, let absolute):
            guard (number - stated).magnitude <= max(absolute, relative * stated.magnitude) else {
                return differ(item, found)
            }
        case .sampled:
            throw .unsupported("`\(item.place)` is no moment of a distribution")
        }
    }

    /// The mean lies within its standard errors, the variance within twice those of a normal one.
    private mutating func compareMoments(
        _ item: Item, _ figures: [String: Figure], _ sigmas: Double
    ) throws(CaseFault) {
        let fields = try Fields(item.node, place: item.place)
        let (mean, variance) = (try fields.required("mean"), try fields.required("variance"))
        try fields.requireNothingLeft()
        let (statedMean, statedVariance) = (try mean.number(), try variance.number())
        guard let foundMean = figures["mean"]?.double,
            let foundVariance = figures["variance"]?.double
        else { return differ(item, .object(figures)) }
        let meanError = (statedVariance / Double(draws)).squareRoot()
        if !((foundMean - statedMean).magnitude <= sigmas * meanError) {
            differ(mean, .number(foundMean))
        }
        let varianceError = 2 * (2 / Double(draws)).squareRoot() * statedVariance
        if !((foundVariance - statedVariance).magnitude <= sigmas * varianceError) {
            differ(variance, .number(foundVariance))
        }
    }

    private mutating func differ(_ item: Item, _ found: Figure) {
        differences.append("\(item.place): expected \(Answers.text(item.node)), found \(found)")
    }
}
