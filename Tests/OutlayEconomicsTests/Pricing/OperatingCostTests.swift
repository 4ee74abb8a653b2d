import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct OperatingCostTests {
    @Test func `a laptop's energy of a year`() throws {
        #expect(
            try OperatingCost.energy(
                watts: exact("21.5"), hours: exact("1840"), pricePerKWh: exact("0.285"))
                == exact("11.2746"))
    }

    @Test func `a PUE below 1 is refused`() {
        #expect(
            refusal {
                try OperatingCost.energy(
                    watts: .one, hours: .one, pue: exact("0.99"), pricePerKWh: .one)
            }?.code == .pueBelowOne)
    }

    @Test func `three nines of availability cost their hours`() throws {
        #expect(
            try OperatingCost.downtime(
                availability: exact("0.999"), hours: exact("8760"), costPerHour: exact("5600"))
                == exact("49056"))
        #expect(
            refusal {
                try OperatingCost.downtime(
                    availability: exact("99.9"), hours: .one, costPerHour: .one)
            }?.code == .outOfRange)
    }
}
