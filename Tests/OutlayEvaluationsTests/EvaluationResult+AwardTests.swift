import Outlay
import Testing

struct EvaluationResultAwardTests {
    @Test func `the lowest price of those that pass wins, whatever the values`() throws {
        var choice = Choice()
        choice.passes["a"] = false
        let award = try choice.run().lowestPriceAward(by: .totalCost)
        #expect(award.winners == ["b"])
        #expect(award.offers.map(\.id).sorted() == ["a", "b", "c"])
        let byID = Dictionary(uniqueKeysWithValues: zip(award.offers.map(\.id), award.outcomes))
        #expect(byID["a"] == .notAcceptable(.failed(["must"])))
        guard case .dearer(let difference)? = byID["c"] else {
            Issue.record("\(String(describing: byID["c"]))")
            return
        }
        #expect(difference.places <= 2 && difference > .zero)
    }

    @Test func `what is not known keeps an option open`() throws {
        var choice = Choice()
        choice.passes["a"] = nil
        let award = try choice.run().lowestPriceAward(by: .totalCost)
        #expect(award.winners == ["b"])
        #expect(award.openChallengers == ["a"])
    }
}
