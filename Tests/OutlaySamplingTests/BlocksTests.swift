import OutlaySampling
import Testing

struct BlocksTests {
    @Test(arguments: [0, 1, 9, 10, 11, 1_000])
    func `blocks cover every index once and come back in order`(count: Int) {
        for cores in [Blocks.Cores.one, .all] {
            let blocks = Blocks.map(of: count, size: 10, on: cores) { block, indices in
                (block, Array(indices))
            }
            #expect(blocks.map(\.0) == Array(0..<(count + 9) / 10))
            #expect(blocks.flatMap(\.1) == Array(0..<count))
        }
    }
}
