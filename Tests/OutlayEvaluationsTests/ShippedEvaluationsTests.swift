import Foundation
import Outlay
import OutlayDocuments
import OutlayReports
import Testing

/// The shipped evaluations give the figures of an independent calculator.
///
/// `Expected/NAME.json` was written by a program of its own from the same documents and the rules of
/// docs/documents.md, not by this library.
@Suite struct ShippedEvaluationsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let names = [
        "barrow-chromebooks", "cloud-compute-3y", "code-hosting", "gpu-inference", "helpdesk",
        "hhs-cms",
        "hhs-ticket-tracking", "hhs-wiki-platform", "microservices-move", "server-room",
        "storage-drives",
        "youssef-cloud",
    ]

    /// The figures of an option, as the calculator wrote them.
    struct Figures: Decodable {
        struct Pair<Figure: Decodable>: Decodable {
            let all: Figure?
            let cash: Figure?
        }

        let value: Double?
        let knockOuts: [String: String]
        let tco: Pair<String>
        let nominal: String
        let benefitPresentValue: Pair<String>
        let npv: Pair<String>?
        let payback: Pair<Double>?
        let contractValue: String?
        let committed: String?
        let leaving: String
        let charges: [String: String]
        let byCategoryPresentValue: [String: String]
        let costsByYear: [String]
    }

    struct Expected: Decodable {
        let asOf: String
        let options: [String: Figures]
    }

    private static func expected(_ name: String) throws -> Expected {
        let file = root.appending(path: "Tests/OutlayEvaluationsTests/Expected/\(name).json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Expected.self, from: Data(contentsOf: file))
    }

    private static let files = DocumentFiles(
        read: { path throws(Problem) in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Problem(
                    .unreadableFile, "no file", at: .file(path), because: "a test asks for it")
            }
            return Array(data)
        },
        list: { folder throws(Problem) in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        })

    private static func run(_ name: String, asOf: String) throws -> EvaluationResult {
        let path =
            name == "helpdesk"
            ? "Examples/helpdesk/helpdesk.yaml" : "catalogs/evaluations/\(name).yaml"
        let bytes = try files.read(root.appending(path: path).path)
        let catalogues = CatalogueLibrary(
            folder: root.appending(path: "catalogs").path, files: files)
        let evaluation = try EvaluationReader.read(
            DocumentSource.read(path: path, bytes: bytes),
            in: EvaluationReader.Surroundings(catalogues: catalogues))
        return try evaluation.run(asOf: CalendarDate(parsing: asOf))
    }

    @Test func `every shipped evaluation is compared`() throws {
        let shipped = try FileManager.default
            .contentsOfDirectory(atPath: Self.root.appending(path: "catalogs/evaluations").path)
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
        #expect(Set(Self.names) == Set(shipped + ["helpdesk"]))
    }

    @Test(arguments: names) func `every figure is the calculator's`(name: String) throws {
        let expected = try Self.expected(name)
        let result = try Self.run(name, asOf: expected.asOf)
        #expect(Set(result.options.map(\.option.id)) == Set(expected.options.keys))
        for option in result.options {
            let figures = try #require(expected.options[option.option.id])
            try Self.compareEconomics(option, with: figures, in: result)
            Self.compareDecision(option, with: figures, in: result)
        }
    }

    private static func compareDecision(
        _ option: OptionResult, with figures: Figures, in result: EvaluationResult
    ) {
        let id = option.option.id
        let value = option.decision.value.map { FigureText.data($0, places: 6) }
        #expect(value == figures.value.map { FigureText.data($0, places: 6) }, "\(id) value")
        let outcomes = zip(result.evaluation.decision.knockOuts, option.decision.knockOuts)
            .map { ($0.id, $1.name) }
        #expect(Dictionary(uniqueKeysWithValues: outcomes) == figures.knockOuts, "\(id)")
    }

    private static func compareEconomics(
        _ option: OptionResult, with figures: Figures, in result: EvaluationResult
    ) throws {
        let id = option.option.id
        let economics = option.economics
        let currency = result.evaluation.study.currency
        func money(_ amount: Double?) -> String? {
            amount.map { FigureText.data($0, places: currency.minorUnitPlaces) }
        }
        func money(_ amount: ExactDecimal) -> String {
            FigureText.data(amount, places: currency.minorUnitPlaces)
        }
        let tco = option.totalCostOfOwnership
        #expect(money(tco.all) == figures.tco.all, "\(id) TCO")
        #expect(money(tco.cash) == figures.tco.cash, "\(id) cash TCO")
        let benefits = Twice { economics.benefitPresentValue($0) }
        #expect(money(benefits.all) == figures.benefitPresentValue.all, "\(id) benefits")
        #expect(money(benefits.cash) == figures.benefitPresentValue.cash, "\(id) cash benefits")
        let byYear = try economics.costsByYear(.all)
        #expect(byYear.map(money) == figures.costsByYear, "\(id) years")
        #expect(
            money(Money(try byYear.sum(), currency).amount) == figures.nominal, "\(id) nominal")
        let rows = try economics.costRows(.all).map { ($0.category, money($0.presentValue) ?? "") }
        #expect(
            Dictionary(uniqueKeysWithValues: rows) == figures.byCategoryPresentValue, "\(id) rows")
        try compareContract(option.contract, of: id, with: figures)
        // The calculator writes the baseline's own gain as zero, and none where there is no baseline.
        guard let increment = option.increment else { return }
        #expect(money(increment.all.netPresentValue) == figures.npv?.all, "\(id) NPV")
        #expect(money(increment.cash.netPresentValue) == figures.npv?.cash, "\(id) cash NPV")
        func years(_ years: Double?) -> String? { years.map { FigureText.data($0, places: 6) } }
        #expect(years(increment.all.paybackYears) == years(figures.payback?.all), "\(id) payback")
        #expect(
            years(increment.cash.paybackYears) == years(figures.payback?.cash), "\(id) cash payback"
        )
    }

    private static func compareContract(
        _ contract: Contract?, of id: String, with figures: Figures
    ) throws {
        #expect(
            contract.map { FigureText.data($0.value.amount, places: 2) } == figures.contractValue,
            "\(id) contract value")
        if let committed = figures.committed {
            #expect(
                contract.map { FigureText.data($0.committed.amount, places: 2) } == committed,
                "\(id) committed")
        }
        let leaving = contract.map { FigureText.data($0.leavingCosts.amount, places: 2) }
        #expect(leaving ?? "0.00" == figures.leaving, "\(id) leaving")
        let charges = try contract?.chargesByYear().map {
            ($0.fiscalYear.name, FigureText.data($0.amount.amount, places: 2))
        }
        // A year without a payment has no charge; the calculator writes such years of free options too.
        #expect(
            Dictionary(uniqueKeysWithValues: charges ?? [])
                == figures.charges.filter { $0.value != "0.00" }, "\(id) charges")
    }
}
