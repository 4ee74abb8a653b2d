/// The rule behind a problem code, in words.
public struct ProblemRule: Sendable, Hashable {
    /// What the code means, as one phrase.
    public var title: String
    /// Why the rule is there, and how to keep it, in full sentences.
    public var explanation: String

    init(_ title: String, _ explanation: String) {
        self.title = title
        self.explanation = explanation
    }
}

extension ProblemCode {
    /// The rule behind the code.
    public var rule: ProblemRule {
        switch group {
        case .form: formRule
        case .value: valueRule
        case .agreement: agreementRule
        case .line: lineRule
        case .uncertainty: uncertaintyRule
        case .catalogue: catalogueRule
        case .arithmetic: arithmeticRule
        case .result: resultRule
        case .panel: panelRule
        case .tender: tenderRule
        case .function: functionRule
        case .budget: budgetRule
        case .ledgerFile: ledgerFileRule
        case .approval: approvalRule
        case .request: requestRule
        case .command: commandRule
        }
    }

    /// What a code is about, by its number.
    private enum Group {
        case form, value, agreement, line, uncertainty, catalogue, arithmetic, result, panel
        case tender, function, budget, ledgerFile, approval, request, command
    }

    private var group: Group {
        switch Int(rawValue.dropFirst(2)) ?? 0 {
        case ..<21: .form
        case ..<31: .value
        case 48..<55, 56..<70: .line
        case 70..<80: .uncertainty
        case ..<101: .agreement
        case ..<150: .catalogue
        case ..<200: .arithmetic
        case 240..<250: .panel
        case 250..<260: .tender
        case 300..<350: .function
        case 400..<450: .budget
        case 450..<490: .ledgerFile
        case 500..<550: .approval
        case 720..<740: .request
        case ..<900: .result
        default: .command
        }
    }

    private var formRule: ProblemRule {
        switch self {
        case .syntax:
            ProblemRule(
                "the text is not YAML, JSON or CSV",
                "Nothing can be read before the text has its form. The place is where reading stopped; the "
                    + "mistake is there or a little before: a missing bracket, quote, colon or comma."
            )
        case .notUTF8:
            ProblemRule(
                "the file is not UTF-8",
                "Every document and table is UTF-8, with or without a byte order mark. Save the file as UTF-8."
            )
        case .tooLarge:
            ProblemRule(
                "the file or value is too large",
                "Sizes are bounded so that no input can exhaust the machine. Check that it is the file you meant."
            )
        case .tooDeep:
            ProblemRule(
                "values are nested too deeply",
                "A document has at most 64 levels; real ones have fewer than ten.")
        case .tooManyAliases:
            ProblemRule(
                "aliases expand to too many values",
                "A YAML alias repeats what its anchor holds. A document has at most 100 000 values when all "
                    + "aliases are written out.")
        case .emptyDocument:
            ProblemRule(
                "the file holds nothing", "A document or table has at least its first lines.")
        case .severalDocuments:
            ProblemRule(
                "the file holds several documents",
                "One file is one document, so that a path names it. Split the file at `---`.")
        case .unknownKind:
            ProblemRule(
                "the document's kind is not known",
                "`kind` says what a document is, and what its fields mean.")
        case .unknownVersion:
            ProblemRule(
                "the document's version is not known",
                "`apiVersion` says by which rules a document is read. This tool reads `outlay/v1`.")
        case .controlCharacter:
            ProblemRule(
                "the text holds a control character",
                "Control characters are invisible and change what a reader sees. Remove them.")
        case .duplicateKey:
            ProblemRule(
                "a key is given twice",
                "Of two values one would be lost without a word. Remove one of them.")
        case .unknownField:
            ProblemRule(
                "a field is not known",
                "A field that is not read would be ignored without a word, and a misspelt one changes results. "
                    + "`outlay schema KIND` lists the fields.")
        case .missingField:
            ProblemRule(
                "a required field is missing", "Nothing is assumed in its place. Add the field.")
        case .fieldsExclude:
            ProblemRule(
                "two fields exclude each other",
                "Both say the same thing in different ways, or one makes no sense beside the other."
            )
        default:
            ProblemRule(
                "a key is not a plain text",
                "Keys are names. Lists, maps and merge keys (`<<`) as keys are not part of the format."
            )
        }
    }

