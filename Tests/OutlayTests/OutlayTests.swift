import Foundation
import Outlay
import Testing

/// The library as its users see it: this target has no access to `package` declarations.
@Suite struct OutlayTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func bytes(_ path: String) throws(Problem) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: root.appending(path: path)))
        } catch {
            throw Problem(
                .unreadableFile, "`\(path)` cannot be read", because: error.localizedDescription)
        }
    }

    /// The shipped catalogues, read through Foundation.
    private static var catalogues: CatalogueLibrary {
        CatalogueLibrary(
            folder: "catalogs",
            files: DocumentFiles(
                read: { path throws(Problem) in try bytes(path) },
                list: { folder throws(Problem) in
                    let path = root.appending(path: folder).path
                    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
                        .sorted()
                }))
    }

    @Test func `README shows the example that is compiled here`() throws {
        let example = String(
            decoding: try Self.bytes("Tests/OutlayTests/Example.swift"), as: UTF8.self)
        let readme = String(decoding: try Self.bytes("README.md"), as: UTF8.self)
        #expect(readme.contains("```swift\n\(example)```\n"))
    }

    @Test func `a cost is computed without a document`() throws {
        #expect(try lifeCycleCost() == 45_000)
    }

    @Test func `a document becomes a page`() throws {
        let document = try Self.bytes("Examples/helpdesk/helpdesk.yaml")
        let page = try page(of: document, catalogues: nil)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("Made by our portal."))
    }

    @Test func `a ledger file takes requests, refuses what the line has not, and is verified`()
        throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "outlay-library-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "acme.db").path
        let words = try keepLedger(at: path)
        #expect(words.count == 3)
        #expect(words.first == "accepted")
        #expect(words.dropFirst().first?.contains("short by 2000.00") == true, "\(words)")
        #expect(words.last == "3000.00")
        let store = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        let anchor = try store.checkpoint()
        #expect(anchor.sequence == 6)
        #expect(try store.verify(anchor: anchor).chain == .intact)
    }

    @Test func `everything wrong with a document is told`() throws {
        let text = try page(
            of: Array("apiVersion: outlay/v2\nkind: Report\n".utf8), catalogues: nil)
        let lines = text.split(separator: "\n")
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { $0.hasPrefix("OL") })
    }

    @Test func `an option takes its price from a catalogue`() throws {
        let library = Self.catalogues
        let evaluation = try Evaluation(
            reading: try Self.bytes("catalogs/evaluations/cloud-compute-3y.yaml"),
            path: "cloud-compute-3y.yaml", catalogues: library)
        let result = try evaluation.run(asOf: try CalendarDate(parsing: "2026-11-23"))
        #expect(library.warnings.isEmpty)
        #expect(library.filesRead.map(\.path).contains("catalogs/cloud-compute.csv"))
        #expect(result.options.contains { !$0.option.catalogueFacts.isEmpty })
        let markdown = MarkdownFormat().render(result.comparisonReport())
        #expect(markdown.hasPrefix("# \(evaluation.title)"))
        #expect(try result.comparisonJSON().text().hasPrefix("{\"evaluation\":"))
    }

    @Test func `given exchange rates are used where a document states none`() throws {
        let document = """
            apiVersion: outlay/v1
            kind: Evaluation
            metadata: {id: licence, title: A licence}
            currency: EUR
            horizon: {start: 2027-01-01, years: 1}
            tax: {prices: net, rate: 0.19, recoverable: 1}
            discount_rate: {value: 0.08}
            options:
              licence:
                title: The licence
                costs:
                  - {id: fee, category: licence, at: start, amount: 300, currency: USD}
            """
        let day = try CalendarDate(parsing: "2026-12-31")
        let rates = try ExchangeRates(
            base: .eur, source: "our bank",
            days: [.init(day, [.usd: try ExactDecimal(parsing: "1.5")])])
        let evaluation = try Evaluation(
            reading: Array(document.utf8), path: "licence.yaml", exchangeRates: rates)
        let result = try evaluation.run(asOf: day)
        #expect(evaluation.exchangeRates.map(\.source) == ["our bank"])
        #expect(result.option("licence")?.totalCostOfOwnership.all == 200)
    }
}
