import ArgumentParser
import Outlay

/// `outlay calc`: one financial figure from numbers, or one for each row of a table.
struct CalcCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calc",
        abstract:
            "Compute a financial figure: npv, irr, pmt, payback, depreciation, lease and more.",
        discussion: """
            outlay calc irr -- -100 230 -132
            outlay calc npv --rate 0.08 -- -40000 5000 8000 12000 30000
            outlay calc xirr 2024-01-01 -1000 2025-01-01 1100
            outlay calc pmt rate=0.005 periods=36 present-value=54000
            outlay calc irr --csv streams.csv --each row

            Inputs go by their names, as --name value or name=value; bare numbers and dates are the entries of \
            the function's first list of numbers and of its dates. `-` reads more of them from standard input. \
            --list names the functions, --explain tells what one takes and gives.
            """)

    @Argument(help: "The function, such as npv; --list names them.")
    var function: String?

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("The inputs.", valueName: "input"))
    var inputs: [String] = []

    @Flag(help: "List the functions.")
    var list = false

    @Flag(help: "Show what the function takes and gives, its formula, source and examples.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "A table whose columns are named after inputs; `-` is standard input.",
            valueName: "file"))
    var csv: String?

    @Option(
        help: ArgumentHelp(
            "Answer each row, or each column, of the table by itself: row or column.",
            valueName: "part"))
    var each: CalcTable.Part?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: schema) { _ in
            if list { return try listAnswer() }
            let function = try AllFunctions.function(named: try requireFunction())
            let descriptor = function.descriptor
            if explain {
                return Answer(
                    schema: schema, report: FunctionPage.report(on: descriptor),
                    result: FunctionPage.json(on: descriptor))
            }
            let given = try CalcInputs(inputs, for: descriptor)
            guard let csv else {
                try requireTable(for: "--each", each != nil)
                let answer = try Self.located {
                    () throws(Problem) in
                    try function.answer(FunctionInputs(reading: given.texts, for: descriptor))
                }
                return Answer(
                    schema: schema, report: FunctionPage.report(of: answer, by: descriptor),
                    result: FunctionPage.json(of: answer, by: descriptor),
                    findings: answer.findings)
            }
            return try answer(csv, by: function, given)
        }
    }

    /// Which of the three results is asked for.
    private var schema: String { list ? "calc-list" : explain ? "calc-function" : "calc" }

    private func listAnswer() throws(Problem) -> Answer {
        guard function == nil, inputs.isEmpty, csv == nil, !explain else {
            throw Problem(
                .usage, "`--list` stands alone", at: .argument("--list"),
                because: "it lists all functions",
                hint: "`outlay calc NAME --explain` tells of one")
        }
        return Answer(
            schema: schema, report: FunctionPage.list(), result: FunctionPage.listJSON())
    }

    private func requireFunction() throws(Problem) -> String {
        if let function { return function }
        throw Problem(
            .usage, "`outlay calc` needs a function",
            because: "there are \(AllFunctions.descriptors.count) of them, such as npv or payback",
            hint: "`outlay calc --list` names them and says what each is for")
    }

    private func requireTable(for option: String, _ isGiven: Bool) throws(Problem) {
        guard isGiven else { return }
        throw Problem(
            .usage, "`\(option)` changes nothing here", at: .argument(option),
            because: "it goes with a table", hint: "add `--csv FILE`")
    }

    private func answer(
        _ path: String, by function: any FinancialFunction.Type, _ given: CalcInputs
    ) throws(Problem) -> Answer {
        let descriptor = function.descriptor
        let bytes = try FileAccess.read(path, limit: FileAccess.tableLimit)
        let table = try CalcTable(path: path, bytes: bytes, each: each, for: descriptor)
        let digest = FileDigest(path: path, sha256: SHA256Digest.of(bytes))
        let named = try table.streams.map { stream throws(Problem) in
            try Self.answer(stream, by: function, given)
        }
        guard table.isSingle, let answer = named.first?.answer else {
            return Answer(
                schema: schema, report: FunctionPage.report(of: named, by: descriptor),
                result: FunctionPage.json(of: named, by: descriptor),
                findings: CalcTable.findings(of: named), inputs: [digest])
        }
        return Answer(
            schema: schema, report: FunctionPage.report(of: answer, by: descriptor),
            result: FunctionPage.json(of: answer, by: descriptor), findings: answer.findings,
            inputs: [digest])
    }

    /// Answers one stream; what cannot be decided is said beside the others, unless it stands alone.
    private static func answer(
        _ stream: CalcTable.Stream, by function: any FinancialFunction.Type, _ given: CalcInputs
    ) throws(Problem) -> FunctionPage.NamedAnswer {
        do throws(Problem) {
            let inputs = try FunctionInputs(
                reading: given.texts + stream.texts, for: function.descriptor)
            return FunctionPage.NamedAnswer(
                name: stream.name, answer: try function.answer(inputs), problem: nil)
        } catch {
            guard error.code.outcome == .undecidable, let place = stream.place else {
                throw error.located(at: stream.place ?? .argument("--csv"))
            }
            _ = place
            return FunctionPage.NamedAnswer(
                name: stream.name, answer: nil, problem: error.summary)
        }
    }

    private static func located<Value>(
        _ body: () throws(Problem) -> Value
    ) throws(Problem) -> Value {
        do throws(Problem) {
            return try body()
        } catch {
            throw error.located(at: .argument("inputs"))
        }
    }
}
