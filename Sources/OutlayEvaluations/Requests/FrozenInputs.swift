import OutlayEncoding

/// All that an evaluation was read from, so that it can be read again without any file.
///
/// Reading documents makes it and reads it back; here it is kept as JSON.
public struct FrozenInputs: Sendable, Hashable {
    /// The checked document: numbers as numbers without trailing zeros, texts as they are, comments and
    /// layout gone.
    public var document: JSONValue
    /// The catalogue cells that were looked up, each with all that its row and column say of it.
    public var cells: JSONValue
    /// The columns of numbers that were looked up.
    public var columns: JSONValue
    /// The files that the document names and that decide, by the name it gives: scores of a panel, a seal.
    public var companions: JSONValue
    /// The exchange rates that were looked up.
    public var rates: JSONValue
    /// The published price indices that were looked up.
    public var indices: JSONValue
    /// What backs the sources: the SHA-256 of each file that was there, else what the document states.
    public var sources: JSONValue

    /// Creates inputs; whatever is left out was not looked up.
    public init(
        document: JSONValue, cells: JSONValue = [:], columns: JSONValue = [:],
        companions: JSONValue = [:], rates: JSONValue = [], indices: JSONValue = [:],
        sources: JSONValue = [:]
    ) {
        self.document = document
        self.cells = cells
        self.columns = columns
        self.companions = companions
        self.rates = rates
        self.indices = indices
        self.sources = sources
    }

    /// The inputs as one object.
    package var json: JSONValue {
        [
            "cells": cells, "columns": columns, "companions": companions, "document": document,
            "indices": indices, "rates": rates, "sources": sources,
        ]
    }
}
