import OutlayProblems
import OutlayValues

/// One cost or benefit of an option: a model that says when how much falls due, and what kind of money it is.
public struct CostLine: Sendable {
    /// The identifier, unique within its option.
    public var id: String
    /// What readers see; the identifier where the document gives none.
    public var title: String
    /// What kind of thing it is, such as `subscription`; lines are added up by it.
    public var category: String
    /// Whether it is money out or a gain.
    public var direction: Direction
    /// When how much falls due.
    public var model: any CostModel
    /// What its quantity counts, such as `h`, where stated.
    public var unit: String?
    /// Who bears it.
    public var funding: Funding
    /// Whether money that was spent or fell due before the decision; shown, never counted.
    public var isSunk: Bool
    /// How its prices relate to purchase tax, or nil where none is due (payroll, benefits).
    public var tax: Tax?
    /// The rate from the line's currency, or nil where it is in the study's.
    public var exchangeRate: ExchangeRate?
    /// Who is paid under a contract, or nil for an inside cost.
    public var vendor: String?
    /// Whether it is capital expenditure.
    public var isCapital: Bool
    /// The months from its payment that a single payment serves, where stated: a licence paid for three years.
    public var serviceMonths: Int?
    /// How far it may be off, where stated.
    public var range: UncertainRange?
    /// The identifier of its source, where stated.
    public var source: String?
    /// The person who answers for it, where stated.
    public var owner: String?
    /// What else readers should know, where stated.
    public var note: String?
    /// The day of its price, where stated.
    public var priceDate: CalendarDate?
    /// What brings its prices to the money of a study in real terms, where they carry inflation.
    public var deflation: Deflation?
    /// Whether the buyer may call for it later under the contract, and means to; nil for what is bought.
    public var optional: OptionalPurchase?
    /// The budget line that is lowered by a cashable benefit, where stated.
    public var cutBudget: String?
    /// Where it stands in its document, for what cannot be computed.
    public var place: Location?

    /// The category of leaving costs: counted in total cost, shown apart from the contract value.
    public static let leavingCategory = "exit"
    /// The category that must state its funding.
    public static let labourCategory = "labour"

    /// Whether a line is money out or a gain.
    public enum Direction: Sendable, Hashable {
        /// Money out.
        case cost
        /// A gain: money in or not spent where `isCashable`, otherwise worth something without money.
        case benefit(isCashable: Bool)
    }

    /// A purchase that a contract lets its buyer call for later, at a price that it names.
    public enum OptionalPurchase: String, Sendable, Hashable, CaseIterable {
        /// Meant to be called for: counted in total cost and contract value, never committed.
        case planned
        /// Held in reserve: counted in the contract value alone.
        case unplanned
    }

    /// Who bears a line.
    public enum Funding: Sendable, Hashable {
        /// A budget that the purchase is charged to.
        case budget
        /// Staff already employed: no money moves, unless a budget is cut from a day on.
        case payroll(released: Release?)
    }

    /// The cut of a budget that turns saved staff time into money.
    public struct Release: Sendable, Hashable {
        /// The budget that is cut.
        public var budget: String
        /// The first day of the cut.
        public var from: CalendarDate

        /// Creates a release.
        public init(budget: String, from: CalendarDate) {
            self.budget = budget
            self.from = from
        }
    }

    /// Creates a line.
    public init(
        id: String, title: String? = nil, category: String, direction: Direction,
        model: any CostModel, unit: String? = nil, funding: Funding = .budget, isSunk: Bool = false,
        tax: Tax? = nil,
        exchangeRate: ExchangeRate? = nil, vendor: String? = nil, isCapital: Bool = false,
        serviceMonths: Int? = nil,
        range: UncertainRange? = nil, source: String? = nil, owner: String? = nil,
        note: String? = nil, priceDate: CalendarDate? = nil,
        deflation: Deflation? = nil, place: Location? = nil
    ) {
        self.id = id
        self.title = title ?? id
        self.category = category
        self.direction = direction
        self.model = model
        self.unit = unit
        self.funding = funding
        self.isSunk = isSunk
        self.tax = tax
        self.exchangeRate = exchangeRate
        self.vendor = vendor
        self.isCapital = isCapital
        self.serviceMonths = serviceMonths
        self.range = range
        self.source = source
        self.owner = owner
        self.note = note
        self.priceDate = priceDate
        self.deflation = deflation
        self.place = place
    }

    /// Whether it is money out.
    public var isCost: Bool { direction == .cost }

    /// Whether its money falls due once or comes back.
    public var recurrence: CostRecurrence { model.recurrence }
}
