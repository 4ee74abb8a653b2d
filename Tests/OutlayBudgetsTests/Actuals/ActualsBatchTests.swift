import Foundation
import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

/// What is told of files of actuals that cannot be imported; the exact texts.
struct ActualsBatchTests {
    private func told(_ body: () throws(Problem) -> Void) -> String {
        do throws(Problem) {
            try body()
        } catch {
            var place = ""
            if case .text(let span) = error.location {
                place = "\n  \(span.path):\(span.start.line):\(span.start.column)"
            } else if case .file(let path) = error.location {
                place = "\n  \(path)"
            } else if case .part(let part) = error.location {
                place = "\n  \(part)"
            }
            return "\(error.code.rawValue) \(error.summary)\(place)\n  \(error.reason)\n"
                + "  \(error.hint ?? "-")\n"
        }
        return "nothing was refused\n"
    }

    @Test func `every problem of a file of actuals is told as recorded`() throws {
        let head = ActualsReaderTests.head
        let row = "2026-01-05,CLOUD,1.25,USD,I-1,V1\n"
        func read(_ text: String, _ layout: ActualsLayout = .ledger) throws(Problem) {
            _ = try ActualsReaderTests.read(text, layout)
        }
        let misspelt = ActualsMap([], otherwise: "CLOUT")
        let batch = try ActualsReaderTests.read(head + row)
        let texts = [
            told { () throws(Problem) in try read(head + row, .focus(cost: "BilledCost")) },
            told { () throws(Problem) in try read("datum,line,amount,currency,invoice,vendor\n") },
            told { () throws(Problem) in try read(head + "2026-01-05,CLOUD,1,EUR,,\n") },
            told { () throws(Problem) in try read(head + row + row) },
            told { () throws(Problem) in try read(head + row + row + row) },
            told { () throws(Problem) in try batch.check(controlTotal: "1.26") },
            told { () throws(Problem) in try batch.check(controlTotal: "1.3") },
            told { () throws(Problem) in try batch.check(controlTotal: "one") },
            told { () throws(Problem) in try read(head + "2026-01-05,CLOUT,1,USD,,\n") },
            told { () throws(Problem) in
                _ = try ActualsReaderTests.read(head, .ledger, misspelt)
            },
            told { () throws(Problem) in try read(head + "2026-01-05,CLOUD,,USD,,\n") },
            told { () throws(Problem) in try read(head + "2026-01-05,CLOUD,\"1,234.56\",USD,,\n") },
            told { () throws(Problem) in try read(head + "2026-01-05x,CLOUD,1,USD,,\n") },
        ]
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Data/Problems.txt")
        let text = texts.joined()
        if ProcessInfo.processInfo.environment["OUTLAY_GOLDEN"] == "record" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded; read the difference")
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }
}
