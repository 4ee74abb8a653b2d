/// One step of a random stream, as plain values: a step can be left out and the rest still means
/// something.
package enum LedgerOperation: Sendable, CustomStringConvertible {
    /// What a request asks of a line.
    package struct Ask: Sendable {
        var node: String
        var amount: Int
    }

    case allot(String, Int, key: String?)
    case revise(String, Int)
    case lapse(String)
    case transfer(String, String, Int)
    case propose(String, String, Int, by: String)
    case confirm(Int, by: String)
    case takeBack(Int, by: String)
    case submit(String, [Ask], rate: Int?, by: String, key: String?)
    case approve(String, by: String)
    case reject(String, by: String)
    case withdraw(String)
    case amend(String, Int)
    case cancel(String)
    case invoice(String, Int, number: String, rate: Int?, isFinal: Bool)
    case credit(String, Int, reopens: Bool)
    case carry(String, to: String)
    case actuals(String, Int)
    case override(String, [Ask], rate: Int?, by: String, authority: String)
    case invoiceParts(String, [Part], number: String, rate: Int?)
    case giveBack(String, by: String)
    case emergency(String, [Ask], by: String)
    case expire

    /// A part of an invoice that falls on one line.
    package struct Part: Sendable {
        var line: Int
        var amount: Int
    }

    /// The step in words.
    package var description: String {
        switch self {
        case .allot(let node, let amount, let key): "allot(\(node), \(amount), \(key ?? "-"))"
        case .revise(let node, let amount): "revise(\(node), \(amount))"
        case .lapse(let node): "lapse(\(node))"
        case .transfer(let from, let to, let amount): "transfer(\(from), \(to), \(amount))"
        case .propose(let from, let to, let amount, let by):
            "propose(\(from), \(to), \(amount), \(by))"
        case .confirm(let place, let by): "confirm(\(place), \(by))"
        case .takeBack(let place, let by): "takeBack(\(place), \(by))"
        case .submit(let id, let asks, let rate, let by, _):
            "submit(\(id), \(asks.map { "\($0.node) \($0.amount)" }), \(rate ?? 0), \(by))"
        case .approve(let id, let by): "approve(\(id), \(by))"
        case .reject(let id, let by): "reject(\(id), \(by))"
        case .withdraw(let id): "withdraw(\(id))"
        case .amend(let id, let amount): "amend(\(id), \(amount))"
        case .cancel(let id): "cancel(\(id))"
        case .invoice(let id, let amount, let number, let rate, let isFinal):
            "invoice(\(id), \(amount), \(number), \(rate ?? 0), \(isFinal))"
        case .credit(let id, let amount, let reopens): "credit(\(id), \(amount), \(reopens))"
        case .carry(let id, let node): "carry(\(id), \(node))"
        case .actuals(let node, let amount): "actuals(\(node), \(amount))"
        case .override(let id, let asks, _, _, let authority):
            "override(\(id), \(asks.map { "\($0.node) \($0.amount)" }), \(authority))"
        case .invoiceParts(let id, let parts, let number, let rate):
            "invoiceParts(\(id), \(parts.map { "\($0.line) \($0.amount)" }), \(number), \(rate ?? 0))"
        case .giveBack(let id, let by): "giveBack(\(id), \(by))"
        case .emergency(let id, let asks, let by):
            "emergency(\(id), \(asks.map { "\($0.node) \($0.amount)" }), \(by))"
        case .expire: "expire"
        }
    }

    /// The leaves that are charged: hard, soft, tolerant, tracked and phased lines.
    static let leaves = ["A", "B", "C", "D", "T", "Y"]
    /// All lines that get money.
    static let lines = leaves + ["DEPT", "S"]

    /// Returns `count` steps; requests come and go, so that most steps are about ones that are alive.
    package static func stream(_ count: Int, seed: UInt64) -> [LedgerOperation] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { drawn($0 / 60, &random) }
    }

    /// Returns a step about one of five requests from number `first` on.
    private static func drawn(_ first: Int, _ random: inout SplitMix64) -> LedgerOperation {
        func pick(_ items: [String]) -> String {
            items[Int.random(in: 0..<items.count, using: &random)]
        }
        func amount(_ most: Int) -> Int { Int.random(in: 1...most, using: &random) }
        func chance(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }
        let id = "R\(first + Int.random(in: 0..<5, using: &random))"
        func asks() -> [Ask] {
            (0..<amount(3)).map { _ in Ask(node: pick(leaves), amount: amount(40_000)) }
        }
        let person = pick(["mia", "mia", "mia", "fin", "fin", "cfo", "ana"])
        let rate: Int? = chance(30) ? amount(25_000) : nil
        if chance(12) { return emergency("E\(first + amount(3))", person, asks(), &random) }
        if chance(6) { return proposal(pick(lines), pick(lines), amount(50_000), person, &random) }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<12:
            return .allot(pick(lines), amount(200_000), key: chance(30) ? "k\(amount(20))" : nil)
        case 12..<13: return .revise(pick(lines), Int.random(in: 0...300_000, using: &random))
        case 13..<14: return .lapse(pick(lines))
        case 14..<19: return .transfer(pick(lines), pick(lines), amount(50_000))
        case 19..<40:
            return .submit(
                id, asks(), rate: rate, by: pick(["ana", "ana", "ana", "mia"]),
                key: chance(15) ? "s\(amount(12))" : nil)
        case 40..<62: return .approve(id, by: person)
        case 62..<64: return .reject(id, by: person)
        case 64..<65: return .giveBack(id, by: person)
        case 65..<67: return .withdraw(id)
        case 67..<73: return .amend(id, amount(chance(30) ? 3_000 : 90_000))
        case 73..<75: return .cancel(id)
        case 75..<82:
            return .invoice(
                id, amount(30_000), number: "n\(amount(6))", rate: chance(50) ? rate : nil,
                isFinal: chance(10))
        case 82..<86:
            let parts = (0..<amount(2)).map { _ in
                Part(line: amount(3), amount: amount(chance(50) ? 60_000 : 9_000))
            }
            return .invoiceParts(id, parts, number: "n\(amount(6))", rate: chance(30) ? rate : nil)
        case 86..<91:
            return .credit(id, amount(chance(50) ? 2_000 : 15_000), reopens: chance(50))
        case 91..<94: return .carry(id, to: pick(leaves))
        case 94..<95: return .actuals(pick(leaves), amount(20_000) - 4_000)
        case 95..<98:
            return .override(
                id, (asks() + asks()).filter { $0.node != "Y" } + [Ask(node: "A", amount: 1)],
                rate: nil, by: "ana", authority: pick(["cfo", "mia", "ana"]))
        default: return .expire
        }
    }

    /// Returns a step in the life of a transfer that two persons make.
    private static func proposal(
        _ from: String, _ to: String, _ amount: Int, _ person: String, _ random: inout SplitMix64
    ) -> LedgerOperation {
        let place = Int.random(in: 0..<3, using: &random)
        return switch Int.random(in: 0..<10, using: &random) {
        case 0..<5: .propose(from, to, amount, by: person)
        case 5..<9: .confirm(place, by: person)
        default: .takeBack(place, by: person)
        }
    }

    /// Returns a step in the life of an emergency.
    private static func emergency(
        _ id: String, _ person: String, _ asks: [Ask], _ random: inout SplitMix64
    ) -> LedgerOperation {
        let amount = Int.random(in: 1...20_000, using: &random)
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<30: return .emergency(id, asks, by: "ana")
        case 30..<75: return .approve(id, by: person)
        case 75..<80: return .reject(id, by: person)
        case 80..<83: return .giveBack(id, by: person)
        case 83..<85: return .withdraw(id)
        case 85..<95: return .invoice(id, amount, number: "n", rate: nil, isFinal: amount < 2_000)
        case 95..<98: return .credit(id, amount / 8 + 1, reopens: false)
        default: return .cancel(id)
        }
    }

    /// The longest list of steps that still makes `fails` true, after all that can be left out one by
    /// one or in runs was.
    static func minimised(
        _ steps: [LedgerOperation], _ fails: ([LedgerOperation]) -> Bool
    ) -> [LedgerOperation] {
        var steps = steps
        var size = max(1, steps.count / 2)
        while true {
            var start = 0
            var shrank = false
            while start < steps.count {
                var shorter = steps
                shorter.removeSubrange(start..<min(start + size, steps.count))
                if fails(shorter) {
                    (steps, shrank) = (shorter, true)
                } else {
                    start += size
                }
            }
            if size == 1 && !shrank { return steps }
            size = max(1, size / 2)
        }
    }
}
