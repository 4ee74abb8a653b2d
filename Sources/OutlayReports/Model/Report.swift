import OutlayProblems

/// A report without a format: what is said, in order, every figure as it is shown and as data.
///
/// Texts are shown as they are; each ``ReportFormat`` escapes them. Shown numbers group their digits
/// by U+202F and carry U+2212 as the minus sign (``FigureText``); a format may replace both.
public struct Report: Sendable {
    /// What the report is about.
    public var title: String
    /// The frame of every figure: document, currency, horizon, day; nil where it needs none.
    public var subtitle: String?
    /// The answer, before the first section.
    public var summary: [Block]
    /// The parts, in reading order.
    public var sections: [ReportSection]
    /// What stands at the end: tool version, inputs, hashes.
    public var footer: [RichText]

    /// Creates a report.
    public init(
        title: String, subtitle: String? = nil, summary: [Block] = [],
        sections: [ReportSection] = [], footer: [RichText] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.summary = summary
        self.sections = sections
        self.footer = footer
    }

    /// The tables of the whole report in reading order, those of its charts among them.
    public var tables: [Table] {
        (summary + sections.flatMap(\.blocks)).compactMap(\.table)
    }
}

/// One part of a report: a finding, the question it answers, and what supports it.
public struct ReportSection: Sendable {
    /// A stable name within the report, fit for an anchor: lower-case letters, digits and `-`.
    public var id: String
    /// The finding as a sentence without full stop: `Northwind costs EUR 57 k more`.
    public var title: String
    /// The question that the section answers, or nil where the title says it all.
    public var question: String?
    /// What the section shows.
    public var blocks: [Block]

    /// Creates a section.
    public init(id: String, title: String, question: String? = nil, blocks: [Block]) {
        self.id = id
        self.title = title
        self.question = question
        self.blocks = blocks
    }
}

/// One piece of a report.
public enum Block: Sendable {
    /// Running text.
    case paragraph(RichText)
    /// Labelled single values.
    case facts([Fact])
    /// Rows and columns.
    case table(Table)
    /// A drawing that carries the table of its figures.
    case chart(any Chart)
    /// Points of equal rank.
    case list([RichText])
    /// Things within things, each with a value.
    case outline(Outline)
    /// Something the reader must not miss.
    case callout(Severity, RichText)

    /// The table of the block or of its chart.
    public var table: Table? {
        switch self {
        case .table(let table): table
        case .chart(let chart): chart.table
        case .outline(let outline): outline.table
        default: nil
        }
    }
}

/// A labelled value: `NPV: +97 121`.
public struct Fact: Sendable, Hashable {
    /// What the value is.
    public var label: String
    /// The value.
    public var value: RichText

    /// Creates a fact.
    public init(_ label: String, _ value: RichText) {
        self.label = label
        self.value = value
    }
}
