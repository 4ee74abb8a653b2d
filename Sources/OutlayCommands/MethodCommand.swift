import ArgumentParser
import Outlay

/// `outlay method`: the commands about scoring methods.
struct MethodCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "method",
        abstract: "List the methods of scoring, or show one with its worked example.",
        subcommands: [MethodListCommand.self, MethodShowCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}

/// Methods that answer one question.
struct MethodGroup: Sendable {
    /// The stable identifier, such as `scoring`.
    let identifier: String
    /// The question, as a title.
    let title: String
    /// The methods, in the order of their list.
    let entries: [MethodEntry]

    /// Every group, in the order that the list shows.
    static let all = [
        MethodGroup(
            identifier: "scoring", title: "Scoring options",
            entries: AllMethods.descriptors.map { MethodEntry($0) })
    ]
}

/// One method, as the list shows it.
struct MethodEntry: Sendable {
    /// The stable identifier.
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
}
