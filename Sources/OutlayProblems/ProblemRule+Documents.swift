extension ProblemCode {
    /// The rules of the form of a document.
    var formRule: ProblemRule {
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

    /// The rules of one value of a document.
    var valueRule: ProblemRule {
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

    /// The rules of what has to agree in a document.
    var agreementRule: ProblemRule {
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

    /// The rules of weights.
    var weightingRule: ProblemRule {
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
}
