import Foundation
import Testing

@Suite struct CashflowCommandTests {
    private static let day = ["--as-of", "2026-11-23"]
    private static let room = "catalogs/evaluations/server-room.yaml"

    /// The evaluations that ship.
    private static let evaluations: [String] = {
        let folder = "catalogs/evaluations"
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: ToolRun.root + "/" + folder))
            ?? []
        return ["Examples/helpdesk/helpdesk.yaml"]
            + names.sorted().filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
    }()

    private struct Answer: Decodable {
        struct Result: Decodable { let options: [Option] }
        struct Option: Decodable {
            let id: String
            let rows: [Row]
            let total: Amounts
            let reconciliation: [String: Way?]
        }
        struct Row: Decodable {
            let kind: String
            let amounts: Amounts
        }
        struct Way: Decodable {
            let cash: Amounts
            let items: [Item]
            let view: Amounts
            let difference: Amounts
        }
        struct Item: Decodable {
            let reason: String
            let amounts: Amounts
        }
        struct Amounts: Decodable {
            let years: [Money]
            let later: Money
            let total: Money

            /// The years, what is later and the total, in minor units.
            var cents: [Int] { (years + [later, total]).map(\.cents) }
        }
        struct Money: Decodable {
            let amount: String
            var cents: Int { Int(amount.replacing(".", with: "")) ?? .min }
        }
        let result: Result
    }

    private func answer(_ arguments: [String]) throws -> Answer {
        let run = ToolRun(["cashflow"] + arguments + ["--format", "json"] + Self.day)
        #expect(run.end == .exit(0), "\(run.messages)")
        return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    }

    private func sum(_ amounts: [Answer.Amounts]) -> [Int] {
        guard let first = amounts.first?.cents else { return [] }
        return amounts.dropFirst().reduce(first) { sum, next in
            zip(sum, next.cents).map { $0 + $1 }
        }
    }

    @Test(arguments: evaluations)
    func `rows re-add to totals and views to each other, to the cent`(path: String) throws {
        var views = ["cash", "budget"]
        let options = try answer([path]).result.options
        if options.allSatisfy({ $0.reconciliation["expense"].flatMap(\.self) != nil }) {
            views.append("expense")
        }
        for view in views {
            for option in try answer([path, "--view", view]).result.options {
                let total = option.total.cents
                #expect(total.dropLast().reduce(0, +) == total.last, "\(option.id) \(view)")
                if !option.rows.isEmpty {
                    #expect(sum(option.rows.map(\.amounts)) == total, "\(option.id) \(view)")
                }
                for way in option.reconciliation.values.compactMap(\.self) {
                    #expect(way.difference.cents.allSatisfy { $0 == 0 }, "\(option.id)")
                    let reached = sum([way.cash] + way.items.map(\.amounts))
                    #expect(reached == way.view.cents, "\(option.id)")
                }
                if view != "cash" {
                    #expect(option.reconciliation[view].flatMap(\.self)?.view.cents == total)
                }
            }
        }
    }

    @Test func `depreciation stands in the expense view alone`() throws {
        for view in ["cash", "budget", "expense"] {
            let rows = try answer([Self.room, "--option", "buy", "--view", view])
                .result.options.flatMap(\.rows)
            #expect(rows.contains { $0.kind == "depreciation" } == (view == "expense"))
        }
        let total = ToolRun(["tco", Self.room, "--option", "buy"] + Self.day)
        #expect(total.end == .exit(0) && !total.output.contains("depreciation"))
    }

    @Test(arguments: [
        (["--option", "rent"], Int32(2), "there is no option `rent`"),
        (["--view", "profit"], 2, "profit"), (["--by", "year"], 2, "year"),
    ])
    func `what cannot be shown is refused`(
        arguments: [String], code: Int32, words: String
    ) {
        let run = ToolRun(["cashflow", Self.room] + arguments + Self.day)
        #expect(run.end == .exit(code))
        #expect(run.output.isEmpty && run.messages.contains(words), "\(run.messages)")
    }
}
