import Outlay

/// Rates of return of periodic and of dated flows.
enum RateOfReturnFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] = [
        "irr": { try .number(periodic($0).requireOne()) },
        "irr.allRoots": { try allRoots(periodic($0)) },
        "xirr": { try .number(dated($0).requireOne()) },
        "xirr.allRoots": { try allRoots(dated($0)) },
    ]

    private static func periodic(_ known: FunctionCase) throws -> RateOfReturn {
        try RateOfReturn.of(known.inputs.required("cashflows").floats())
    }

    private static func dated(_ known: FunctionCase) throws -> RateOfReturn {
        try RateOfReturn.of(known.datedFlows())
    }

    private static func allRoots(_ rates: RateOfReturn) throws -> Figure {
        let roots = rates.roots
        guard let first = roots.first else { return try .number(rates.requireOne()) }
        let status =
            roots.count > 1 ? "multipleRoots" : first.isDouble ? "doubleRoot" : "singleRoot"
        return .object(["status": .text(status), "roots": .numbers(roots.map(\.rate))])
    }
}

extension FunctionCase {
    /// The flows with their dates, day count and base.
    func datedFlows() throws -> DatedFlows {
        let texts = try inputs.required("dates").texts()
        let dates = try texts.map { try CalendarDate(parsing: $0) }
        return try DatedFlows(
            inputs.required("cashflows").floats(), on: dates, by: dayCount(),
            base: inputs.given("baseDate").map { try CalendarDate(parsing: $0.text()) })
    }

    private func dayCount() throws -> DayCount {
        guard let name = try inputs.given("dayCount")?.text() else { return .actual365Fixed }
        guard let dayCount = DayCount(rawValue: name) else {
            throw CaseFault.unsupported("the day count `\(name)` is not known")
        }
        return dayCount
    }
}

extension Item {
    /// The numbers; what is no finite number is written as a text.
    func floats() throws(CaseFault) -> [Double] {
        var numbers: [Double] = []
        for item in try list() { numbers.append(try item.float()) }
        return numbers
    }

    /// The number; what is no finite number is written as a text.
    func float() throws(CaseFault) -> Double {
        switch node.kind {
        case .number: return try number()
        case .string(let text):
            if let number = Double(text) { return number }
            throw .faulty("`\(place)` is not a number")
        default: throw .faulty("`\(place)` is not a number")
        }
    }
}
