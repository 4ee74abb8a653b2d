import OutlayDecisions
import Testing

struct ConcordanceTests {
    /// W for the numbers 1 to 3 by hand: sums 2, 4, 6 about 4 give S = 8 = n² (m³ − m) / 12.
    @Test func `judges of one mind agree wholly`() throws {
        let agreement = try GroupRanking(ranks: [[1, 2, 3], [1, 2, 3]]).concordance
        #expect(agreement?.coefficient == 1)
        #expect(agreement?.corrected == 1)
        #expect(agreement?.hasTies == false)
        #expect(agreement?.judges == 2)
    }

    @Test func `two opposite judges do not agree at all`() throws {
        let agreement = try GroupRanking(ranks: [[1, 2, 3], [3, 2, 1]]).concordance
        #expect(agreement?.coefficient == 0)
    }

    /// By hand: places 1.5, 1.5, 3 twice; S = 1 + 1 + 4 = 6, n² (m³ − m) = 96, ties 2 × (8 − 2) = 12.
    @Test func `equals lower the plain figure and not the corrected one`() throws {
        let agreement = try #require(try GroupRanking(ranks: [[1, 1, 3], [1, 1, 3]]).concordance)
        #expect(agreement.hasTies)
        #expect(abs(agreement.coefficient - 72.0 / 96) < 1e-12)
        #expect(try #require(agreement.corrected) == 1)
    }

    @Test func `judges who order nothing have no agreement to measure`() throws {
        let agreement = try #require(try GroupRanking(ranks: [[1, 1], [1, 1]]).concordance)
        #expect(agreement.coefficient == 0)
        #expect(agreement.corrected == nil)
    }

    @Test func `one option is no order`() throws {
        #expect(try GroupRanking(ranks: [[1], [1]]).concordance == nil)
    }
}
