import OutlayValues

/// What one vendor offers: its options count as one quote, however many variants there are.
public struct Quote: Sendable, Hashable {
    /// The vendor.
    public var vendor: String
    /// The vendor's evaluated options, in the document's order; at least one.
    public var options: [String]
    /// Whether it may be relied on.
    public var standing: Standing
    /// The last day on which all its prices hold, where any source says so.
    public var validUntil: CalendarDate?

    /// Creates a quote.
    public init(
        vendor: String, options: [String], standing: Standing, validUntil: CalendarDate? = nil
    ) {
        self.vendor = vendor
        self.options = options
        self.standing = standing
        self.validUntil = validUntil
    }

    /// Whether a quote may be relied on.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Some source of its prices says until when they hold, and none of those has expired.
        case valid
        /// A source of its prices has expired.
        case expired
        /// No source of its prices says until when they hold.
        case undated
    }
}

extension EvaluationResult {
    /// The quotes behind the evaluated options, one for each vendor, in the document's order.
    ///
    /// An option without a vendor is no quote. Catalogue rows count as sources where the catalogue is a quote.
    public var quotes: [Quote] {
        let evaluated = evaluation.options.filter { $0.rejection == nil }
        var vendors: [String] = []
        for vendor in evaluated.compactMap(\.vendor) where !vendors.contains(vendor) {
            vendors.append(vendor)
        }
        return vendors.map { vendor in
            let options = evaluated.filter { $0.vendor == vendor }
            let ends = options.flatMap(ends)
            let standing: Quote.Standing =
                ends.isEmpty ? .undated : ends.contains { $0 < asOf } ? .expired : .valid
            return Quote(
                vendor: vendor, options: options.map(\.id), standing: standing,
                validUntil: ends.min())
        }
    }

    /// The last day on which all prices of the option called `id` hold, where any source says so.
    public func validUntil(_ id: String) -> CalendarDate? {
        evaluation.options.first { $0.id == id }.flatMap { ends(of: $0).min() }
    }

    /// The last days on which the prices of `option` may be relied on.
    private func ends(of option: PurchaseOption) -> [CalendarDate] {
        let sources = Set(option.lines.compactMap(\.source))
        return evaluation.sources.filter { sources.contains($0.id) }.compactMap(\.validUntil)
            + option.catalogueFacts.compactMap(\.validUntil)
    }
}
