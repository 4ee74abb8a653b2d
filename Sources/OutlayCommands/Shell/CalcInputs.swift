import Outlay

/// The inputs of a function as a command line gives them.
struct CalcInputs {
    /// The inputs by their names.
    private(set) var texts: [FunctionText] = []

    /// Sorts what stands on the command line into inputs.
    ///
    /// - Throws: ``ProblemCode/usage`` for what belongs to no input, and what standard input breaks.
    init(_ arguments: [String], for descriptor: FunctionDescriptor) throws(Problem) {
        var bare: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            // `--` only ends the list before it.
            if argument == "--" { continue }
            if argument.hasPrefix("--") {
                try addNamed(argument.dropFirst(2), &rest, descriptor)
            } else if let sign = argument.firstIndex(of: "="), sign > argument.startIndex {
                add(String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
            } else if argument == "-" {
                bare += try Self.standardInput()
            } else {
                bare.append(argument)
            }
        }
        try addBare(bare, descriptor)
    }

    private mutating func add(_ name: String, _ text: String) {
        texts.append(FunctionText(name, text))
    }

    private mutating func addNamed(
        _ argument: Substring, _ rest: inout ArraySlice<String>, _ descriptor: FunctionDescriptor
    ) throws(Problem) {
        if let sign = argument.firstIndex(of: "=") {
            add(String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
            return
        }
        let name = String(argument)
        let kind = descriptor.inputs.first { $0.name == name }?.kind
        if kind == .flag, !["yes", "no", "true", "false"].contains(rest.first ?? "") {
            add(name, "yes")
            return
        }
        let isList = kind == .numbers || kind == .exacts || kind == .dates || kind == .rateSteps
        var values: [String] = []
        while let next = rest.first, isList || values.isEmpty, Self.isValue(next),
            values.isEmpty || kind != .dates || Self.isDate(next)
        {
            values.append(next)
            rest.removeFirst()
            // A list in one word is whole.
            if next.contains(",") { break }
        }
        guard !values.isEmpty || kind == nil else {
            throw Problem(
                .usage, "`--\(name)` has no value", at: .argument("--\(name)"),
                because: "a value stands behind the name of an input",
                hint: "write it such as `--\(name)=…`")
        }
        add(name, values.joined(separator: " "))
    }

    /// Whether `text` can be the value of an input: no name of another one.
    private static func isValue(_ text: String) -> Bool {
        !text.hasPrefix("--") && !text.contains("=") && text != "-"
    }

    private mutating func addBare(
        _ words: [String], _ descriptor: FunctionDescriptor
    ) throws(Problem) {
        let entries = words.flatMap { $0.split { $0 == "," || $0.isWhitespace } }.map(String.init)
        let dates = entries.filter(Self.isDate)
        let numbers = entries.filter { !Self.isDate($0) }
        for (entries, input) in [
            (dates, descriptor.bareDates), (numbers, descriptor.bareNumbers),
        ] {
            guard let first = entries.first else { continue }
            guard let input else {
                throw Problem(
                    .usage, "\(Problem.quoted(first)) belongs to no input",
                    at: .argument(first),
                    because: "the inputs of `\(descriptor.identifier)` go by their names: "
                        + descriptor.inputs.map { "`--\($0.name)`" }.joined(separator: ", "),
                    hint: "write it such as `--\(descriptor.inputs[0].name) \(first)`")
            }
            add(input.name, entries.joined(separator: " "))
        }
    }

    private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && text.utf8.dropFirst(4).first == UInt8(ascii: "-")
            && text.utf8.first != UInt8(ascii: "-")
    }

    private static func standardInput() throws(Problem) -> [String] {
        let source = try SourceText(
            path: "-", bytes: FileAccess.read("-", limit: FileAccess.tableLimit),
            byteLimit: FileAccess.tableLimit)
        return source.content.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
