import Foundation
import OutlayEconomics
import OutlayValues
import Testing

@Suite struct ReferenceIndicesTests {
    @Test func `the series that is built in is the one in the catalogue`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../catalogs/reference/us-cpi-u.csv").standardizedFileURL
        let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .filter { !$0[1].isEmpty }
        let series = try ReferenceIndices.series("us-cpi-u")
        #expect(series.values.count == rows.count)
        for (value, row) in zip(series.values, rows) {
            #expect(value.from.description == row[0])
            #expect(value.value == (try ExactDecimal(parsing: String(row[1]))))
        }
    }

    @Test func `another name is refused with the nearest`() {
        #expect(
            refusal { try ReferenceIndices.series("us-cpi") }?.hint?.contains("us-cpi-u") == true)
    }
}
