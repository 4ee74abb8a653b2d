import Foundation
import OutlayEconomics
import OutlayProblems
import OutlayValues
import Testing

@Suite struct AllFunctionsTests {
    @Test(arguments: AllFunctions.descriptors.map(\.identifier))
    func `a worked example gives its stated answer`(identifier: String) throws {
        let descriptor = try AllFunctions.function(named: identifier).descriptor
        #expect(!descriptor.examples.isEmpty && !descriptor.source.isEmpty)
        for example in descriptor.examples {
            let answer = try AllFunctions.answer(identifier, example.inputs)
            #expect(answer.figures.map(\.name) == descriptor.results.map(\.name))
            #expect(example.figures.map(\.name) == descriptor.results.map(\.name))
            for (name, stated) in example.figures {
                let found = try #require(answer[name])
                #expect(
                    found.isNear(stated, within: example.tolerance),
                    "\(identifier), \(example.origin): \(name) is \(found), not \(stated)")
            }
        }
    }

    @Test func `identifiers and the names of inputs are told apart`() {
        let descriptors = AllFunctions.descriptors
        #expect(Set(descriptors.map(\.identifier)).count == descriptors.count)
        for descriptor in descriptors {
            let names = descriptor.inputs.map(\.name)
            #expect(Set(names).count == names.count, "\(descriptor.identifier)")
            #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
        }
    }

    @Test func `every function of the folder stands in the list`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../Sources/OutlayEconomics/Functions").standardizedFileURL
        var declared = 0
        let walk = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        while let file = walk.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            declared +=
                try String(contentsOf: file, encoding: .utf8)
                .components(separatedBy: ": FinancialFunction {").count - 1
        }
        #expect(declared == AllFunctions.list.count)
    }

    @Test(arguments: [
        ("npv", ["rate": "0.1"], ProblemCode.missingField),
        ("npv", ["flows": "1 2"], .missingField),
        ("npv", ["flows": "1 2", "rate": "0.1", "annual-nominal-rate": "0.1"], .fieldsExclude),
        ("npv", ["flows": "1 2", "rate": "-1"], .rateOutOfDomain),
        ("npv", ["flows": "", "rate": "0.1"], .emptyInput),
        ("npv", ["flows": "1 NaN", "rate": "0.1"], .nonFinite),
        ("npv", ["flows": "1 x", "rate": "0.1"], .badNumber),
        ("npv", ["flow": "1", "rate": "0.1"], .unknownName),
        ("nvp", ["flows": "1", "rate": "0.1"], .unknownName),
        ("npv", ["flows": "1", "rate": "0.1", "convention": "never"], .unknownChoice),
        ("npv", ["flows": "1", "rate-schedule": "5:0.1,3:0.2"], .badSeries),
        ("xnpv", ["flows": "1", "dates": "1900-02-29", "rate": "0.1"], .badDate),
        ("xnpv", ["flows": "1 2", "dates": "2020-01-01", "rate": "0.1"], .lengthMismatch),
        (
            "xnpv",
            [
                "flows": "1", "dates": "2020-01-01", "rate": "0.1", "base-date": "2020-01-02",
            ], .dateBeforeBase
        ),
        ("xirr", ["flows": "1 -2", "dates": "2020-01-01 2020-01-01"], .noTimeSpan),
        ("irr", ["flows": "1 2"], .noSignChange),
        ("irr", ["flows": "100 -200 150"], .noRealRoot),
        ("irr", ["flows": "-1 1e-20"], .rootNotRepresentable),
        ("mirr", ["flows": "1 2", "finance-rate": "0.1", "reinvest-rate": "0.1"], .noSignChange),
        ("nper", ["rate": "0.01", "payment": "-50", "present-value": "8000"], .neverRepaid),
        (
            "sir", ["pv-non-investment-savings": "1", "pv-additional-investment": "0"],
            .zeroDenominator
        ),
        ("straight-line", ["cost": "1", "life": "0"], .zeroLife),
        ("straight-line", ["cost": "1", "salvage": "2", "life": "3"], .salvageExceedsCost),
        (
            "vdb", ["cost": "9", "life": "3", "start-period": "2", "end-period": "4"],
            .periodOutOfRange
        ),
        ("macrs", ["property-class-years": "6"], .unknownChoice),
        ("rate-conversion", ["periods-per-year": "4"], .missingField),
        ("rate-conversion", ["rate": "0.1", "annual-nominal-rate": "0.1"], .fieldsExclude),
        ("discount-factors", ["periods": "10001", "rate": "0.1"], .outOfRange),
        ("real-flows", ["flows": "1", "inflation": "0", "index": "1"], .fieldsExclude),
        ("real-flows", ["flows": "1"], .missingField),
        ("tiered-price", ["quantity": "5", "tiers": ""], .invalidTiers),
        ("tiered-price", ["quantity": "5", "tiers": "10:1,10:2,3"], .invalidTiers),
        ("tiered-price", ["quantity": "5", "tiers": "10:-1,3"], .negativePrice),
        ("tiered-price", ["quantity": "-5", "tiers": "10:1,3"], .negativeQuantity),
        (
            "package-price", ["quantity": "1", "package-size": "0", "package-price": "1"],
            .invalidTiers
        ),
        ("discounted-price", ["list-price": "1", "discounts": "1.5"], .outOfRange),
        (
            "prorated-seats",
            [
                "seats": "1 2", "from-days": "1", "days-in-month": "30", "monthly-price": "9",
            ], .lengthMismatch
        ),
        (
            "prorated-seats",
            [
                "seats": "1", "from-days": "31", "days-in-month": "30", "monthly-price": "9",
            ], .outOfRange
        ),
        (
            "commitment-cost",
            [
                "usage": "-1", "commitment": "1", "committed-rate": "1", "on-demand-rate": "1",
            ], .negativeQuantity
        ),
        ("commitment-payments", ["hourly-commitment": "1", "years": "0"], .outOfRange),
        ("escalation", ["base": "1", "rate": "-1", "years": "2"], .rateOutOfDomain),
        ("escalation", ["base": "1", "rates": "0.1", "years": "2"], .fieldsExclude),
        ("escalation", ["base": "1"], .missingField),
        ("indexation", ["base": "1", "index": "100"], .outOfRange),
        ("indexation", ["base": "1", "index": "100 0"], .outOfRange),
        ("indexation", ["base": "1", "series": "us-cpi-u"], .missingField),
        (
            "indexation", ["base": "1", "series": "us-cpi-u", "dates": "2021-01-01 2020-01-01"],
            .badSeries
        ),
        (
            "indexation", ["base": "1", "series": "us-cpi-u", "dates": "1900-01-01 2020-01-01"],
            .seriesTooShort
        ),
        ("energy-cost", ["watts": "1", "pue": "0.9", "price": "1"], .pueBelowOne),
        ("downtime-cost", ["availability": "99.9", "cost-per-hour": "1"], .outOfRange),
        (
            "failure-cost", ["units": "1", "failure-rate": "-0.1", "unit-cost": "1"],
            .negativeQuantity
        ),
        ("staff-cost", ["people": "1", "rate": "-1"], .negativePrice),
        ("residual-value", ["price": "1", "years": "1"], .missingField),
        ("optimism-bias", ["estimate": "1", "upper": "0.4", "mitigation": "2"], .outOfRange),
        ("contingency", ["costs": "1 2 3", "shares": "0.1 0.2"], .lengthMismatch),
        (
            "distribution", ["form": "triangular", "low": "3", "mode": "2", "high": "9"],
            .outOfRange
        ),
        ("distribution", ["form": "normal", "low": "3", "high": "9"], .outOfRange),
        ("distribution", ["form": "pert", "low": "3", "high": "9"], .missingField),
        (
            "distribution", ["form": "uniform", "low": "0", "high": "1", "probabilities": "1"],
            .outOfRange
        ),
        ("percentile", ["values": ""], .emptyInput),
        ("percentile", ["values": "1 2", "definition": "10"], .outOfRange),
        ("allocation", ["total": "10", "weights": "0 0"], .badAllocation),
    ])
    func `what cannot be answered is refused`(
        identifier: String, inputs: [String: String], code: ProblemCode
    ) {
        let texts = inputs.map { FunctionText($0.key, $0.value) }
        #expect(refusal { try AllFunctions.answer(identifier, texts) }?.code == code)
    }

    @Test(arguments: 0..<40)
    func `a range has the moments of its distribution`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let ends = (0..<3).map { _ in Double.random(in: 1...500, using: &random) }.sorted()
        let (low, mode, high) = (ends[0], ends[1], ends[2])
        for (form, mean) in [
            ("triangular", (low + mode + high) / 3), ("pert", (low + 4 * mode + high) / 6),
        ] {
            let answer = try AllFunctions.answer(
                "distribution",
                [
                    FunctionText("form", form), FunctionText("low", "\(low)"),
                    FunctionText("mode", "\(mode)"), FunctionText("high", "\(high)"),
                ])
            let found = try #require(answer["mean"])
            #expect(found.isNear(.number(mean), within: 1e-12), "seed \(seed), \(form)")
        }
    }

    @Test(arguments: 0..<40)
    func `graduated slices come to what each unit costs`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (first, second) = (
            Int.random(in: 1...50, using: &random), Int.random(in: 51...90, using: &random)
        )
        let quantity = Int.random(in: 0...150, using: &random)
        let units = (0..<quantity).map { $0 < first ? 9 : $0 < second ? 7 : 4 }
        let answer = try AllFunctions.answer(
            "tiered-price",
            [
                FunctionText("quantity", "\(quantity)"),
                FunctionText("tiers", "\(first):9,\(second):7,4"),
            ])
        #expect(
            answer["price"] == .exact(ExactDecimal(units.reduce(0, +))), "seed \(seed): \(first)")
    }

    @Test func `an input that is given twice is refused`() {
        let texts = [FunctionText("flows", "1"), FunctionText("flows", "2")]
        #expect(refusal { try AllFunctions.answer("irr", texts) }?.code == .duplicateKey)
    }
}
