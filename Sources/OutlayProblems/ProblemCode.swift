/// The stable code of a problem.
///
/// A code is never reused. Its group says who reports it: 001–099 documents, 100–149 catalogues and
/// quotes, 150–199 values and arithmetic, 200–299 results of an evaluation (240–249 of them panels and
/// seals), 300–349 financial functions, 400–449 budgets and the ledger, 450–489 its files, 500–549
/// policies and approvals, 600–649 the business case, 700–719 documents of budgets, policies, people and
/// vendors, 720–739 purchase requests, 750–779 actuals, 780–799 who acts on a ledger, 900–999 commands and files.
public enum ProblemCode: String, Sendable, Hashable, CaseIterable {
    // Reading a document
    case syntax = "OL001"
    case notUTF8 = "OL002"
    case tooLarge = "OL003"
    case tooDeep = "OL004"
    case tooManyAliases = "OL005"
    case emptyDocument = "OL006"
    case severalDocuments = "OL007"
    case unknownKind = "OL008"
    case unknownVersion = "OL009"
    case controlCharacter = "OL010"
    case duplicateKey = "OL011"
    case unknownField = "OL012"
    case missingField = "OL013"
    case fieldsExclude = "OL014"
    case badKey = "OL015"
    // One value of a document
    case wrongType = "OL021"
    case badNumber = "OL022"
    case badDate = "OL023"
    case unknownChoice = "OL024"
    case outOfRange = "OL025"
    case badIdentifier = "OL026"
    case unknownCurrency = "OL027"
    case tooPrecise = "OL028"
    case unknownUnit = "OL029"
    case wrongLength = "OL030"
    // Values that must agree
    case weightTotal = "OL031"
    case unknownReference = "OL032"
    case duplicateIdentifier = "OL033"
    case offScale = "OL034"
    case badScale = "OL035"
    case missingTaxBasis = "OL036"
    case mixedTaxBasis = "OL037"
    case missingCashable = "OL038"
    case missingFunding = "OL039"
    case badRange = "OL040"
    case rateBasis = "OL041"
    case outsideHorizon = "OL042"
    case missingPerformance = "OL043"
    case requirementMismatch = "OL044"
    case badSeries = "OL045"
    case unknownLevel = "OL046"
    case noOptions = "OL047"
    case negativeQuantity = "OL048"
    case negativePrice = "OL049"
    case invalidTiers = "OL050"
    case pueBelowOne = "OL051"
    case lineCycle = "OL052"
    case outlivesHorizon = "OL053"
    case seriesTooShort = "OL054"
    case badComparisons = "OL055"
    case steepGrowth = "OL056"
    case badCommitment = "OL057"
    case contractPrices = "OL058"
    case badDistribution = "OL070"
    case badCorrelation = "OL071"
    case impossibleCorrelations = "OL072"
    case badProbabilities = "OL073"
    // Catalogues and quotes
    case unknownCatalogue = "OL101"
    case unknownRow = "OL102"
    case unknownColumn = "OL103"
    case emptyCell = "OL104"
    case badCell = "OL105"
    case raggedRow = "OL106"
    case stalePrice = "OL107"
    case undatedPrice = "OL108"
    case impossibleValue = "OL109"
    case badFilter = "OL111"
    case checksumMismatch = "OL112"
    case rowCountMismatch = "OL113"
    case noRows = "OL114"
    // Values and arithmetic
    case overflow = "OL151"
    case mixedCurrencies = "OL152"
    case divisionByZero = "OL153"
    case missingRate = "OL154"
    case olderRate = "OL155"
    case incompatibleUnits = "OL156"
    case badAllocation = "OL157"
    // Results of an evaluation
    case optimisticCase = "OL204"
    case signsDiffer = "OL205"
    case expiredQuote = "OL206"
    case unknownKnockOut = "OL207"
    case ineligibleRecommendation = "OL208"
    case dataScale = "OL209"
    case knockOutPrice = "OL210"
    case noClearWinner = "OL211"
    case assumedWorst = "OL212"
    case notTopScorer = "OL213"
    case sunkCost = "OL214"
    case noneEligible = "OL215"
    case priceOverCap = "OL216"
    case differentHorizons = "OL217"
    case circularLikeness = "OL218"
    case missingLine = "OL219"
    case missingLife = "OL220"
    case unusedByMethod = "OL221"
    case methodsDisagree = "OL222"
    case inconsistentComparisons = "OL225"
    case weightsFromData = "OL226"
    case weakCriterion = "OL231"
    case openValue = "OL232"
    case simulationOff = "OL233"
    case panelDisagreement = "OL241"
    case panelIncomplete = "OL242"
    case conflictOfInterest = "OL243"
    case criteriaChanged = "OL244"
    case sealedLate = "OL245"
    case damagedSeal = "OL246"
    // Tenders and tradeoffs
    case losingBidDecides = "OL252"
    case unbackedTradeoff = "OL253"
    // Financial functions
    case emptyInput = "OL301"
    case nonFinite = "OL302"
    case lengthMismatch = "OL303"
    case dateBeforeBase = "OL304"
    case noTimeSpan = "OL305"
    case noSignChange = "OL306"
    case noRealRoot = "OL307"
    case rootNotRepresentable = "OL308"
    case severalRoots = "OL309"
    case rateOutOfDomain = "OL310"
    case neverRepaid = "OL311"
    case zeroDenominator = "OL312"
    case zeroLife = "OL313"
    case periodOutOfRange = "OL314"
    case salvageExceedsCost = "OL315"
    case undecidedRows = "OL316"
    // Budgets and the ledger
    case badLedgerName = "OL401"
    case badLedgerText = "OL402"
    case badPeriod = "OL403"
    case badLedgerAmount = "OL404"
    case ledgerOverflow = "OL405"
    case damagedEvent = "OL406"
    case notOpened = "OL407"
    case shortOfFunds = "OL411"
    case overWarnLevel = "OL412"
    case beyondOrder = "OL413"
    case duplicateInvoice = "OL414"
    case notReceived = "OL415"
    case nothingOpen = "OL416"
    case beyondFramework = "OL417"
    case unknownEntry = "OL418"
    case closedForPosting = "OL419"
    case alreadyThere = "OL420"
    case notPending = "OL421"
    case notApproved = "OL422"
    case keyConflict = "OL423"
    case badLedgerCommand = "OL424"
    case beyondAllotment = "OL430"
    case budgetOverridden = "OL431"
    case yearWithoutBudget = "OL432"
    // Files of the ledger
    case ledgerBusy = "OL450"
    case damagedLedger = "OL451"
    case notALedger = "OL452"
    case newerLedger = "OL453"
    case olderLedger = "OL454"
    case ledgerNotWritable = "OL455"
    case diskFull = "OL456"
    case networkFileSystem = "OL457"
    case ledgerReplaced = "OL458"
    case missingLog = "OL459"
    case damagedLog = "OL460"
    case brokenChain = "OL461"
    case anchorMismatch = "OL462"
    case rowsDiffer = "OL463"
    case evidenceDiffers = "OL464"
    case durabilityRefused = "OL465"
    case badAnchor = "OL466"
    // Policies and approvals
    case badApprovalTiers = "OL501"
    case unorderedApprover = "OL502"
    case badReporting = "OL503"
    case badDelegation = "OL504"
    case policyTestFailed = "OL505"
    case documentIdentity = "OL506"
    case selfApproval = "OL521"
    case notAnApprover = "OL522"
    case alreadyApproved = "OL523"
    case delegationRefused = "OL524"
    case overrideRefused = "OL525"
    case dutyRefused = "OL526"
    case noPolicy = "OL527"
    case routeRefused = "OL528"
    case proofMissing = "OL529"
    case singlePerson = "OL545"
    case splitSuspected = "OL546"
    case possibleDuplicate = "OL547"
    case boughtBeforeApproval = "OL548"
    case newVendor = "OL549"
    // The business case: rules of `outlay lint`
    case noBaseline = "OL601"
    case fewOptions = "OL602"
    case needNamesAnswer = "OL603"
    case unsourcedNumber = "OL604"
    case missingRange = "OL605"
    case unstatedSwing = "OL606"
    case correlatedCriteria = "OL607"
    case priceAsCriterion = "OL608"
    case scoredAndMonetised = "OL609"
    case noBenefits = "OL610"
    case unsourcedRate = "OL611"
    case unvariedCase = "OL612"
    case riskWithoutOwner = "OL613"
    case unbudgetedCategory = "OL614"
    case unfundedYear = "OL615"
    case unstatedEscalation = "OL616"
    case noLeavingCost = "OL617"
    case staleSource = "OL618"
    case baselineEndsEarly = "OL619"
    case noOwnStaff = "OL620"
    case savingWithoutCut = "OL621"
    case noRenewalPrice = "OL622"
    case supportEnds = "OL623"
    case weightsChangedLate = "OL624"
    // The business case: suppressions
    case idleSuppression = "OL640"
    case lapsedSuppression = "OL641"
    case notSuppressible = "OL642"
    // Budget, Policy, Organisation and Vendors documents
    case badBudgetLine = "OL701"
    case lineBudgetedTwice = "OL702"
    case lineVanished = "OL703"
    case badBudgetYear = "OL704"
    case revisionOrder = "OL705"
    case roleNotHeld = "OL706"
    case notInOrganisation = "OL707"
    case deputyCircle = "OL708"
    case lineNotBudgeted = "OL709"
    case vendorNotRegistered = "OL710"
    // Requests
    case choiceReasonMissing = "OL721"
    case unmappedCharge = "OL722"
    case notEligible = "OL723"
    case undecidedChoice = "OL724"
    case lapsedQuote = "OL725"
    case nothingToBuy = "OL726"
    case sourceDiffers = "OL727"
    case frozenDiffers = "OL728"
    case badFreeze = "OL729"
    // Rows of imports
    case actualsUnmatched = "OL750"
    // Actuals of other systems
    case unknownActualsColumn = "OL761"
    case actualsCurrency = "OL762"
    case duplicateActuals = "OL763"
    case controlTotalDiffers = "OL764"
    case unknownActualsLine = "OL765"
    // Who acts on a ledger
    case noLedgerNamed = "OL781"
    case unknownAccount = "OL782"
    case actingForbidden = "OL783"
    case testLedger = "OL784"
    case noPolicyTests = "OL785"
    case yearNotSettled = "OL786"
    case staleSnapshot = "OL790"
    case nothingChosen = "OL791"
    // Commands and files
    case usage = "OL901"
    case unreadableFile = "OL902"
    case unwritableFile = "OL903"
    case fileExists = "OL904"
    case unknownName = "OL905"
    case unusedOverride = "OL906"
    case noGit = "OL907"
    case noRepository = "OL908"
    case unknownRevision = "OL909"
    case notInRevision = "OL910"
    case gitFailed = "OL911"
    case differentCurrencies = "OL912"
    case internalError = "OL999"
}

