import Outlay
import OutlayDocuments
import Testing

struct FieldPathTests {
    struct Path: Sendable, CustomTestStringConvertible {
        var path: String
        var takes: String
        var testDescription: String { path }
    }

    @Test(arguments: [
        Path(path: "evaluation.currency", takes: "an ISO 4217 currency code"),
        Path(path: "evaluation.discount_rate.value", takes: "a ratio above -1 and of at most 1"),
        Path(path: "evaluation.horizon.years", takes: "a whole number from 1 to 50"),
        Path(path: "evaluation.tax.recoverable", takes: "a ratio from 0 to 1"),
        Path(path: "evaluation.options.costs.funded", takes: "budget or payroll"),
        Path(path: "evaluation.options.northwind.costs.0.funded", takes: "budget or payroll"),
        Path(path: "evaluation.criteria.criteria.criteria.unit", takes: "a text"),
        Path(path: "evaluation.assumptions.seats.range.low", takes: "a number"),
        Path(path: "quote-map.currency", takes: "an ISO 4217 currency code"),
        Path(path: "project.catalogs", takes: "a text"),
    ])
    func `a path leads to its field`(path: Path) throws {
        let place = try FieldPath(path.path)
        #expect(place.field?.name == path.path.split(separator: ".").last.map(String.init))
        #expect(place.shape.wording == path.takes)
    }

    @Test func `a kind is a place without a field`() throws {
        let place = try FieldPath("evaluation")
        #expect(place.field == nil)
        #expect(place.shape.fields.contains { $0.name == "discount_rate" })
    }

    @Test func `an entry of a map is a place without a field`() throws {
        let place = try FieldPath("evaluation.options.northwind")
        #expect(place.field == nil)
        #expect(place.shape.fields.contains { $0.name == "costs" })
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var path: String
        var summary: String
        var hint: String?
        var testDescription: String { path }
    }

    @Test(arguments: [
        Mistake(
            path: "evaluaton", summary: "there is no schema `evaluaton`",
            hint: "did you mean `evaluation`?"),
        Mistake(path: "", summary: "there is no schema ``"),
        Mistake(
            path: "evaluation.dicount_rate", summary: "there is no field `dicount_rate`",
            hint: "did you mean `discount_rate`?"),
        Mistake(
            path: "evaluation.options.northwind.costs.0.amunt",
            summary: "there is no field `amunt`", hint: "did you mean `amount`?"),
        Mistake(path: "evaluation.currency.code", summary: "there is no field `code`"),
        Mistake(path: "evaluation.", summary: "there is no field ``"),
    ])
    func `a wrong path is refused with what is near`(mistake: Mistake) {
        do throws(Problem) {
            let place = try FieldPath(mistake.path)
            Issue.record("found \(place.shape.noun)")
        } catch {
            #expect(error.code == .unknownName)
            #expect(error.summary == mistake.summary)
            #expect(error.hint == mistake.hint)
        }
    }
}
