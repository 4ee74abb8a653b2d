import OutlayProblems
import OutlayValues

/// A kind of thing in a journal that an auditor wants to look at.
///
/// What it finds is no proof of anything: it says where to ask.
public protocol AuditException: Sendable {
    /// What the rest of the program needs to know of it.
    static var descriptor: AuditExceptionDescriptor { get }

    /// Returns what it finds in a journal, in the order of requests or persons.
    ///
    /// - Throws: A ``Problem`` where the journal cannot be read.
    static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding]
}

/// What the rest of the program needs to know of a kind of exception.
public struct AuditExceptionDescriptor: Sendable, Hashable {
    /// The stable identifier, such as `near-tier`.
    public var identifier: String
    /// What it looks for, as one phrase.
    public var title: String
    /// Why that matters, in a sentence.
    public var reason: String
    /// The practice behind it.
    public var source: String

    init(_ identifier: String, title: String, reason: String, source: String) {
        self.identifier = identifier
        self.title = title
        self.reason = reason
        self.source = source
    }
}

/// From when on something is an exception.
public struct AuditSettings: Sendable, Hashable {
    /// How far below a tier's end a total is just below it, as a share of the end: 5 %.
    public var nearTier: BasisPoints
    /// The days between two purchases that may be one: 30.
    public var splitDays: Int
    /// The seconds within which a decision follows another one, or the submission, too soon: 10.
    public var hastySeconds: Int

    /// The standard settings.
    public static let standard = AuditSettings()

    /// Creates the standard settings.
    public init() {
        nearTier = .fivePercent
        splitDays = 30
        hastySeconds = 10
    }
}

/// Something in a journal that an auditor wants to look at.
public struct AuditFinding: Sendable, Hashable {
    /// Which kind it is of: ``AuditExceptionDescriptor/identifier``.
    public var exception: String
    /// What it is about: a request, a person or a vendor.
    public var subject: String
    /// What was found, in a sentence.
    public var summary: String
    /// The figures, in the order in which they are read.
    public var figures: [AuditFigure]
    /// The events that show it, in order.
    public var events: [Int64]

    init(
        _ exception: any AuditException.Type, _ subject: String, _ summary: String,
        _ figures: [AuditFigure], events: [Int64]
    ) {
        self.exception = exception.descriptor.identifier
        self.subject = subject
        self.summary = summary
        self.figures = figures
        self.events = Array(Set(events)).sorted()
    }
}

/// A figure of a finding.
public struct AuditFigure: Sendable, Hashable {
    /// What it is.
    public enum Value: Sendable, Hashable {
        /// Money in the ledger's currency.
        case amount(MinorUnits)
        /// How many.
        case count(Int)
        /// A day.
        case date(CalendarDate)
        /// A name, or several.
        case text(String)
    }

    /// What it is called, in snake case.
    public var name: String
    /// What it is.
    public var value: Value

    init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// What an audit finds.
public struct AuditExceptionReport: Sendable {
    /// What every output says: that one person may hold all duties.
    public var remarks: [Problem]
    /// What was looked for, and what was found of it.
    public var parts: [(descriptor: AuditExceptionDescriptor, findings: [AuditFinding])]

    /// Looks for every kind of exception.
    ///
    /// - Throws: A ``Problem`` where the journal cannot be read.
    public init(
        of journal: AuditJournal, _ settings: AuditSettings = .standard
    ) throws(Problem) {
        remarks = try journal.remarks()
        parts = try AllExceptions.list.map { exception throws(Problem) in
            (exception.descriptor, try exception.findings(in: journal, settings))
        }
    }

    /// How many findings there are.
    public var count: Int { parts.reduce(0) { $0 + $1.findings.count } }
}