    private var valueRule: ProblemRule {
        switch self {
        case .wrongType:
            ProblemRule(
                "a value is of the wrong type",
                "The field decides what its value is, never how the value looks: `NO` in a text field is "
                    + "Norway, and a quoted `\"5\"` is a text.")
        case .badNumber:
            ProblemRule(
                "a number is not written as one",
                "Numbers are digits with at most one point: no exponent, no grouping, no leading zero, no unit. "
                    + "Ratios are fractions of 1.")
        case .badDate:
            ProblemRule(
                "a date is not one", "Dates are written YYYY-MM-DD and exist in the calendar.")
        case .unknownChoice:
            ProblemRule(
                "a word is not one of the choices", "The field takes only the words listed.")
        case .outOfRange:
            ProblemRule("a number is out of its range", "The field's meaning bounds it.")
        case .badIdentifier:
            ProblemRule(
                "an identifier is not written as one",
                "Identifiers are lower-case letters, digits, `-`, `_` and `.`, and begin with a letter or digit."
            )
        case .unknownCurrency:
            ProblemRule(
                "a currency is not known", "Currencies are ISO 4217 codes that have a minor unit.")
        case .tooPrecise:
            ProblemRule(
                "an amount has more decimals than its currency",
                "What is paid is a whole number of minor units. Prices for one of many may be finer: use "
                    + "`quantity` and `unit_cost`.")
        case .unknownUnit:
            ProblemRule("a unit is not known", "Only known units convert exactly.")
        default:
            ProblemRule("a list or text has the wrong length", "The field says how many it takes.")
        }
    }

    private var agreementRule: ProblemRule {
        switch self {
        case .weightTotal:
            ProblemRule(
                "the weights of a level do not total 1 or 100",
                "Weights are shares. A total that is off means that one was forgotten or changed alone."
            )
        case .unknownReference:
            ProblemRule(
                "a name refers to nothing",
                "Every name stands for something that the document defines.")
        case .duplicateIdentifier:
            ProblemRule("an identifier names two things", "References would be ambiguous.")
        case .offScale:
            ProblemRule(
                "a performance is off its scale",
                "A scale covers everything the options can do; a value outside it would be cut off silently."
            )
        case .badScale:
            ProblemRule(
                "a scale cannot be used",
                "Worst and best differ and agree with the direction; points ascend; values lie in 0 to 100."
            )
        case .missingTaxBasis:
            ProblemRule(
                "a price does not say whether it holds tax",
                "Net and gross prices differ by a fifth and look alike. State `tax: {prices: net | gross}`."
            )
        case .mixedTaxBasis:
            ProblemRule(
                "net and gross prices are mixed", "Totals over both would compare nothing.")
        case .missingCashable:
            ProblemRule(
                "a benefit does not say whether it is cashable",
                "Saved time is not saved money until a budget gives it back; both sums are always shown."
            )
        case .missingFunding:
            ProblemRule(
                "labour does not say who pays it",
                "Staff already employed cost no new money; contractors do. State `funded`.")
        case .badRange:
            ProblemRule("a range does not span its value", "low ≤ value ≤ high.")
        case .rateBasis:
            ProblemRule(
                "the discount rate and the prices disagree about inflation",
                "A nominal rate discounts nominal prices, a real one real prices.")
        case .outsideHorizon:
            ProblemRule(
                "a date is outside the horizon",
                "What falls outside the years looked at is not counted.")
        case .missingPerformance:
            ProblemRule(
                "an option has no performance on a criterion",
                "No zero stands in for what is not known. Find it out, or state `missing: worst` or "
                    + "`missing: bounds`.")
        case .requirementMismatch:
            ProblemRule(
                "a requirement does not go with its type",
                "Only numbers, levels and dates have an order.")
        case .badSeries:
            ProblemRule(
                "a series over time has a gap or runs backwards",
                "A series holds each value until the next, from the horizon's start on.")
        case .unknownLevel:
            ProblemRule("a level is not on its list", "Levels are the named steps of a scale.")
        case .badComparisons: weightingRule
        default:
            ProblemRule("there is no option", "An evaluation compares at least one option.")
        }
    }

    private var weightingRule: ProblemRule {
        switch self {
        case .badComparisons:
            ProblemRule(
                "comparisons cannot stand together",
                "One pair has one ratio, and its inverse the other way round; anything counts once as much "
                    + "as itself; and a chain of comparisons leads from each criterion to every other."
            )
        case .inconsistentComparisons:
            ProblemRule(
                "comparisons contradict each other",
                "A consistency ratio above 0.10 says that the comparisons agree little better than chance. "
                    + "The three furthest from the weights are named; ask again about them.")
        default:
            ProblemRule(
                "weights come from the options at hand",
                "Such weights measure how far the options lie apart, not what anybody prefers, and another "
                    + "option changes all of them. State weights, and use these for comparison.")
        }
    }

