import OutlayProblems
import OutlaySampling
import OutlayValues

/// Ties independent uniform numbers so that inputs have the rank correlations that are stated.
///
/// The numbers become normal ones, which are mixed and become uniform again, as ``GaussianCopula`` says; so every
/// input keeps its own distribution.
package struct CorrelatedDraw: Sendable {
    private let copula: GaussianCopula?
    /// The indices of the inputs in the copula's table.
    private let tied: [Int]

    /// Ties `inputs` by `correlations`; pairs that are not stated are independent as far as the others let them.
    ///
    /// - Throws: ``ProblemCode/badCorrelation`` for a name of no input, an input with itself, a pair stated twice or a
    ///   number outside -1 … 1; ``ProblemCode/impossibleCorrelations`` where not all can hold, with a pair to blame.
    package init(
        _ inputs: [UncertainInput], _ correlations: [InputCorrelation]
    ) throws(Problem) {
        do {
            try self.init(checking: correlations, of: inputs)
        } catch {
            throw error.problem
        }
    }

    /// Why correlations cannot be used, and which of them is to blame, by index.
    package struct Refusal: Error {
        /// The correlation to blame.
        package let index: Int
        /// What is wrong.
        package let problem: Problem
    }

    /// Ties `inputs` by `correlations`, or says which of these is to blame.
    package init(
        checking correlations: [InputCorrelation], of inputs: [UncertainInput]
    ) throws(Refusal) {
        var pairs: [Pair] = []
        for (index, correlation) in correlations.enumerated() {
            let pair: Pair
            do {
                pair = try Pair(correlation, among: inputs)
            } catch {
                throw Refusal(index: index, problem: error)
            }
            guard !pairs.contains(where: { $0.isOf(pair) }) else {
                throw Refusal(
                    index: index,
                    problem: Problem(
                        .badCorrelation,
                        "\(correlation.first) and \(correlation.second) are correlated twice",
                        because: "a pair has one correlation"))
            }
            pairs.append(pair)
        }
        tied = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
        guard !pairs.isEmpty else {
            copula = nil
            return
        }
        do {
            copula = try GaussianCopula(rankCorrelations: Self.matrix(pairs, of: tied))
        } catch {
            throw Self.refusal(of: pairs, correlations, tied)
        }
    }

    /// Two inputs, by index, with their correlation.
    private struct Pair {
        let first: Int
        let second: Int
        var coefficient: Double

        init(_ correlation: InputCorrelation, among inputs: [UncertainInput]) throws(Problem) {
            first = try Self.index(of: correlation.first, among: inputs)
            second = try Self.index(of: correlation.second, among: inputs)
            coefficient = correlation.coefficient.doubleValue
            guard first != second else {
                throw Problem(
                    .badCorrelation, "`\(correlation.first)` is correlated with itself",
                    because: "a correlation is between two numbers")
            }
            guard (-1...1).contains(coefficient) else {
                throw Problem(
                    .badCorrelation,
                    "the correlation of \(correlation.first) and \(correlation.second) is "
                        + "\(correlation.coefficient)",
                    because: "a rank correlation lies between -1 and 1")
            }
        }

        func isOf(_ other: Pair) -> Bool {
            Set([first, second]) == Set([other.first, other.second])
        }

        private static func index(
            of name: String, among inputs: [UncertainInput]
        ) throws(Problem) -> Int {
            if let index = inputs.firstIndex(where: { $0.isCalled(name) }) { return index }
            let known = inputs.map(\.id)
            throw Problem(
                .badCorrelation, "`\(name)` names nothing that is drawn",
                because: known.isEmpty
                    ? "nothing has a range" : "what has a range is \(known.list("and"))",
                hint: Suggestion.hint(for: name, among: known) ?? "give it a range")
        }
    }

    private static func matrix(_ pairs: [Pair], of tied: [Int]) -> [[Double]] {
        var rows = tied.indices.map { row in tied.indices.map { $0 == row ? 1.0 : 0 } }
        for pair in pairs {
            guard let first = tied.firstIndex(of: pair.first),
                let second = tied.firstIndex(of: pair.second)
            else { continue }
            rows[first][second] = pair.coefficient
            rows[second][first] = pair.coefficient
        }
        return rows
    }

    /// Mixes the uniform numbers of one trial, one per input.
    package func tie(_ numbers: inout [Double]) {
        guard let copula else { return }
        let normal = tied.map { NormalDistribution.standard.quantile(at: numbers[$0]) }
        for (row, input) in tied.enumerated() {
            var sum = 0.0
            for column in 0...row { sum += copula.factor[row][column] * normal[column] }
            // Strictly between 0 and 1, as distributions ask.
            numbers[input] = min(
                max(NormalDistribution.standard.cumulativeProbability(at: sum), 0x1p-60),
                1 - 0x1p-53)
        }
    }

    /// Mixes the uniform numbers of many trials: a row for each input, a number for each of `count` trials.
    func tie(_ rows: inout [[Double]], count: Int) {
        guard copula != nil else { return }
        for trial in 0..<count {
            var numbers = rows.map { $0[trial] }
            tie(&numbers)
            for input in tied { rows[input][trial] = numbers[input] }
        }
    }

    /// Says which pair cannot hold beside the others, and between which limits it could.
    private static func refusal(
        of pairs: [Pair], _ named: [InputCorrelation], _ tied: [Int]
    ) -> Refusal {
        for place in pairs.indices.reversed() {
            let possible = (-100...100).filter { hundredths in
                var others = pairs
                others[place].coefficient = Double(hundredths) / 100
                return (try? GaussianCopula(rankCorrelations: matrix(others, of: tied))) != nil
            }
            guard let least = possible.first, let most = possible.last else { continue }
            let limits = [least, most].map { ExactDecimal($0, places: 2).description }
            return Refusal(
                index: place,
                problem: Problem(
                    .impossibleCorrelations,
                    "\(named[place].first) and \(named[place].second) cannot correlate by "
                        + "\(named[place].coefficient)",
                    because: "the other correlations leave room from \(limits[0]) to \(limits[1])",
                    hint: "change this one or another of those that bind the two"))
        }
        let names = named.map { "\($0.first) and \($0.second)" }
        return Refusal(
            index: pairs.count - 1,
            problem: Problem(
                .impossibleCorrelations, "the correlations contradict each other",
                because: "no numbers move together as \(names.list("and")) are said to",
                hint: "state fewer of them, or weaker ones"))
    }
}
