import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct TaxTests {
    @Test(arguments: [
        (Tax.Basis.net, "1", "100", "100"), (.net, "0", "100", "119"),
        (.net, "0.5", "100", "109.5"),
        (.gross, "1", "100", "100"), (.gross, "0", "100", "119"), (.gross, "0.5", "100", "109.5"),
    ])
    func `a cost is net plus what is not recovered`(
        basis: Tax.Basis, recoverable: String, net: String, cost: String
    ) throws {
        let tax = Tax(prices: basis, rate: exact("0.19"), recoverable: exact(recoverable))
        let price = exact(basis == .net ? "100" : "119")
        #expect(try tax.net(of: price) == exact(net))
        #expect(try tax.cost(of: price) == exact(cost))
    }
}