    private var catalogueRule: ProblemRule {
        switch self {
        case .unknownCatalogue:
            ProblemRule(
                "there is no such catalogue",
                "Catalogues are looked for in `--catalogs`, the project's folder, or the nearest `catalogs`."
            )
        case .unknownRow:
            ProblemRule("a catalogue has no such row", "Rows are named by the key column.")
        case .unknownColumn:
            ProblemRule("a table has no such column", "`outlay catalog show ID` lists the columns.")
        case .emptyCell:
            ProblemRule(
                "a needed cell is empty",
                "An empty cell means that the source does not say. It is never read as zero.")
        case .badCell:
            ProblemRule(
                "a cell is not what its column says", "Cells are read as strictly as documents.")
        case .raggedRow:
            ProblemRule(
                "a row has more or fewer cells than the head",
                "Cells would be read in the wrong column. Quote cells that hold the delimiter.")
        case .stalePrice:
            ProblemRule(
                "a price is old", "Prices change; a stale one is named so that it is renewed.")
        case .undatedPrice:
            ProblemRule(
                "a price has no date", "Without a date nobody can tell whether it still holds.")
        case .impossibleValue:
            ProblemRule(
                "a cell cannot be true",
                "It lies outside the range its column states, or in the future.")
        case .badFilter:
            ProblemRule(
                "a condition cannot be read",
                "Conditions are COLUMN OPERATOR VALUE, such as `vcpu>=8`, separated by blanks.")
        case .checksumMismatch:
            ProblemRule(
                "a table is not the one its metadata describes",
                "The checksum tells whether a price list was changed since it was checked in.")
        case .rowCountMismatch:
            ProblemRule("a table has another number of rows", "Rows were added or lost.")
        default: ProblemRule("no row is left", "Nothing can be ranked or imported from no rows.")
        }
    }

    private var arithmeticRule: ProblemRule {
        switch self {
        case .overflow:
            ProblemRule(
                "a number needs more than 38 digits",
                "Nothing is cut off silently; check the inputs.")
        case .mixedCurrencies:
            ProblemRule(
                "two currencies are mixed",
                "Amounts of two currencies meet only through a dated rate.")
        case .divisionByZero:
            ProblemRule("a number is divided by zero", "A quotient by zero has no value.")
        case .missingRate:
            ProblemRule(
                "an exchange rate is missing",
                "Rates are the document's own, or the ECB's of the last seven days before the horizon starts. "
                    + "None is ever assumed: without one the comparison cannot be decided (exit code 3)."
            )
        case .olderRate:
            ProblemRule(
                "the rate of an earlier day was used",
                "On days without a rate the last one before holds.")
        case .incompatibleUnits:
            ProblemRule("units do not convert", "Only units of one dimension convert.")
        default:
            ProblemRule("an amount cannot be split", "Weights are 0 or more, and not all zero.")
        }
    }

    private var resultRule: ProblemRule {
        switch self {
        case .optimisticCase, .simulationOff: uncertaintyRule
        case .signsDiffer:
            ProblemRule(
                "NPV and cash NPV differ in sign",
                "The case stands or falls with gains that no budget gives back. Say who gives up which budget."
            )
        case .expiredQuote:
            ProblemRule(
                "a quote has expired",
                "Figures are computed and marked; nothing may be decided on an expired quote.")
        case .unknownKnockOut:
            ProblemRule(
                "a knock-out or minimum is unknown",
                "Unknown is neither pass nor fail: the option is listed, not ranked, and cannot be recommended."
            )
        case .ineligibleRecommendation:
            ProblemRule(
                "the recommended option cannot be recommended",
                "It fails a knock-out or a minimum, one is unknown, or it was set aside.")
        case .dataScale:
            ProblemRule(
                "a scale comes from the options at hand",
                "Adding or dropping an option changes every value. State what would be worst and best."
            )
        case .knockOutPrice:
            ProblemRule(
                "a knock-out or minimum has a price",
                "An option that fails nothing else would gain more. Make sure the requirement is worth it."
            )
        case .noClearWinner:
            ProblemRule(
                "the lead is within the margin", "The scores do not decide; record what does.")
        case .assumedWorst:
            ProblemRule(
                "an unknown performance counts as the worst",
                "The document says `missing: worst`, so what is not known pulls the option down.")
        case .notTopScorer:
            ProblemRule(
                "the recommended option is not first",
                "That can be right; the recommendation's reason must say what the scores do not show."
            )
        case .sunkCost:
            ProblemRule(
                "money already spent is left out", "It is the same whatever is decided.")
        case .noneEligible:
            ProblemRule(
                "no option is eligible",
                "Every option fails a knock-out or a minimum, or has an unknown one.")
        case .weakCriterion:
            ProblemRule(
                "the choice is weak on a criterion",
                "Its value there is below `weak_below`, and good values elsewhere hide it. Accept that "
                    + "knowingly, or give the criterion a `minimum`.")
        case .openValue:
            ProblemRule(
                "the value of an option is only known within a range",
                "The document says `missing: bounds`, so what is not known may be anything from the worst "
                    + "to the best of its scale. The low end ranks.")
        case .unusedByMethod, .methodsDisagree: methodRule
        case .differentHorizons, .circularLikeness, .missingLine, .missingLife: comparisonRule
        case .inconsistentComparisons, .weightsFromData: weightingRule
        default:
            ProblemRule(
                "a price grows faster than its contract allows",
                "The escalation is above the term's price cap. One of the two is wrong.")
        }
    }

