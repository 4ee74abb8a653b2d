import OutlayDecisions
import OutlayEconomics
import OutlayValues

/// One checked evaluation: everything a comparison needs, with no reference left open.
public struct Evaluation: Sendable {
    /// The document's identifier.
    public var id: String
    /// What readers see.
    public var title: String
    /// The person who answers for it, where stated.
    public var owner: String?
    /// What the purchase must achieve, where stated.
    public var need: String?
    /// Whether prices carry inflation.
    public var priceBase: PriceBase
    /// The horizon, rate, currency, calendar and assumptions.
    public var study: Study
    /// The criteria, knock-outs and rules.
    public var decision: DecisionModel
    /// The method that ranks the options, or nil where their additive value does.
    public var method: MethodChoice?
    /// The options, in the document's order; at least one.
    public var options: [PurchaseOption]
    /// The option the others are measured against, where there is one.
    public var baseline: String?
    /// What the document recommends, where it does.
    public var recommendation: Recommendation?
    /// What the recommended option was chosen over, in the document's order.
    public var tradeoffs: [Tradeoff]
    /// How the purchase would be charged, where stated.
    public var purchase: Purchase?
    /// The sources, in the document's order.
    public var sources: [Source]
    /// The exchange rates used, in order of their currencies.
    public var exchangeRates: [ExchangeRate]
    /// How weights were derived, for each level of criteria whose weights are not stated.
    public var weightings: [LevelWeighting]
    /// What the costs of options are compared by.
    public var comparisonBasis: ComparisonBasis
    /// The performances that are set against the price, in the document's order.
    public var pricePerformances: [PricePerformanceRequest]
    /// The people who score some of the criteria, where there are any.
    public var panel: Panel?
    /// The seal of the criteria, where the document names one.
    public var criteriaSeal: CriteriaSeal?
    /// Which numbers with a range move together, in the document's order.
    public var correlations: [InputCorrelation]
    /// Named states of the world, in the document's order.
    public var scenarios: [Scenario]
    /// The identifier of the source of the discount rate, where stated.
    public var rateSource: String?
    /// The identifier of the source of each criterion's performances, where stated.
    public var criterionSources: [String: String] = [:]
    /// What may go wrong, in the document's order.
    public var risks: [Risk] = []
    /// What was varied and what came of it, in the author's words, where stated.
    public var sensitivityStatement: String?
    /// The findings of `outlay lint` that the document leaves out, each with its reason.
    public var lintSuppressions: [LintSuppression] = []
    /// Where its parts stand in the document it was read from, where it was.
    public var places: DocumentPlaces?

    /// Creates an evaluation.
    public init(
        id: String, title: String, owner: String? = nil, need: String? = nil,
        priceBase: PriceBase = .nominal, study: Study, decision: DecisionModel,
        method: MethodChoice? = nil, options: [PurchaseOption], baseline: String? = nil,
        recommendation: Recommendation? = nil, purchase: Purchase? = nil, sources: [Source] = [],
        exchangeRates: [ExchangeRate] = [], panel: Panel? = nil, criteriaSeal: CriteriaSeal? = nil,
        weightings: [LevelWeighting] = [], tradeoffs: [Tradeoff] = [],
        correlations: [InputCorrelation] = [], scenarios: [Scenario] = [],
        comparisonBasis: ComparisonBasis = .presentValue,
        pricePerformances: [PricePerformanceRequest] = [],
        rateSource: String? = nil, places: DocumentPlaces? = nil
    ) {
        self.id = id
        self.title = title
        self.owner = owner
        self.need = need
        self.priceBase = priceBase
        self.study = study
        self.decision = decision
        self.method = method
        self.options = options
        self.baseline = baseline
        self.recommendation = recommendation
        self.purchase = purchase
        self.sources = sources
        self.exchangeRates = exchangeRates
        self.weightings = weightings
        self.panel = panel
        self.criteriaSeal = criteriaSeal
        self.tradeoffs = tradeoffs
        self.correlations = correlations
        self.scenarios = scenarios
        self.comparisonBasis = comparisonBasis
        self.pricePerformances = pricePerformances
        self.rateSource = rateSource
        self.places = places
    }

    /// Whether some weights come from what the options achieve, so that no seal can hold them.
    public var hasWeightsFromData: Bool { weightings.contains { $0.method.kind == .data } }

    /// Whether any option has a cost or benefit; without one, money says nothing.
    public var hasLines: Bool { options.contains { !$0.lines.isEmpty } }

    /// Returns the source of this identifier, or nil where there is none.
    public func source(_ id: String) -> Source? {
        sources.first { $0.id == id }
    }

    /// Returns the study of `option`: the document's, over the option's own years where it states them.
    public func study(of option: PurchaseOption) -> Study {
        var own = study
        own.horizon.years = option.horizonYears ?? study.horizon.years
        return own
    }

    /// A performance that is set against the price.
    public struct PricePerformanceRequest: Sendable, Hashable {
        /// The criterion, whose performances are numbers.
        public var criterion: String
        /// The amount of money that buys a performance, above 0.
        public var per: ExactDecimal

        /// Creates a request.
        public init(criterion: String, per: ExactDecimal) {
            self.criterion = criterion
            self.per = per
        }
    }

    /// What the costs of options are compared by.
    public enum ComparisonBasis: String, Sendable, Hashable, CaseIterable {
        /// The total cost of ownership, which needs one horizon for all.
        case presentValue = "present-value"
        /// The cost of one year, as if each option were renewed as it is when its years end.
        case equivalentAnnualCost = "equivalent-annual-cost"
    }

