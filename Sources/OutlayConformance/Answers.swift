import Outlay

/// The answers that a case states, and how they differ from what the library found.
final class Answers {
    /// Everything stated beside the answers, and the answers themselves.
    let fields: Fields
    /// How far a number may lie off; nil where nothing is said of it.
    let tolerance: Tolerance?
    /// Whether null stands for an answer that was not printed.
    private let passesOverNull: Bool
    /// Where the library differs, one line each.
    private(set) var differences: [String] = []
    /// How many answers were compared.
    private(set) var count = 0

    init(_ fields: Fields, tolerance: Tolerance?, passesOverNull: Bool = false) {
        self.fields = fields
        self.tolerance = tolerance
        self.passesOverNull = passesOverNull
    }

    /// Compares what is stated as `key`, where it is, with what was found.
    func compare(
        _ key: String, _ found: Figure, within own: Tolerance? = nil
    ) throws(CaseFault) {
        guard let item = fields[key] else { return }
        if passesOverNull, item.isNull { return }
        try compare(item, found, within: own)
    }

    /// Compares one stated answer with what was found.
    func compare(
        _ item: Item, _ found: Figure, within own: Tolerance? = nil
    ) throws(CaseFault) {
        count += 1
        try compare(item, found, own)
    }

    private func compare(
        _ item: Item, _ found: Figure, _ own: Tolerance?
    ) throws(CaseFault) {
        switch (item.node.kind, found) {
        case (.null, .none): break
        case (.bool(let stated), .flag(let flag)) where stated == flag: break
        case (.string(let stated), .text(let text)) where stated == text: break
        case (.number(let stated), .count(let count)) where Double(stated) == Double(count): break
        case (.array(let stated), .list(let figures)) where stated.count == figures.count:
            for (part, figure) in zip(try item.list(), figures) { try compare(part, figure, own) }
        case (.array, .set(let found)):
            let stated = Figure.ordered(try item.members())
            guard stated != Figure.ordered(found) else { break }
            differences.append("\(item.place): expected \(stated), found \(Figure.set(found))")
        case (.number, .number(let found)):
            try compare(item, stated: try item.number(), found: found, own)
        case (.string, .number(let found)):
            // Exact answers are written as fractions.
            try compare(item, stated: try item.fraction(), found: found, own)
        default:
            differences.append(
                "\(item.place): expected \(Self.text(item.node)), found \(found)")
        }
    }

    private func compare(
        _ item: Item, stated: Double, found: Double, _ own: Tolerance?
    ) throws(CaseFault) {
        guard let tolerance = own ?? tolerance else {
            throw .faulty("`\(item.place)` has no tolerance")
        }
        let allowance = tolerance.allowance(at: stated)
        // What is not a number lies nowhere near.
        guard !((stated - found).magnitude <= allowance) else { return }
        differences.append("\(item.place): expected \(stated), found \(found), within \(allowance)")
    }

    static func text(_ node: JSONNode) -> String {
        switch node.kind {
        case .object: "an object"
        case .array(let elements): "a list of \(elements.count)"
        case .string(let text): "`\(text)`"
        case .number(let text): text
        case .bool(let flag): "\(flag)"
        case .null: "null"
        }
    }
}
