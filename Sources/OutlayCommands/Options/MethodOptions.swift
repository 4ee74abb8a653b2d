import ArgumentParser
import Outlay

/// The arguments of every command that scores by a method.
struct MethodOptions: ParsableArguments {
    @Option(help: "The scoring method; `outlay method list` shows all.")
    var method: String?

    @Option(
        help: ArgumentHelp(
            "How performances become comparable, for methods with that setting.",
            valueName: "name"))
    var normalisation: String?

    @Option(
        help: ArgumentHelp(
            "A setting of the method, such as v=0.6; repeatable.", valueName: "name=value"))
    var setting: [String] = []

    @Flag(help: "Print every intermediate table with its symbol.")
    var explain = false

    /// What the options say, as they were written; empty where they say nothing.
    var overrides: [String] {
        (method.map { ["method=" + $0] } ?? [])
            + (normalisation.map { ["normalisation=" + $0] } ?? []) + setting
    }

    /// Returns the method that the options choose, nil where neither they nor `stated` name one.
    ///
    /// A method that the options name begins with its defaults; without one the options change the settings
    /// of `stated`.
    ///
    /// - Throws: ``ProblemCode/unknownName``, ``ProblemCode/duplicateIdentifier`` for a setting given twice,
    ///   ``ProblemCode/usage``, or what the method refuses.
    func choice(over stated: MethodChoice?) throws(Problem) -> MethodChoice? {
        var choice = stated
        if let method {
            choice = MethodChoice(method)
            do {
                _ = try AllMethods.method(named: method)
            } catch {
                throw error.located(at: .argument("--method"))
            }
        }
        let settings = try givenSettings()
        guard var choice else {
            guard let first = settings.first else { return nil }
            throw Problem(
                .usage, "`\(first.name)` is a setting of no method", at: .argument(first.argument),
                because: "neither the document nor `--method` names a method",
                hint: "add `--method NAME`; `outlay method list` shows all")
        }
        for (name, text, argument) in settings {
            let value = choice.descriptor?.value(
                of: text, readAs: try? ExactDecimal(parsing: text).doubleValue, for: name)
            do {
                let alone = MethodSettings([name: value ?? .word(text)])
                _ = try AllMethods.method(named: choice.identifier, settings: alone)
            } catch {
                throw error.located(at: .argument(argument))
            }
            choice.settings.values[name] = value
        }
        do {
            _ = try choice.method()
        } catch {
            throw error.located(at: .argument(settings.last?.argument ?? "--method"))
        }
        return choice
    }

    private typealias Given = (name: String, text: String, argument: String)

    private func givenSettings() throws(Problem) -> [Given] {
        var list: [Given] = normalisation.map { [("normalisation", $0, "--normalisation")] } ?? []
        for text in setting {
            guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
                throw Problem(
                    .usage, "\(Problem.quoted(text)) names no setting and value",
                    at: .argument("--setting"),
                    because: "a setting's name, `=` and a value belong here",
                    hint: "write it such as `v=0.6`")
            }
            list.append(
                (String(text[..<sign]), String(text[text.index(after: sign)...]), "--setting"))
        }
        for (index, given) in list.enumerated()
        where list[..<index].contains(where: { $0.name == given.name }) {
            throw Problem(
                .duplicateIdentifier, "\(Problem.quoted(given.name)) is set twice",
                at: .argument(given.argument),
                because: "a setting has one value, and one of two would be lost without a word",
                hint: "keep one of them")
        }
        return list
    }
}