extension ProblemCode {
    /// What a command can still say when this problem stands, which decides its exit code.
    public enum Outcome: String, Sendable, Hashable {
        /// The answer stands: a note or a warning.
        case answered
        /// Malformed document, unreadable input or wrong usage: exit code 2.
        case malformed
        /// A check or a rule said no: exit code 1.
        case refused
        /// Well-formed but cannot be decided: exit code 3.
        case undecidable
        /// This person may not: exit code 4.
        case forbidden
        /// Somebody or something was first: exit code 5.
        case conflict
        /// A ledger is damaged or was altered: exit code 6.
        case damaged
        /// The output could not be written: exit code 74.
        case unwritten
        /// A mistake of ours: exit code 70.
        case ourMistake
    }

    /// Whether a rule of `outlay lint` reports it, which says itself what it means and how much it matters.
    public var isOfLintRule: Bool {
        (601..<640).contains(Int(rawValue.dropFirst(2)) ?? 0)
    }

    /// What a command can still say when this problem stands.
    public var outcome: Outcome {
        switch self {
        case .shortOfFunds, .beyondOrder, .duplicateInvoice, .notReceived, .nothingOpen,
            .beyondFramework, .routeRefused, .policyTestFailed, .controlTotalDiffers,
            .yearNotSettled,
            .choiceReasonMissing, .notEligible:
            .refused
        case .missingRate, .missingLife, .noSignChange, .noRealRoot, .rootNotRepresentable,
            .neverRepaid,
            .zeroDenominator, .notOpened, .noLedgerNamed, .staleSnapshot, .nothingChosen,
            .unknownEntry, .closedForPosting,
            .noPolicy, .noPolicyTests,
            .proofMissing, .unknownActualsLine, .unmappedCharge, .undecidedChoice,
            .lapsedQuote, .nothingToBuy, .sourceDiffers:
            .undecidable
        case .selfApproval, .notAnApprover, .delegationRefused, .overrideRefused, .dutyRefused,
            .unknownAccount, .actingForbidden:
            .forbidden
        case .alreadyThere, .revisionOrder, .notPending, .notApproved, .keyConflict,
            .alreadyApproved,
            .ledgerBusy:
            .conflict
        case .damagedEvent, .damagedLedger, .ledgerReplaced, .missingLog, .damagedLog, .brokenChain,
            .anchorMismatch, .rowsDiffer, .evidenceDiffers, .frozenDiffers, .badFreeze:
            .damaged
        case .unwritableFile, .ledgerNotWritable, .diskFull, .durabilityRefused: .unwritten
        case .internalError, .simulationOff: .ourMistake
        default: severity == .error ? .malformed : .answered
        }
    }

