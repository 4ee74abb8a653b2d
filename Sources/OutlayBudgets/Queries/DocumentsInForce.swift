import OutlayEncoding
import OutlayProblems
import OutlayValues

extension LedgerReader {
    /// Returns the policy in force on a day, or nil where none is.
    ///
    /// - Throws: A ``Problem`` for a document that cannot be read.
    public func policy(inForceOn date: CalendarDate) throws(Problem) -> Policy? {
        try document(.policy, inForceOn: date)?.value()
    }

    /// Returns a version of a policy, or nil where the ledger does not have it.
    ///
    /// - Throws: A ``Problem`` for a document that cannot be read.
    public func policy(_ reference: PolicyReference) throws(Problem) -> Policy? {
        try document(.policy, id: reference.id, revision: reference.revision)?.value()
    }

    /// Returns the organisation in force on a day, or nil where none was loaded.
    ///
    /// - Throws: A ``Problem`` for a document that cannot be read.
    public func organisation(inForceOn date: CalendarDate) throws(Problem) -> Organisation? {
        try document(.organisation, inForceOn: date)?.value()
    }

    /// Returns the vendor register in force on a day, or nil where none was loaded.
    ///
    /// - Throws: A ``Problem`` for a document that cannot be read.
    public func vendorRegister(
        inForceOn date: CalendarDate
    ) throws(Problem) -> VendorRegister? {
        try document(.vendors, inForceOn: date)?.value()
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
