import Outlay

/// A JSON value of a known-answer case, with the place it stands at.
struct Item {
    let node: JSONNode
    let place: String

    var isNull: Bool { node.kind == .null }

    func number() throws(CaseFault) -> Double {
        guard case .number(let text) = node.kind, let number = Double(text) else {
            throw .faulty("`\(place)` is not a number")
        }
        return number
    }

    /// The number as the case writes it, for what is counted exactly.
    func exactNumber() throws(CaseFault) -> ExactDecimal {
        guard case .number(let text) = node.kind, let number = Self.exact(text) else {
            throw .faulty("`\(place)` is not a decimal number of few digits")
        }
        return number
    }

    /// The decimal that `text` stands for, which may have an exponent.
    static func exact(_ text: String) -> ExactDecimal? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard let number = try? ExactDecimal(parsing: String(parts[0])), parts.count > 1 else {
            return try? ExactDecimal(parsing: text)
        }
        guard let exponent = Int(parts[1]), exponent.magnitude <= 30 else { return nil }
        let zeros = String(repeating: "0", count: Int(exponent.magnitude))
        let factor = exponent < 0 ? "0.\(zeros.dropLast())1" : "1\(zeros)"
        return try? number * ExactDecimal(parsing: factor)
    }

    /// The whole number, which may be written with a point, such as `2.0`.
    func integer() throws(CaseFault) -> Int {
        guard case .number(let text) = node.kind,
            let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) })
        else {
            throw .faulty("`\(place)` is not a whole number")
        }
        return number
    }

    /// The whole numbers, or lists of them, each as a list.
    func members() throws(CaseFault) -> [[Int]] {
        var members: [[Int]] = []
        for item in try list() {
            if case .array = item.node.kind {
                members.append(try item.integers())
            } else {
                members.append([try item.integer()])
            }
        }
        return members
    }

    func text() throws(CaseFault) -> String {
        guard case .string(let text) = node.kind else {
            throw .faulty("`\(place)` is not a text")
        }
        return text
    }

    func flag() throws(CaseFault) -> Bool {
        guard case .bool(let flag) = node.kind else {
            throw .faulty("`\(place)` is not true or false")
        }
        return flag
    }

    func list() throws(CaseFault) -> [Item] {
        guard case .array(let elements) = node.kind else {
            throw .faulty("`\(place)` is not a list")
        }
        return elements.enumerated().map { Item(node: $1, place: "\(place)[\($0)]") }
    }

    func numbers() throws(CaseFault) -> [Double] {
        var numbers: [Double] = []
        for item in try list() { numbers.append(try item.number()) }
        return numbers
    }

    func exactNumbers() throws(CaseFault) -> [ExactDecimal] {
        var numbers: [ExactDecimal] = []
        for item in try list() { numbers.append(try item.exactNumber()) }
        return numbers
    }

    func integers() throws(CaseFault) -> [Int] {
        var numbers: [Int] = []
        for item in try list() { numbers.append(try item.integer()) }
        return numbers
    }

    func texts() throws(CaseFault) -> [String] {
        var texts: [String] = []
        for item in try list() { texts.append(try item.text()) }
        return texts
    }

    func table() throws(CaseFault) -> [[Double]] {
        var rows: [[Double]] = []
        for item in try list() { rows.append(try item.numbers()) }
        return rows
    }

    /// The number that a text such as `1/3` or `2` stands for.
    func fraction() throws(CaseFault) -> Double {
        let parts = try text().split(separator: "/", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Double($0) }
        switch (parts.count, numbers.count) {
        case (1, 1): return numbers[0]
        case (2, 2) where numbers[1] != 0: return numbers[0] / numbers[1]
        default: throw .faulty("`\(place)` is not a fraction")
        }
    }

    func fractions() throws(CaseFault) -> [Double] {
        var numbers: [Double] = []
        for item in try list() { numbers.append(try item.fraction()) }
        return numbers
    }

    func fractionTable() throws(CaseFault) -> [[Double]] {
        var rows: [[Double]] = []
        for item in try list() { rows.append(try item.fractions()) }
        return rows
    }
}
