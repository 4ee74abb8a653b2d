import ArgumentParser
import Outlay

/// `outlay method`: the commands about methods of scoring, of weighing and of giving points for prices.
struct MethodCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "method",
        abstract: "List the methods of scoring, weighing and pricing points, or show one.",
        subcommands: [MethodListCommand.self, MethodShowCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}

/// Methods that answer one question.
struct MethodGroup: Sendable {
    /// What the methods are for.
    let kind: MethodKind
    /// The methods, in the order of their list.
    let entries: [MethodEntry]

    /// Every group, in the order that the list shows.
    static let all = MethodKind.allCases.map { MethodGroup(kind: $0) }

    /// Collects the methods of `kind`.
    private init(kind: MethodKind) {
        self.kind = kind
        entries =
            switch kind {
            case .scoring: AllMethods.descriptors.map { MethodEntry($0) }
            case .weighting: AllWeightings.descriptors.map { MethodEntry($0) }
            case .pricePoints: AllPriceFormulas.descriptors.map { MethodEntry($0) }
            }
    }
}

/// One method, as the list shows it.
struct MethodEntry: Sendable {
    /// The stable identifier, unique over all groups.
    let identifier: String
    /// The name as prose uses it.
    let title: String
    /// When the method answers the question.
    let whenToUse: String
    /// Computes the page on it.
    let page: @Sendable () throws(Problem) -> MethodPage

    /// Creates the entry of a scoring method.
    init(_ descriptor: MethodDescriptor) {
        identifier = descriptor.identifier
        title = descriptor.title
        whenToUse = descriptor.whenToUse
        page = { () throws(Problem) in try MethodPage(descriptor) }
    }

    /// Creates the entry of a weighting.
    init(_ descriptor: WeightingDescriptor) {
        identifier = descriptor.identifier
        title = descriptor.title
        whenToUse = descriptor.whenToUse
        page = { () throws(Problem) in try MethodPage(descriptor) }
    }

    /// Creates the entry of a formula for price points.
    init(_ descriptor: PriceFormulaDescriptor) {
        identifier = descriptor.identifier
        title = descriptor.title
        whenToUse = descriptor.whenToUse
        page = { () throws(Problem) in try MethodPage(descriptor) }
    }
}
