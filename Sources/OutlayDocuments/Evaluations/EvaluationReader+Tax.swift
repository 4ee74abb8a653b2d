import OutlayEconomics
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads a tax; what it leaves out comes from `inherited`, else nothing is taxed and all recovered.
    static func tax(_ node: DocumentNode, inheriting inherited: Tax?) -> Tax? {
        let basis = node["prices"]?.text.flatMap(Tax.Basis.init(rawValue:)) ?? inherited?.prices
        guard let basis else { return nil }
        return Tax(
            prices: basis, rate: node["rate"]?.decimal ?? inherited?.rate ?? .zero,
            recoverable: node["recoverable"]?.decimal ?? inherited?.recoverable ?? .one)
    }

    /// Checks the document's own tax.
    func checkTax() {
        guard let node = root["tax"] else { return }
        checkRate(of: node, tax: tax, isStated: node["rate"] != nil)
    }

    /// Returns the tax of a line that has a price, after checking that its basis is stated and the same.
    func tax(of line: DocumentNode, isTaxed: Bool) -> Tax? {
        let own = line["tax"].flatMap { Self.tax($0, inheriting: tax) }
        guard isTaxed || line["tax"] != nil else { return nil }
        guard let result = own ?? tax else {
            guard !problems.contains(where: { $0.code == .missingTaxBasis }) else { return nil }
            problems.append(
                line.problem(
                    .missingTaxBasis, "the price of `\(line["id"]?.text ?? "")` has no tax basis",
                    because: "prices are stated net or gross of tax, and mixing them misleads",
                    hint: "add `tax: {prices: net, recoverable: 1}` to the document"))
            return nil
        }
        if let node = line["tax"] {
            checkRate(
                of: node, tax: result,
                isStated: node["rate"] != nil || root["tax"]?["rate"] != nil)
        }
        if let first = firstTaxBasis, first != result.prices {
            let place = line["tax"]?["prices"] ?? line
            problems.append(
                place.problem(
                    .mixedTaxBasis, "\(result.prices) prices stand beside \(first) ones",
                    because: "all prices of a comparison are net, or all are gross",
                    hint: "convert one of them"))
        }
        firstTaxBasis = firstTaxBasis ?? result.prices
        return result
    }

    private func checkRate(of node: DocumentNode, tax: Tax?, isStated: Bool) {
        guard let tax, !isStated, tax.prices == .gross || tax.recoverable < .one else { return }
        problems.append(
            node.problem(
                .missingField, "the tax has no rate",
                because: tax.prices == .gross
                    ? "gross prices become net by their tax rate"
                    : "what is not recovered is a share of the tax",
                hint: "add `rate:`, such as 0.19"))
    }
}
