import OutlayProblems
import OutlayValues

extension Submit {
    /// What is asked for as canonical JSON, whichever revision it is: what ``init(canonicalJSON:)`` reads.
    public var canonicalJSON: String {
        String(decoding: canonicalBytes, as: UTF8.self)
    }

    /// The bytes of ``canonicalJSON``.
    var canonicalBytes: [UInt8] {
        var content = self
        content.revision = nil
        var writer = CanonicalWriter()
        writer.beginObject()
        content.writeBody(to: &writer)
        writer.endObject()
        return writer.bytes
    }

    /// Reads what ``canonicalJSON`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` for anything else.
    public init(canonicalJSON text: String) throws(Problem) {
        var reader = CanonicalReader(Array(text.utf8))
        try reader.beginObject()
        try reader.key("currency")
        let currency = try reader.optional { reader throws(Problem) in
            try Currency(code: try reader.text())
        }
        try reader.key("details")
        let details = try RequestDetails(from: &reader)
        try reader.key("framework")
        let framework: FrameworkID? = try reader.optional { reader throws(Problem) in
            try reader.name()
        }
        try reader.key("id")
        let id: RequestID = try reader.name()
        try reader.key("lines")
        let lines = try reader.array { reader throws(Problem) in
            try reader.beginArray()
            let node: NodeID = try reader.name()
            let period = try reader.optional { reader throws(Problem) in
                try PeriodID(parsing: try reader.text())
            }
            let line = Line(node, try reader.amount(), in: period)
            try reader.endArray()
            return line
        }
        try reader.key("rate")
        let rate = try reader.optional { reader throws(Problem) in
            try ExactDecimal(parsing: try reader.text())
        }
        try reader.key("vendor")
        let vendor: VendorID? = try reader.optional { reader throws(Problem) in try reader.name() }
        try reader.endObject()
        guard reader.isAtEnd else { throw reader.damaged("a submission ends here") }
        self.init(
            id, lines: lines, vendor: vendor, framework: framework, currency: currency, rate: rate,
            details: details)
        guard canonicalJSON == text else {
            throw reader.damaged("a submission was expected in its canonical form")
        }
    }
}