    private var methodRule: ProblemRule {
        switch self {
        case .unusedByMethod:
            ProblemRule(
                "something is stated that the method does not use",
                "Preference functions and vetoes speak to methods that compare options in pairs, the margin to the "
                    + "additive value. To other methods they say nothing, and the ranking is as without them."
            )
        default:
            ProblemRule(
                "the method and the additive value put different options first",
                "Methods answer different questions. Where the winner hangs on the choice of one, the choice needs "
                    + "a reason of its own, given before the scores were known.")
        }
    }

    private var panelRule: ProblemRule {
        switch self {
        case .panelDisagreement:
            ProblemRule(
                "members of the panel disagree",
                "A mean or median hides that people saw different things. Where their values lie as far apart as "
                    + "`panel.disagreement` says, talk it over and record what settles it.")
        case .panelIncomplete:
            ProblemRule(
                "scores of the panel are missing",
                "A score that was not given is unknown, and the others' are combined without it. Unless "
                    + "`missing` says something else, an evaluation with such a gap is refused.")
        case .conflictOfInterest:
            ProblemRule(
                "a member with a conflict of interest is left out",
                "Who has an interest in an option does not score it. The member's scores of other options count, "
                    + "and every output names the member, the option and the reason.")
        case .criteriaChanged:
            ProblemRule(
                "the criteria differ from those that were sealed",
                "`outlay freeze criteria` seals weights and scales before quotes come in. Whoever changes them "
                    + "afterwards says why, for by then it is known which option gains.")
        case .sealedLate:
            ProblemRule(
                "the criteria were sealed late",
                "A seal shows that weights and scales were not fitted to an option. It shows less where costs, "
                    + "quotes or performances were known when it was made.")
        default:
            ProblemRule(
                "a seal is damaged",
                "A seal carries the SHA-256 of what it holds. One whose content gives another, or that is no seal "
                    + "at all, proves nothing, and the evaluation is not computed on trust.")
        }
    }

    private var tenderRule: ProblemRule {
        switch self {
        case .losingBidDecides:
            ProblemRule(
                "a losing bid decides who wins",
                "Some formulas give points for a price by the other prices. Then a bid that cannot win can decide "
                    + "who does, and two bidders who agree can place it. A formula with a stated ceiling cannot be "
                    + "moved that way.")
        default:
            ProblemRule(
                "the figures do not back a tradeoff",
                "An option was chosen over one that is no dearer and no worse, or for more than its points are said "
                    + "to be worth. The reason must say what the figures do not show.")
        }
    }

    private var commandRule: ProblemRule {
        switch self {
        case .usage:
            ProblemRule(
                "the command line cannot be understood",
                "`outlay help COMMAND` shows what a command takes.")
        case .unreadableFile:
            ProblemRule(
                "a file cannot be read",
                "Regular files are read whole; folders, devices and pipes are not (`-` is standard input)."
            )
        case .unwritableFile:
            ProblemRule(
                "output cannot be written",
                "Files are written beside and renamed, so what was there before is still as it was."
            )
        case .fileExists:
            ProblemRule("a file is already there", "Nothing is overwritten unless asked for.")
        case .unknownName:
            ProblemRule("a name is not known", "The message lists the names there are.")
        case .unusedOverride:
            ProblemRule(
                "a changed assumption changes nothing",
                "The year lies behind the horizon, so the figures are what they were without it.")
        case .noGit, .noRepository, .unknownRevision, .notInRevision, .gitFailed,
            .differentCurrencies:
            revisionRule
        default:
            ProblemRule(
                "a mistake of the tool",
                "Something happened that should not be possible. Please report it with the command line."
            )
        }
    }
}