    /// What a document recommends.
    public struct Recommendation: Sendable, Hashable {
        /// The recommended option.
        public var option: String
        /// Why, where stated.
        public var reason: String?

        /// Creates a recommendation.
        public init(option: String, reason: String? = nil) {
            self.option = option
            self.reason = reason
        }
    }

    /// How a purchase would be charged and decided.
    public struct Purchase: Sendable, Hashable {
        /// The department that asks, where stated.
        public var department: String?
        /// What is bought, such as `software`, where stated.
        public var category: String?
        /// Whether personal data is processed, where stated.
        public var handlesPersonalData: Bool?
        /// The procurement route, where stated.
        public var route: String?
        /// Why that route, where stated.
        public var reason: String?
        /// The budget line of each cost category.
        public var charge: [String: String]
        /// Where the money of each fiscal year comes from, by the name of the year such as `FY2027`.
        public var funding: [String: String] = [:]

        /// Creates a purchase.
        public init(
            department: String? = nil, category: String? = nil, handlesPersonalData: Bool? = nil,
            route: String? = nil, reason: String? = nil, charge: [String: String] = [:]
        ) {
            self.department = department
            self.category = category
            self.handlesPersonalData = handlesPersonalData
            self.route = route
            self.reason = reason
            self.charge = charge
        }
    }
}

/// One way to meet the need.
public struct PurchaseOption: Sendable {
    /// The identifier, unique in the evaluation.
    public var id: String
    /// What readers see.
    public var title: String
    /// The vendor's identifier, where a vendor is paid.
    public var vendor: String?
    /// What it is, where stated.
    public var summary: String?
    /// The contract's term, where stated.
    public var term: ContractTerm?
    /// The option that this one is a variant of: an offer of the same vendor that differs in details.
    public var variantOf: String?
    /// The years that it is looked at over, where they are not the document's.
    public var horizonYears: Int?
    /// The costs and benefits, in the document's order.
    public var lines: [CostLine]
    /// The optional purchases that nobody plans: part of the contract's value, of no other figure.
    public var unplannedLines: [CostLine] = []
    /// The products it needs whose support may end, where it names any.
    public var products: [ProductSupport] = []
    /// The known performances by criterion or knock-out.
    public var performances: [String: Performance]
    /// How far the performances may be off, by criterion, where stated.
    public var performanceRanges: [String: UncertainRange]
    /// Why it was set aside without evaluation, where it was.
    public var rejection: String?
    /// The catalogue cells its numbers come from, in order of use.
    public var catalogueFacts: [CatalogueFact]

    /// Creates an option.
    public init(
        id: String, title: String? = nil, vendor: String? = nil, summary: String? = nil,
        term: ContractTerm? = nil, variantOf: String? = nil, horizonYears: Int? = nil,
        lines: [CostLine] = [], performances: [String: Performance] = [:],
        performanceRanges: [String: UncertainRange] = [:], rejection: String? = nil,
        catalogueFacts: [CatalogueFact] = []
    ) {
        self.id = id
        self.title = title ?? id
        self.vendor = vendor
        self.summary = summary
        self.term = term
        self.variantOf = variantOf
        self.horizonYears = horizonYears
        self.lines = lines
        self.performances = performances
        self.performanceRanges = performanceRanges
        self.rejection = rejection
        self.catalogueFacts = catalogueFacts
    }
}

extension PurchaseOption {
    /// Everything that the contract may come to: ``lines``, then ``unplannedLines``.
    public var contractLines: [CostLine] { lines + unplannedLines }
}

/// Where a number or a claim comes from.
public struct Source: Sendable, Hashable {
    /// The identifier that lines refer to.
    public var id: String
    /// What readers see.
    public var title: String
    /// The day it was made.
    public var date: CalendarDate?
    /// The last day it may be relied on, for a quote.
    public var validUntil: CalendarDate?
    /// The file that holds it.
    public var file: String?
    /// The SHA-256 of that file in lower-case hexadecimal digits.
    public var sha256: String?
    /// The address it was read at.
    public var url: String?

    /// Creates a source.
    public init(
        id: String, title: String, date: CalendarDate? = nil, validUntil: CalendarDate? = nil,
        file: String? = nil, sha256: String? = nil, url: String? = nil
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.validUntil = validUntil
        self.file = file
        self.sha256 = sha256
        self.url = url
    }
}

/// A catalogue cell that an evaluation took a number from.
public struct CatalogueFact: Sendable, Hashable {
    /// What took it: a line, a criterion or a knock-out.
    public var use: String
    /// The catalogue's identifier.
    public var catalogue: String
    /// The row's key.
    public var row: String
    /// The column's name.
    public var column: String
    /// The cell's text.
    public var value: String
    /// The unit, such as `USD/hour`; empty where there is none.
    public var unit: String
    /// The day of the price, where the catalogue gives one.
    public var date: CalendarDate?
    /// The last day the price may be relied on, where the catalogue is a quote.
    public var validUntil: CalendarDate?
    /// The row's source, where the catalogue gives one.
    public var source: String?

    /// Creates a fact.
    public init(
        use: String, catalogue: String, row: String, column: String, value: String,
        unit: String = "", date: CalendarDate? = nil, validUntil: CalendarDate? = nil,
        source: String? = nil
    ) {
        self.use = use
        self.catalogue = catalogue
        self.row = row
        self.column = column
        self.value = value
        self.unit = unit
        self.date = date
        self.validUntil = validUntil
        self.source = source
    }
}
