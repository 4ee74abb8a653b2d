import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension Evaluation {
    /// Reads an Evaluation document and checks it as a whole.
    ///
    /// Nothing is opened here: the caller reads the document's bytes, and ``CatalogueLibrary`` gets at its
    /// files through the ``DocumentFiles`` it was given.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, YAML or JSON; at most 4 MiB.
    ///   - path: What problems call the document. It is JSON where this ends in `.json` or the text begins
    ///     with `{`, else YAML.
    ///   - catalogues: The catalogues that options may point at.
    ///   - companions: The files that the document names: the scores of a panel, a seal of the criteria.
    ///   - exchangeRates: The published rates for currencies whose rate the document does not state; the
    ///     ECB's reference rates that come with the library where none are given.
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    public init(
        reading bytes: [UInt8], path: String, catalogues: CatalogueLibrary? = nil,
        companions: CompanionFiles? = nil, exchangeRates: ExchangeRates? = nil
    ) throws(DocumentProblems) {
        self = try EvaluationReader.read(
            DocumentSource.read(path: path, bytes: bytes),
            in: EvaluationReader.Surroundings(
                catalogues: catalogues, companions: companions,
                exchangeRates: { () throws(Problem) in
                    if let exchangeRates { return exchangeRates }
                    return try ReferenceRates.ecb()
                }))
    }
}
