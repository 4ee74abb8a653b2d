import ArgumentParser
import Testing

@testable import OutlayCommands

struct ToolTests {
    /// A command that does something, with the words that ask for it.
    struct Leaf: CustomTestStringConvertible {
        var path: [String]
        var type: any ParsableCommand.Type

        var testDescription: String { path.joined(separator: " ") }

        /// The examples that its help begins with.
        var examples: [String] {
            type.configuration.discussion.split(
                separator: "\n", omittingEmptySubsequences: false
            ).prefix { $0.hasPrefix("outlay ") }.map(String.init)
        }
    }

    static let leaves: [Leaf] = leaves(of: Tool.self, ["outlay"])

    private static func leaves(of type: any ParsableCommand.Type, _ path: [String]) -> [Leaf] {
        let parts = type.configuration.subcommands
        guard !parts.isEmpty else { return [Leaf(path: path, type: type)] }
        return parts.flatMap { leaves(of: $0, path + [$0._commandName]) }
    }

    @Test(arguments: leaves)
    func `help begins with an example of the command`(leaf: Leaf) {
        #expect(!leaf.examples.isEmpty)
        #expect(leaf.examples.first?.hasPrefix(leaf.path.joined(separator: " ")) == true)
    }

    @Test(arguments: leaves)
    func `every example is understood`(leaf: Leaf) throws {
        for example in leaf.examples {
            let words = try Self.words(of: example)
            #expect(throws: Never.self, "\(example)") {
                try Tool.parseAsRoot(Array(words.dropFirst()))
            }
        }
    }

    struct OpenQuote: Error {}

    /// The words of a line as a shell reads them, up to a pipe or a file that is written.
    private static func words(of line: String) throws -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { throw OpenQuote() }
        if let word { words.append(word) }
        return Array(words.prefix { $0 != "|" && $0 != ">" })
    }

    @Test func `the manual names every command`() throws {
        let page = try ManualPage(of: Tool._dumpHelp()).text
        for leaf in Self.leaves {
            let name = leaf.path.joined(separator: " ").replacing("-", with: "\\-")
            #expect(page.contains(".SS \(name)\n"), "\(name)")
        }
    }
}
