import OutlayEncoding
import OutlayProblems

/// Names a file as evidence by the hash of its bytes, so that it can be verified later.
public struct NameEvidence: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "name_evidence"
    /// The SHA-256 of its bytes.
    public var hash: SHA256Value
    /// Its name.
    public var fileName: LedgerText
    /// How many bytes it has.
    public var size: Int64
    /// Its media type, such as `application/pdf`.
    public var mediaType: LedgerText
    /// The request it belongs to, or nil.
    public var request: RequestID?

    /// Creates the command.
    public init(
        _ hash: SHA256Value, fileName: LedgerText, size: Int64, mediaType: LedgerText,
        request: RequestID? = nil
    ) {
        self.hash = hash
        self.fileName = fileName
        self.size = size
        self.mediaType = mediaType
        self.request = request
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("file_name")
        writer.text(fileName.text)
        writer.key("hash")
        writer.digest(hash)
        writer.key("media_type")
        writer.text(mediaType.text)
        writer.key("request")
        writer.optional(request) { $0.name($1) }
        writer.key("size")
        writer.number(size)
    }

    /// Returns the naming, or a refusal where the request is unknown.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        guard !fileName.isEmpty, size >= 0 else { return .refused(Refusal(.badCommand)) }
        if let request, try reader.request(request) == nil {
            return .refused(Refusal(.unknownRequest).about(request))
        }
        var body = EventBody(.evidenceNamed, answer: Answer(subject: fileName))
        body.rows = [
            .evidence(
                Evidence(
                    hash: LedgerText(known: hash.description), name: fileName, size: size,
                    mediaType: mediaType, request: request, sequence: try reader.nextSequence()))
        ]
        return .accepted(body)
    }
}
