import Outlay
import Testing

@testable import OutlayDocuments

struct CatalogueSearchTests {
    private func search(_ conditions: String, order: String? = nil) throws -> CatalogueSearch {
        let catalogue = try SampleCatalogue.library().catalogue("sample")
        return try CatalogueSearch(
            catalogue, RowFilter(parsing: conditions, argument: "search"),
            order: order.map { text throws(Problem) in
                try CatalogueSearch.Order(parsing: text, argument: "--sort")
            })
    }

    @Test(arguments: [
        ("", [0, 1, 2]), ("cores>=4", [0, 1]), ("cores=4.0", [0]), ("cores!=4", [1]),
        ("kind~BIG", [1, 2]), ("kind=big", [1]), ("kind=\"big box\"", [2]),
        ("day<2026-01-01", [1]), ("since>=Nov-2021", [1, 2]), ("since=2020-01-01", [0]),
        ("ok=true", [0, 2]), ("ok!=yes", [1]), ("price>10 price<40", [0]),
    ])
    func `conditions are tested by the types of the columns`(
        conditions: String, rows: [Int]
    ) throws {
        #expect(try search(conditions).rows == rows)
    }

    @Test func `rows without a value are counted apart`() throws {
        let counts = try search("cores>4").counts
        #expect(counts.read == 3 && counts.kept == 1 && counts.dropped == 1)
        #expect(counts.empty == [2: 1] && counts.unreadable.isEmpty)
    }

    @Test(arguments: [
        ("price", [0, 1, 2]), ("price:desc", [1, 0, 2]), ("kind", [1, 2, 0]),
        ("since:desc", [2, 1, 0]), ("ok", [1, 0, 2]),
    ])
    func `rows are ordered, those without a value last`(order: String, rows: [Int]) throws {
        #expect(try search("", order: order).rows == rows)
    }

    @Test func `the columns of the question and the prices found are shown`() throws {
        let catalogue = try SampleCatalogue.library().catalogue("sample")
        let names = try search("cores>4", order: "since").columns
            .map { catalogue.metadata.columns[$0].name }
        #expect(names == ["id", "cores", "since", "price", "day"])
    }

    @Test(arguments: [
        ("kind>5", ProblemCode.badFilter), ("cores>four", .badFilter), ("ok>1", .badFilter),
        ("day=soon", .badFilter), ("coers>4", .unknownColumn),
    ])
    func `a condition that does not suit its column is refused`(
        conditions: String, code: ProblemCode
    ) {
        let problem = problem { try search(conditions) }
        #expect(problem?.code == code)
        #expect(problem?.location == .argument("search"))
    }

    @Test func `an order is by a column that there is`() {
        #expect(problem { try search("", order: "prise") }?.hint == "did you mean `price`?")
        #expect(problem { try search("", order: "price:dec") }?.hint == "did you mean `desc`?")
    }
}
