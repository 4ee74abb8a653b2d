/// The rule behind a problem code, in words.
public struct ProblemRule: Sendable, Hashable {
    /// What the code means, as one phrase.
    public var title: String
    /// Why the rule is there, and how to keep it, in full sentences.
    public var explanation: String

    /// Creates a rule.
    package init(_ title: String, _ explanation: String) {
        self.title = title
        self.explanation = explanation
    }
}

extension ProblemCode {
    /// The rule behind the code; nil where a rule of `outlay lint` says itself what it means.
    package var statedRule: ProblemRule? {
        isOfLintRule ? nil : groupRule
    }

    private var groupRule: ProblemRule {
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
        case .identity: identityRule
        case .governed: governedRule
        case .suppression: suppressionRule
        case .actuals: actualsRule
        case .request: requestRule
        case .command: commandRule
        }
    }

    /// What a code is about, by its number.
    private enum Group {
        case form, value, agreement, line, uncertainty, catalogue, arithmetic, result, panel
        case tender, function, budget, ledgerFile, approval, suppression, governed, request, actuals
        case identity, command
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
        case 600..<650: .suppression
        case 700..<720: .governed
        case 720..<740: .request
        case 750..<780: .actuals
        case 780..<800: .identity
        case ..<900: .result
        default: .command
        }
    }
}
