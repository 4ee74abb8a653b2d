import Foundation
import OutlayEconomics
import OutlayProblems
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
    ])
    func `what cannot be answered is refused`(
        identifier: String, inputs: [String: String], code: ProblemCode
    ) {
        let texts = inputs.map { FunctionText($0.key, $0.value) }
        #expect(refusal { try AllFunctions.answer(identifier, texts) }?.code == code)
    }

    @Test func `an input that is given twice is refused`() {
        let texts = [FunctionText("flows", "1"), FunctionText("flows", "2")]
        #expect(refusal { try AllFunctions.answer("irr", texts) }?.code == .duplicateKey)
    }
}
