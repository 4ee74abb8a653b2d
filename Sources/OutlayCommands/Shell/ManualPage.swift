import Outlay

/// The manual page of the tool, made from what the argument parser says of every command.
///
/// - Source: man(7), "macros to format man pages".
struct ManualPage {
    /// The page.
    private(set) var text = ""

    /// Creates the page from the parser's description of the tool, in JSON.
    ///
    /// - Throws: A ``Problem`` where the description is none.
    init(of description: String) throws(Problem) {
        guard case .object(let root) = try JSONValue(parsing: description),
            case .object(let tool)? = root["command"], let name = tool.text("commandName")
        else {
            throw Problem(
                .internalError, "the argument parser describes no command",
                because: "the manual page is made from its description")
        }
        line(".TH \(name.uppercased()) 1 \"\" \"\(name) \(Version.tool)\" \"User commands\"")
        line(".SH NAME")
        line("\(Self.escaped(name)) \\- \(Self.escaped(tool.text("abstract") ?? ""))")
        line(".SH SYNOPSIS")
        line(".B \(Self.escaped(name))")
        line(".I command")
        line("[\\fIoptions\\fR]")
        line(".SH COMMANDS")
        for command in tool.objects("subcommands") { add(command, below: name) }
        line(".SH EXIT STATUS")
        for (code, meaning) in Self.exitCodes {
            line(".TP")
            line(".B \(code)")
            line(Self.escaped(meaning))
        }
    }

    private static let exitCodes: [(code: Int32, meaning: String)] = [
        (ExitStatus.passed, "It passed; warnings too, unless --fail-on says otherwise."),
        (ExitStatus.saysNo, "A check or a rule said no."),
        (ExitStatus.malformed, "A document or the usage is malformed, or a file cannot be read."),
        (ExitStatus.undecidable, "It is well-formed, but cannot be decided."),
        (ExitStatus.forbidden, "This person may not."),
        (ExitStatus.conflict, "Somebody or something was first."),
        (ExitStatus.damaged, "A ledger is damaged, or was altered."),
        (ExitStatus.ourMistake, "A mistake of the tool."),
        (ExitStatus.unwritten, "The output could not be written."),
    ]

    /// Adds one command, or what it groups.
    private mutating func add(_ command: JSONObject, below path: String) {
        guard let name = command.text("commandName"), name != "help" else { return }
        let path = path + " " + name
        let parts = command.objects("subcommands")
        guard parts.isEmpty else {
            for part in parts { add(part, below: path) }
            return
        }
        line(".SS \(Self.escaped(path))")
        line(Self.escaped(command.text("abstract") ?? ""))
        if let discussion = command.text("discussion") { add(discussion: discussion) }
        for argument in command.objects("arguments") where argument["shouldDisplay"] != .bool(false)
        {
            add(argument: argument)
        }
    }

    private mutating func add(discussion: String) {
        for paragraph in discussion.split(separator: "\n\n") {
            line(".PP")
            let isExample = paragraph.hasPrefix("outlay ")
            if isExample { line(".nf") }
            for row in paragraph.split(separator: "\n") { line(Self.escaped(String(row))) }
            if isExample { line(".fi") }
        }
    }

    private mutating func add(argument: JSONObject) {
        let value = argument.text("valueName").map { "\\fI\(Self.escaped($0))\\fR" } ?? ""
        let names = argument.objects("names").map { name in
            let dashes = name.text("kind") == "long" ? "--" : "-"
            return "\\fB\(Self.escaped(dashes + (name.text("name") ?? "")))\\fR"
        }
        line(".TP")
        switch argument.text("kind") {
        case "positional": line(value)
        case "option": line(names.joined(separator: ", ") + " " + value)
        default: line(names.joined(separator: ", "))
        }
        let fallback = argument.text("defaultValue").map { " (default: \($0))" } ?? ""
        line(Self.escaped((argument.text("abstract") ?? "") + fallback))
    }

    private mutating func line(_ line: String) { text += line + "\n" }

    /// A text in which man sees no command of its own.
    private static func escaped(_ text: String) -> String {
        let safe = text.map { $0 == "\\" ? "\\e" : $0 == "-" ? "\\-" : String($0) }.joined()
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
    }
}

extension JSONObject {
    fileprivate func text(_ key: String) -> String? {
        guard case .string(let text)? = self[key] else { return nil }
        return text
    }

    fileprivate func objects(_ key: String) -> [JSONObject] {
        guard case .array(let elements)? = self[key] else { return [] }
        return elements.compactMap { element in
            guard case .object(let object) = element else { return nil }
            return object
        }
    }
}
