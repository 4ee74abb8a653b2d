import OutlayProblems
import OutlayValues

/// A line of the budget tree.
public struct Node: Sendable, Hashable {
    /// Its name.
    public var id: NodeID
    /// The line above, or nil at the top.
    public var parent: NodeID?
    /// What it is called.
    public var title: LedgerText
    /// What it stands for.
    public var kind: NodeKind
    /// Whether its money is capital or operating expenditure, or nil where it may be either.
    public var expenditure: Expenditure?
    /// How its money binds.
    public var control: ControlMode
    /// The share of the allotment above which a use is flagged, or nil for none.
    public var warnLevel: BasisPoints?
    /// How far above the allotment a plan may go, as a share of it.
    public var tolerance: BasisPoints
    /// How far above the allotment a plan may go besides, as an amount.
    public var toleranceAmount: MinorUnits
    /// How the allotment of a year is spread over its periods, and over which of them it binds.
    public var phasing: Phasing
    /// Who answers for it and gets its notices, or nil.
    public var owner: PersonID?
    /// The first day it may be charged, or nil for always.
    public var validFrom: CalendarDate?
    /// The last day it may be charged, or nil for always.
    public var validTo: CalendarDate?

    /// Creates a line under hard control, without tolerance, warning or phasing.
    public init(_ id: NodeID, parent: NodeID? = nil, control: ControlMode = .hard) {
        self.id = id
        self.parent = parent
        self.control = control
        title = .empty
        kind = .costCentre
        tolerance = .zero
        toleranceAmount = .zero
        phasing = .none
    }

    /// Returns the most that plans may use of `allotted`, or nil where nothing binds.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func limit(of allotted: MinorUnits) throws(Problem) -> MinorUnits? {
        guard control == .hard else { return nil }
        return try allotted + tolerance.share(of: allotted) + toleranceAmount
    }
}

/// What a line stands for.
public enum NodeKind: String, Sendable, Hashable, CaseIterable {
    /// A part of the organisation.
    case costCentre = "cost_centre"
    /// A project.
    case project
    /// An account of the chart.
    case account
    /// A spend category.
    case category
    /// A fund, or a grant with a purpose.
    case fund
}

/// Whether money buys an asset or keeps things running.
public enum Expenditure: String, Sendable, Hashable, CaseIterable {
    /// Capital expenditure.
    case capital
    /// Operating expenditure.
    case operating
}

/// How a line's money binds those who plan to spend it.
public enum ControlMode: String, Sendable, Hashable, CaseIterable {
    /// A plan over the cap is refused.
    case hard
    /// A plan over the allotment goes through with a flag.
    case soft
    /// Nothing binds; as an ancestor it is summed when it is read.
    case track
}
