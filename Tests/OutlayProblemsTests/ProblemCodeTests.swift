import OutlayProblems
import Testing

@Suite struct ProblemCodeTests {
    @Test func `codes are OL and three digits, each once, in order`() {
        let codes = ProblemCode.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(codes == codes.sorted())
        for code in codes {
            #expect(
                code.count == 5 && code.hasPrefix("OL") && code.dropFirst(2).allSatisfy(\.isNumber))
        }
    }

    @Test(arguments: ProblemCode.allCases)
    func `the outcome follows the severity`(code: ProblemCode) {
        #expect((code.outcome == .answered) == (code.severity < .error))
    }

    @Test func `a missing rate is undecidable, not malformed`() {
        #expect(ProblemCode.missingRate.outcome == .undecidable)
        #expect(ProblemCode.badNumber.outcome == .malformed)
        #expect(ProblemCode.unwritableFile.outcome == .unwritten)
        #expect(ProblemCode.internalError.outcome == .ourMistake)
    }
}