    /// The severity a problem of this code has unless its reporter says otherwise.
    public var severity: Severity {
        switch self {
        case .knockOutPrice, .olderRate, .sunkCost, .weakCriterion, .conflictOfInterest,
            .singlePerson, .testLedger:
            .note
        case .steepGrowth, .stalePrice, .undatedPrice, .optimisticCase, .signsDiffer,
            .expiredQuote, .unknownKnockOut,
            .ineligibleRecommendation, .dataScale, .noClearWinner, .assumedWorst, .notTopScorer,
            .noneEligible, .priceOverCap, .missingLine, .unusedByMethod, .methodsDisagree,
            .openValue,
            .inconsistentComparisons, .weightsFromData,
            .losingBidDecides, .unbackedTradeoff, .severalRoots, .undecidedRows,
            .differentCurrencies,
            .panelDisagreement, .panelIncomplete, .criteriaChanged, .sealedLate, .overWarnLevel,
            .beyondAllotment, .budgetOverridden, .yearWithoutBudget,
            .splitSuspected, .possibleDuplicate, .boughtBeforeApproval, .newVendor,
            .deputyCircle, .lineNotBudgeted, .vendorNotRegistered,
            .idleSuppression, .lapsedSuppression, .actualsUnmatched:
            .warning
        default: isOfLintRule ? .warning : .error
        }
    }
}
