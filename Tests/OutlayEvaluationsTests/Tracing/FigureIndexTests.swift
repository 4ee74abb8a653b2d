import Outlay
import OutlayDecisions
import Testing

/// How figures are found by name, and that each follows from its parts as it says.
@Suite struct FigureIndexTests {
    private static let tolerance = 1e-11

    /// Returns what is wrong with the explanation of a figure: its formula gives another value, or a part is
    /// another value than its own figure.
    private static func faults(_ figure: Figure, _ index: FigureIndex) throws -> [String] {
        let explanation = try figure.explanation()
        var faults: [String] = []
        if let formula = explanation.formula {
            let result = try formula.result(of: explanation.parts.map(\.value))
            if let value = explanation.value.number, let result, agrees(value, result) {
            } else {
                faults.append(
                    "\(figure.name) is \(explanation.value), its parts give "
                        + "\(result.map { "\($0)" } ?? "nothing")")
            }
        }
        for part in explanation.parts {
            guard let name = part.name else { continue }
            guard let own = try index.explanation(of: name) else {
                faults.append("\(figure.name) has the part \(name), which is no figure")
                continue
            }
            guard own.value != part.value else { continue }
            if let left = own.value.number, let right = part.value.number,
                own.value.unit == part.value.unit, agrees(left, right)
            {
                continue
            }
            faults.append("\(name) is \(own.value), in \(figure.name) \(part.value)")
        }
        return faults
    }

    private static func agrees(_ left: FigureNumber, _ right: FigureNumber) -> Bool {
        let (left, right) = (left.doubleValue, right.doubleValue)
        return abs(left - right) <= tolerance * max(abs(left), abs(right), 1)
    }

    @Test(arguments: ShippedEvaluations.paths)
    func `every figure follows from its parts as it says`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.run(path))
        #expect(!index.figures.isEmpty)
        for figure in index.figures {
            let faults = try Self.faults(figure, index)
            #expect(faults == [], "\(path)")
        }
    }

    @Test(arguments: ShippedEvaluations.paths)
    func `every figure is found by its name`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.run(path))
        for figure in index.figures {
            let name = figure.name.description
            #expect(try index.figure(named: name).name == figure.name, "\(path) \(name)")
            #expect(try figure.explanation().name == figure.name)
        }
    }

    /// Every leaf is stated somewhere, or says by what rule it holds.
    @Test(arguments: ShippedEvaluations.paths)
    func `whatever has no formula says where it is from`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.run(path))
        for figure in index.figures {
            let explanation = try figure.explanation()
            let isBacked =
                explanation.formula != nil || explanation.rule != nil
                || !explanation.origins.isEmpty
            #expect(isBacked, "\(path) \(figure.name)")
        }
    }

    @Test(arguments: ShippedEvaluations.paths)
    func `no figure follows from itself`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.run(path))
        var finished: Set<FigureName> = []
        func visit(_ name: FigureName, under: [FigureName]) throws {
            #expect(!under.contains(name), "\(path) \(name)")
            guard !under.contains(name), finished.insert(name).inserted,
                let explanation = try index.explanation(of: name)
            else { return }
            for part in explanation.parts {
                if let next = part.name { try visit(next, under: under + [name]) }
            }
        }
        for figure in index.figures { try visit(figure.name, under: []) }
    }
}
