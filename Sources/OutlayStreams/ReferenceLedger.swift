/// A second ledger to compare stores with, written in another way: it keeps documents, and adds them all up again
/// whenever it is asked what a line has left.
package struct ReferenceLedger {
    struct Line {
        /// What a bill names it by.
        var number: Int
        var node: String
        var month: Int
        /// In the document's own currency.
        var asked: Int
        var billed = 0
        var open: Int
        var raise = 0
        /// In the ledger's currency.
        var spent = 0
        /// Where what was open of it stands now.
        var carriedTo: Int?
    }

    struct Document {
        var state = "submitted"
        var requester: String
        var lines: [Line]
        /// The highest number that a line of it ever had; none is used again for another one.
        var lastNumber: Int
        /// Ten-thousandths of the ledger's currency for one unit; nil where they agree.
        var rate: Int?
        var agreed: [String] = []
        var roles: [String]
        var expires: Int
        var raised: (total: Int, agreed: [String], roles: [String], expires: Int, editor: String)?
        var editor: String
        var isEmergency = false

        /// Whether it is bought, and others have yet to agree.
        var isReleased: Bool {
            isEmergency && state == "approved" && agreed.count < roles.count
        }
    }

    static let parents = [
        "A": "DEPT", "B": "DEPT", "T": "DEPT", "C": "T", "Y": "T", "D": "S",
    ]
    static let modes = [
        "DEPT": "hard", "A": "hard", "B": "soft", "T": "track", "C": "hard", "Y": "hard",
        "S": "soft", "D": "hard",
    ]
    static let nodes = modes.keys.sorted()

    var allotted: [String: Int] = [:]
    /// What each month of the phased line has.
    var months = Array(repeating: 0, count: 12)
    var documents: [String: Document] = [:]
    var actuals: [(node: String, month: Int, amount: Int)] = []
    var invoices: Set<String> = []
    var keys: [String: (body: String, answer: String)] = [:]
    var overrides: [Override] = []
    /// Transfers that wait for a second person, the oldest first.
    var waiting: [(by: String, move: (from: String, to: String, amount: Int))] = []

    /// Creates a ledger without money.
    package init() {}

    struct Override {
        var request: String
        var authority: String
        var node: String
        var amount: Int
        var expires: Int
        var used = 0
    }

    /// The day of the present step.
    var today = 0

    /// `amount` of a document in the ledger's currency, half to even.
    static func convert(_ amount: Int, _ rate: Int?) -> Int {
        guard let rate else { return amount }
        let product = amount * rate
        let (quotient, rest) = (product / 10_000, product % 10_000)
        if rest * 2 > 10_000 || (rest * 2 == 10_000 && quotient % 2 != 0) { return quotient + 1 }
        if rest * 2 < -10_000 || (rest * 2 == -10_000 && quotient % 2 != 0) { return quotient - 1 }
        return quotient
    }

    func isBelow(_ node: String, _ top: String) -> Bool {
        var next: String? = node
        while let name = next {
            if name == top { return true }
            next = Self.parents[name]
        }
        return false
    }

    /// Reserved, committed and spent of the lines that `isMeant`, up to a month.
    func use(upTo month: Int = 12, where isMeant: (String) -> Bool) -> (Int, Int, Int) {
        var (reserved, committed, spent) = (0, 0, 0)
        for document in documents.values {
            for line in document.lines where isMeant(line.node) && line.month <= month {
                spent += line.spent
                switch document.state {
                case "submitted": reserved += Self.convert(line.open, document.rate)
                case "approved":
                    committed += Self.convert(line.open, document.rate)
                    reserved +=
                        Self.convert(line.open + line.raise, document.rate)
                        - Self.convert(line.open, document.rate)
                default: break
                }
            }
        }
        for actual in actuals where isMeant(actual.node) && actual.month <= month {
            spent += actual.amount
        }
        return (reserved, committed, spent)
    }

    /// What a row of the ledger should hold: controlled lines have all that is below them.
    func row(_ node: String, upTo month: Int = 12) -> (Int, Int, Int) {
        Self.modes[node] == "track"
            ? use(upTo: month) { $0 == node } : use(upTo: month) { isBelow($0, node) }
    }

    func allotted(_ node: String, upTo month: Int = 12) -> Int {
        guard node == "Y", month < 12 else { return allotted[node] ?? 0 }
        return months.prefix(month).reduce(0, +)
    }

    /// Changes what a line has: by even shares of each month, or in one month.
    mutating func give(_ amount: Int, to node: String, in month: Int? = nil) {
        let before = allotted[node] ?? 0
        allotted[node] = before + amount
        guard node == "Y" else { return }
        if let month {
            months[month - 1] += amount
        } else {
            func share(_ annual: Int, _ place: Int) -> Int {
                annual / 12 + (place < annual % 12 ? 1 : 0)
            }
            for place in months.indices {
                months[place] += share(before + amount, place) - share(before, place)
            }
        }
    }

    /// Takes what is left of a line, from the last month on.
    mutating func take(_ amount: Int, from node: String) {
        allotted[node, default: 0] -= amount
        guard node == "Y" else { return }
        var rest = amount
        for place in months.indices.reversed() {
            let part = max(0, min(rest, months[place]))
            months[place] -= part
            rest -= part
        }
        months[0] -= rest
    }

    func limit(_ node: String, upTo month: Int = 12) -> Int {
        let money = allotted(node, upTo: month)
        return node == "C" ? money + max(0, money) * 500 / 10_000 : money
    }

    func available(_ node: String) -> Int {
        let (reserved, committed, spent) = row(node)
        return allotted(node) - reserved - committed - spent
    }

    /// How far each hard line is beyond its limit, the phased one from the year's beginning.
    func excess() -> [String: Int] {
        var result: [String: Int] = [:]
        for node in Self.nodes where Self.modes[node] == "hard" {
            for month in node == "Y" ? Array(1...12) : [12] {
                let (reserved, committed, spent) = row(node, upTo: month)
                result["\(node) \(month)"] = max(
                    0, reserved + committed + spent - limit(node, upTo: month))
            }
        }
        return result
    }

    /// Returns how much further `changed` goes beyond limits, of the worst row of each line.
    func growth(to changed: ReferenceLedger) -> [(node: String, month: Int, amount: Int)] {
        let (before, after) = (excess(), changed.excess())
        var worst: [String: (Int, Int)] = [:]
        for (key, value) in after {
            let parts = key.split(separator: " ")
            let (node, month) = (String(parts[0]), Int(parts[1]) ?? 0)
            let more = value - (before[key] ?? 0)
            guard more > 0 else { continue }
            if more > (worst[node]?.1 ?? 0) { worst[node] = (month, more) }
        }
        return worst.map { ($0.key, $0.value.0, $0.value.1) }.sorted { $0.node < $1.node }
    }

    /// The names of the roles for a total.
    static func roles(_ total: Int) -> [String] {
        total < 30_000 ? ["manager"] : ["manager", "finance"]
    }

    static let role = ["mia": "manager", "fin": "finance", "cfo": "cfo"]
}
