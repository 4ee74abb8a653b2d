import OutlayEncoding
import OutlayProblems
import OutlayValues

extension LedgerReader {
    /// Returns the policy in force on `date` with its stored document, or nil where there is none.
    ///
    /// - Throws: A ``Problem`` of a document that cannot be read.
    public func policy(
        inForceOn date: CalendarDate
    ) throws(Problem) -> (policy: Policy, document: LedgerDocument)? {
        try governed(.policy, date).map { (policy: $0, document: $1) }
    }

    /// Returns the organisation in force on `date` with its stored document, or nil where there is none.
    ///
    /// - Throws: A ``Problem`` of a document that cannot be read.
    public func organisation(
        inForceOn date: CalendarDate
    ) throws(Problem) -> (organisation: Organisation, document: LedgerDocument)? {
        try governed(.organisation, date).map { (organisation: $0, document: $1) }
    }

    /// Returns the vendor register in force on `date` with its stored document, or nil where there is none.
    ///
    /// - Throws: A ``Problem`` of a document that cannot be read.
    public func vendorRegister(
        inForceOn date: CalendarDate
    ) throws(Problem) -> (register: VendorRegister, document: LedgerDocument)? {
        try governed(.vendors, date).map { (register: $0, document: $1) }
    }

    private func governed<Document: GovernedDocument>(
        _ kind: LedgerDocumentKind, _ date: CalendarDate
    ) throws(Problem) -> (Document, LedgerDocument)? {
        guard let document = try document(kind, inForceOn: date) else { return nil }
        return (try document.value(), document)
    }
}

extension LedgerDocument {
    /// Returns what the document says.
    ///
    /// - Throws: The first ``Problem`` of a document that cannot be read.
    public func value<Document: GovernedDocument>(
        as type: Document.Type = Document.self
    ) throws(Problem) -> Document {
        let value = try JSONValue(storedText: text, path: id.text)
        do {
            return try Document(json: value)
        } catch {
            throw error.first
        }
    }
}
