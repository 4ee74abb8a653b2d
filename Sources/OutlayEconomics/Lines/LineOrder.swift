import OutlayProblems
import OutlayValues

/// The lines of one option with what each of them is a share of.
public struct LineOrder: Sendable {
    /// The lines, in the document's order.
    public let lines: [CostLine]
    /// The positions in ``lines``, each behind those that it is a share of.
    private let order: [Int]

    /// Finds the order in which `lines` can be computed.
    ///
    /// - Throws: ``ProblemCode/lineCycle`` where a line is, in the end, a share of itself.
    /// - Complexity: O(*n* × *m*) for *n* lines, *m* of them derived.
    public init(_ lines: [CostLine]) throws(Problem) {
        self.lines = lines
        let bases = lines.map { line in Self.basis(of: line, among: lines) }
        var order: [Int] = []
        var state = [State](repeating: .open, count: lines.count)
        for start in lines.indices where state[start] == .open {
            var path = [(line: start, next: 0)]
            state[start] = .onPath
            while let step = path.last {
                guard step.next < bases[step.line].count else {
                    state[step.line] = .done
                    order.append(step.line)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let next = bases[step.line][step.next]
                switch state[next] {
                case .done: break
                case .open:
                    state[next] = .onPath
                    path.append((next, 0))
                case .onPath:
                    let round = path.map(\.line).drop { $0 != next }.map { lines[$0].id }
                    throw Self.cycle(round, at: lines[next])
                }
            }
        }
        self.order = order
    }

    private enum State {
        case open, onPath, done
    }

    private static func basis(of line: CostLine, among lines: [CostLine]) -> [Int] {
        guard let model = line.model as? any DerivedCostModel else { return [] }
        return lines.indices.filter { model.basis.contains(lines[$0], askedBy: line) }
    }

    private static func cycle(_ round: [String], at line: CostLine) -> Problem {
        let names = (round + round.prefix(1)).map { "`\($0)`" }
        return Problem(
            .lineCycle, "`\(line.id)` is a share of itself",
            at: line.place ?? .part("line \(line.id)"),
            because: round.count == 1
                ? "a line cannot be computed from its own money"
                : "each is a share of the next: " + names.joined(separator: ", "),
            hint: "take a line out of `of`, or name categories that do not hold it")
    }

    /// Schedules the lines over `window`; derived ones from what they are a share of.
    ///
    /// - Parameters:
    ///   - study: What all lines share.
    ///   - window: The stretch of time asked for.
    ///   - isWanted: Which lines come back; others are computed only where one of these needs them.
    /// - Returns: The wanted lines in the document's order.
    /// - Throws: ``ProblemCode/unknownReference`` for a line that is not there; a ``Problem`` when a line cannot
    ///   be computed.
    public func scheduled(
        in study: Study, window: Window, where isWanted: (CostLine) -> Bool = { _ in true }
    ) throws(Problem) -> [ScheduledLine] {
        var isNeeded = lines.map(isWanted)
        for position in order.reversed() where isNeeded[position] {
            for basis in Self.basis(of: lines[position], among: lines) { isNeeded[basis] = true }
        }
        var scheduled: [Int: ScheduledLine] = [:]
        for position in order where isNeeded[position] {
            let line = lines[position]
            try requireKnown(line)
            let basis = Self.basis(of: line, among: lines).compactMap { scheduled[$0] }
            scheduled[position] = try ScheduledLine(
                line, sharing: basis, in: study, window: window)
        }
        return lines.indices.filter { isWanted(lines[$0]) }.compactMap { scheduled[$0] }
    }

    /// Returns the place of a line in the document's order.
    func position(of line: ScheduledLine) -> Int {
        lines.firstIndex { $0.id == line.line.id } ?? lines.count
    }

    private func requireKnown(_ line: CostLine) throws(Problem) {
        guard let model = line.model as? any DerivedCostModel else { return }
        let known = lines.map(\.id)
        for id in model.basis.lines where !known.contains(id) {
            throw Problem(
                .unknownReference, "there is no line `\(id)`",
                at: line.place ?? .part("line \(line.id)"),
                because: "`\(line.id)` is a share of it",
                hint: Suggestion.hint(for: id, among: known))
        }
    }

    /// Throws where something lives beyond the horizon and nobody says what it is worth then.
    ///
    /// - Throws: ``ProblemCode/outlivesHorizon``; a ``Problem`` when a life cannot be computed.
    public static func requireResiduals(of lines: [CostLine], in study: Study) throws(Problem) {
        for line in lines {
            guard let model = line.model as? AssetLifeModel,
                let end = try model.unvaluedEnd(in: study, of: line)
            else { continue }
            let isValued = lines.contains { other in
                (other.model as? ResidualShareModel)?.basis.contains(line, askedBy: other) ?? false
            }
            guard !isValued else { continue }
            throw Problem(
                .outlivesHorizon, "`\(line.id)` outlives the horizon",
                at: line.place ?? .part("line \(line.id)"),
                because: "it lives until \(end), the horizon ends on \(study.horizon.end)",
                hint:
                    "add `residual:` with what it is worth then, an explicit 0 included, or a line "
                    + "with `residual_of: [\(line.id)]`")
        }
    }
}
