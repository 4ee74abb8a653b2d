import OutlaySampling
import Testing

struct ElementaryFunctionsTests {
    @Test func `the functions are those of mathematics`() {
        #expect(ElementaryFunctions.logarithm(1) == 0)
        #expect(ElementaryFunctions.exponential(0) == 1)
        #expect(ElementaryFunctions.exponentialMinusOne(1e-20) == 1e-20)
        #expect(ElementaryFunctions.power(2, 10) == 1_024)
        #expect(ElementaryFunctions.power(8, 1.0 / 3) == 2)
    }
}
