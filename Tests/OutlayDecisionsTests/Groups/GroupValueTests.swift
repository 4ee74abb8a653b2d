import OutlayDecisions
import Testing

struct GroupValueTests {
    @Test(
        arguments: [
            ([7], 7, 7), ([1, 9], 5, 5), ([9, 1, 2], 4, 2), ([10, 1, 3, 2], 4, 2.5),
        ] as [([Double], Double, Double)])
    func `mean and median of odd and even counts`(
        values: [Double], mean: Double, median: Double
    ) throws {
        let group = try #require(GroupValue(values))
        #expect(group.combined(by: .mean) == mean)
        #expect(group.combined(by: .median) == median)
    }

    @Test func `the spread of a few values`() throws {
        let group = try #require(GroupValue([40, 60, 80]))
        #expect(group.range == 40)
        #expect(group.standardDeviation == 20)
        #expect(group.isDisputed(from: 40))
        #expect(!group.isDisputed(from: 40.1))
        #expect(try #require(GroupValue([0.1, 0.4])).isDisputed(from: 0.3))
    }

    @Test func `a single value disagrees with nobody`() throws {
        let group = try #require(GroupValue([50]))
        #expect(group.range == 0)
        #expect(group.standardDeviation == nil)
        #expect(!group.isDisputed(from: 0))
        #expect(GroupValue([]) == nil)
    }

    @Test func `mean and median lie within the values`() throws {
        for seed in 0..<200 {
            var random = SeededGenerator(seed: seed)
            let values = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Double.random(in: 0...100, using: &random)
            }
            let group = try #require(GroupValue(values))
            let (low, high) = (values.min() ?? 0, values.max() ?? 0)
            for value in [group.mean, group.median] {
                #expect(low - 1e-9 <= value && value <= high + 1e-9, "seed \(seed)")
            }
            #expect(
                GroupValue(values.shuffled(using: &random))?.median == group.median, "seed \(seed)")
        }
    }
}
