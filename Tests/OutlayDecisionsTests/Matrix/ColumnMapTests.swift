import Testing

@testable import OutlayDecisions

struct ColumnMapTests {
    private let ends = DecisionMatrix.Ends(low: 2, high: 6)

    @Test func `ends of a column have their worth by direction`() {
        #expect(ends.worst(.higher) == 2 && ends.best(.higher) == 6)
        #expect(ends.worst(.lower) == 6 && ends.best(.lower) == 2)
    }

    @Test func `the way from worst to best stops at the ends, a loss does not`() {
        let (rise, fall) = (ColumnMap.minMax(.higher, ends), ColumnMap.minMax(.lower, ends))
        #expect([1, 2, 3, 6, 9].map { rise($0) } == [0, 0, 0.25, 1, 1])
        #expect([1, 2, 3, 6, 9].map { fall($0) } == [1, 1, 0.75, 0, 0])
        let loss = ColumnMap.loss(.lower, ends)
        #expect([2, 3, 6, 10].map { loss($0) } == [0, 0.25, 1, 2])
    }

    @Test func `ends that are one separate nothing`() {
        let same = DecisionMatrix.Ends(low: 3, high: 3)
        #expect(ColumnMap.minMax(.higher, same)(3) == 1)
        #expect(ColumnMap.loss(.higher, same)(3) == 0)
    }

    @Test func `powers and logarithms take a factor and a slope`() {
        #expect(ColumnMap(.power(factor: 0.5, 2))(6) == 9)
        #expect(ColumnMap(.power(factor: 0.5, -3))(4) == 0.125)
        #expect(ColumnMap(.logarithm(slope: 2, offset: 3))(1) == 3)
        #expect(ColumnMap.constant(5)(17) == 5)
        #expect(ColumnMap.ratio(2)(4) == 8)
    }

    @Test func `weighted lines are the maps times their weights`() throws {
        let maps = [
            ColumnMap.minMax(.lower, ends), .ratio(0.25), .line(from: 1, slope: -2, offset: 3),
        ]
        let weights = [0.5, 0.2, 0.3]
        let lines = try #require(WeightedLine.lines(of: maps, weights: weights))
        for x in [-1, 2, 3.5, 8] {
            for index in maps.indices {
                #expect(areClose([lines[index](x)], [weights[index] * maps[index](x)]))
            }
        }
        let curved = maps + [ColumnMap(.power(factor: 1, 2))]
        #expect(WeightedLine.lines(of: curved, weights: weights + [1]) == nil)
    }

    @Test func `straight and curved maps sum to the same`() throws {
        let matrix = try table(["a", "b"], [[1, 2], [3, 4], [5, 8]])
        let straight = [ColumnMap.ratio(0.5), .ratio(2)]
        let curved = [ColumnMap(.power(factor: 0.5, 1)), ColumnMap(.power(factor: 2, 1))]
        let weights = [0.75, -0.25]
        let sums = matrix.weightedSums(of: straight, weights: weights)
        #expect(areClose(sums, [-0.625, -0.875, -2.125]))
        #expect(areClose(matrix.weightedSums(of: curved, weights: weights), sums))
    }

    @Test func `products leave out what has no weight`() throws {
        let matrix = try table(["a", "b"], [[4, 0], [9, 2]])
        let maps = [ColumnMap.ratio(1), .ratio(1)]
        let products = matrix.weightedProducts(of: maps, weights: [0.5, 0])
        #expect(areClose(products, [2, 3]))
        #expect(matrix.weightedProducts(of: maps, weights: [0.5, 0.5])[0] == 0)
        #expect(matrix.raised([4, 0, 9, 2], to: [0.5, 0]) == [2, 1, 3, 1])
    }

    @Test func `cells are mapped and weighted column by column`() throws {
        let matrix = try table(["a", "b"], [[1, 2], [3, 4]])
        let figures = matrix.mapped(by: [.ratio(10), .line(from: 2, slope: 1)])
        #expect(figures == [10, 0, 30, 2])
        #expect(matrix.weighted(figures, by: [0.5, 2]) == [5, 0, 15, 4])
    }
}
