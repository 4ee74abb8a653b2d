import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct LowestPriceAwardTests {
    private typealias Offer = LowestPriceAward.Offer

    @Test func `the lowest acceptable price wins, and each other option lost for a reason`() throws
    {
        let award = try LowestPriceAward(among: [
            Offer(id: "A", price: ExactDecimal(90), standing: .acceptable),
            Offer(id: "B", price: ExactDecimal(80), standing: .acceptable),
            Offer(id: "C", price: ExactDecimal(10), standing: .failed(["sso"])),
            Offer(id: "D", price: ExactDecimal(70), standing: .unknown(["audit"])),
            Offer(id: "E", price: ExactDecimal(20), standing: .belowMinimum(["usability"])),
            Offer(id: "F", price: nil, standing: .acceptable),
            Offer(id: "G", price: ExactDecimal(95), standing: .unknown(["audit"])),
        ])
        #expect(award.winners == ["B"])
        #expect(award.lowestPrice == ExactDecimal(80))
        #expect(
            award.outcomes == [
                .dearer(by: ExactDecimal(10)), .won, .notAcceptable(.failed(["sso"])),
                .notAcceptable(.unknown(["audit"])), .notAcceptable(.belowMinimum(["usability"])),
                .noPrice, .notAcceptable(.unknown(["audit"])),
            ])
        #expect(award.openChallengers == ["D", "F"])
    }

    @Test func `equal lowest prices win together`() throws {
        let price = ExactDecimal(8050, places: 2)
        let award = try LowestPriceAward(among: [
            Offer(id: "A", price: price, standing: .acceptable),
            Offer(id: "B", price: ExactDecimal(805, places: 1), standing: .acceptable),
            Offer(id: "C", price: ExactDecimal(81), standing: .acceptable),
        ])
        #expect(award.winners == ["A", "B"])
        #expect(
            award.outcomes == [
                .tied(with: ["B"]), .tied(with: ["A"]), .dearer(by: ExactDecimal(5, places: 1)),
            ])
    }

    @Test func `where nothing acceptable has a price nobody wins`() throws {
        #expect(try LowestPriceAward(among: []).winners == [])
        let award = try LowestPriceAward(among: [
            Offer(id: "A", price: nil, standing: .acceptable),
            Offer(id: "B", price: ExactDecimal(5), standing: .unknown(["x"])),
        ])
        #expect(award.winners == [] && award.lowestPrice == nil)
        #expect(award.openChallengers == ["A", "B"])
    }

    @Test func `a negative price and a name twice are refused`() {
        let negative = #expect(throws: Problem.self) {
            try LowestPriceAward(among: [
                Offer(id: "A", price: ExactDecimal(-1), standing: .failed(["x"]))
            ])
        }
        #expect(negative?.code == .outOfRange)
        let twice = #expect(throws: Problem.self) {
            try LowestPriceAward(among: [
                Offer(id: "A", price: ExactDecimal(1), standing: .acceptable),
                Offer(id: "A", price: ExactDecimal(2), standing: .acceptable),
            ])
        }
        #expect(twice?.code == .duplicateIdentifier)
    }

    @Test func `a candidate's standing is read off its knock-outs`() throws {
        let model = DecisionModel(
            criteria: [],
            knockOuts: ["sso", "eu"].map {
                KnockOut(id: $0, question: $0, requirement: .equals(.yesNo(true)))
            },
            margin: .zero, missing: .refuse)
        let answers: [[String: Performance]] = [
            ["sso": .yesNo(true), "eu": .yesNo(true)], ["sso": .yesNo(true)],
            ["eu": .yesNo(false)],
        ]
        let candidates = answers.enumerated().map {
            Candidate(id: "o\($0)", performances: $1)
        }
        let result = try AdditiveValue.evaluate(candidates, by: model)
        let standings = result.candidates.map {
            LowestPriceAward.Standing(of: $0, knockOuts: model.knockOuts)
        }
        #expect(standings == [.acceptable, .unknown(["eu"]), .failed(["eu"])])
    }

    @Test func `a missed minimum keeps an option out, and an unknown one leaves it open`() throws {
        let criterion = Criterion(
            id: "usability", title: "Usability", weight: .one,
            content: .leaf(
                Criterion.Leaf(
                    unit: "", direction: .higher,
                    valueFunction: .linear(worst: .zero, best: ExactDecimal(100)))),
            minimum: ExactDecimal(40))
        let model = DecisionModel(
            criteria: [criterion], knockOuts: [], margin: .zero, missing: .worst)
        let candidates = [40, 39, nil].enumerated().map { index, points in
            Candidate(
                id: "o\(index)",
                performances: points.map { ["usability": .number(ExactDecimal($0))] } ?? [:])
        }
        let result = try AdditiveValue.evaluate(candidates, by: model)
        let standings = result.candidates.map {
            LowestPriceAward.Standing(of: $0, knockOuts: [])
        }
        #expect(
            standings == [.acceptable, .belowMinimum(["usability"]), .unknown(["usability"])])
    }
}
