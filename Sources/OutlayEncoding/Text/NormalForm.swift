@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode Normalization Form C, so that equal texts have equal bytes.
    ///
    /// The standard library keeps its normaliser unlisted, for its own string comparison and for
    /// Foundation; calling it saves both a dependency on Foundation and tables of our own.
    ///
    /// - Source: Unicode Standard Annex #15, section 1.2.
    package var normalFormC: String {
        var span = utf8Span
        guard !span.checkForNFC(quickCheck: false) else { return self }
        return String(String.UnicodeScalarView(_nfc))
    }
}
