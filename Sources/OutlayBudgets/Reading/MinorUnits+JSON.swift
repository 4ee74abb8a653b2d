import OutlayValues

extension MinorUnits {
    /// Returns the amount in whole units of `currency` without trailing zeros, as documents are hashed.
    func canonicalText(_ currency: Currency) -> String {
        money(in: currency).amount.description
    }
}
