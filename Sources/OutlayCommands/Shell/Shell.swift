import Outlay

/// What a running command knows of its surroundings, and how it ends.
struct Shell {
    /// The options given.
    let options: SurroundingOptions
    /// How the answer is written.
    let format: AnswerFormat
    /// The day everything is judged on, read once.
    let asOf: CalendarDate

    /// Runs one command: makes its answer, writes it, and ends with its exit code.
    ///
    /// - Throws: ``CommandEnd`` with the exit code, always.
    static func run(
        _ options: CommonOptions, schema: String, _ makeAnswer: (Shell) throws -> Answer
    ) throws {
        try run(options.surroundings, format: options.format, schema: schema, makeAnswer)
    }

    /// Runs one command that writes its answer in `format`, whatever its own options say.
    ///
    /// - Throws: ``CommandEnd`` with the exit code, always.
    static func run(
        _ options: SurroundingOptions, format: AnswerFormat, schema: String,
        _ makeAnswer: (Shell) throws -> Answer
    ) throws {
        let shell = Shell(
            options: options, format: format, asOf: options.asOf ?? Console.today())
        do {
            let answer = try makeAnswer(shell)
            try Console.answer(shell.text(of: answer))
            throw CommandEnd(exitCode: shell.exitCode(of: answer))
        } catch let problem as Problem {
            throw try shell.end(with: [problem], schema: schema)
        } catch let problems as Problems {
            throw try shell.end(with: problems.list, schema: schema)
        }
    }

    private func exitCode(of answer: Answer) -> Int32 {
        guard !options.exitZero else { return ExitStatus.passed }
        if let code = answer.exitCode { return code }
        let fails =
            answer.saysNo || answer.findings.contains { options.failOn.isReached(by: $0.severity) }
        return fails ? ExitStatus.saysNo : ExitStatus.passed
    }

    /// Returns an answer in the format asked for.
    private func text(of answer: Answer) -> String {
        if let table = answer.findingTable, format != .json, format != .ndjson {
            return text(of: answer, with: table)
        }
        let shown = answer.findings.filter { !options.quiet || $0.severity == .error }
        switch format {
        case .json:
            return json(of: answer)
        case .ndjson:
            guard let rows = answer.rows else { return json(of: answer) }
            tell(shown)
            return rows.map { $0.text() + "\n" }.joined()
        case .csv:
            tell(shown)
            return answer.csvText ?? CSVFormat().render(answer.report)
        case .md:
            return MarkdownFormat().render(dated(answer.report).appending(shown))
        case .text:
            if let plain = answer.plainText {
                tell(shown)
                return plain
            }
            if answer.tellsFindingsInFull {
                let coloured = options.color.isOn(terminal: Console.messageIsTerminal)
                Console.message(ProblemText.list(shown, coloured: coloured))
                return text(of: answer.report)
            }
            return text(of: answer.report.appending(shown))
        }
    }

    /// Returns an answer that consists of its findings.
    private func text(of answer: Answer, with table: Table) -> String {
        var report = answer.report
        switch format {
        case .csv: return CSVFormat().render(Report(title: report.title, summary: [.table(table)]))
        case .md:
            if !table.rows.isEmpty {
                report.sections.insert(
                    ReportSection(id: "findings", title: "Findings", blocks: [.table(table)]), at: 0
                )
            }
            return MarkdownFormat().render(dated(report))
        default:
            let coloured = options.color.isOn(terminal: Console.answerIsTerminal)
            let blocks = answer.findings.map { ProblemText.block($0, coloured: coloured) + "\n" }
            return blocks.joined() + text(of: report)
        }
    }

    private func text(of report: Report) -> String {
        let style: TextStyle =
            options.color.isOn(terminal: Console.answerIsTerminal) ? .ansi : .plain
        return TextFormat(width: Console.width, style: style).render(dated(report))
    }

    /// Returns a report that names the day everything was judged on.
    private func dated(_ report: Report) -> Report {
        let day = "as of \(asOf)"
        guard report.subtitle?.contains(day) != true else { return report }
        var copy = report
        copy.subtitle = [report.subtitle, day].compactMap(\.self).joined(separator: " · ")
        return copy
    }

    /// Returns an answer as one line of JSON in its envelope.
    func json(of answer: Answer) -> String {
        let warns = answer.findings.contains { $0.severity >= .warning }
        let envelope = envelope(
            schema: answer.schema, status: answer.saysNo ? "no" : warns ? "warn" : "ok",
            exitCode: exitCode(of: answer), inputs: answer.inputs, result: answer.result,
            problems: answer.findings)
        return envelope.text() + "\n"
    }

    private func tell(_ findings: [Problem]) {
        guard !findings.isEmpty else { return }
        Console.message(findings.map { ProblemText.line($0) + "\n" }.joined())
    }

    private func envelope(
        schema: String, status: String, exitCode: Int32, inputs: [FileDigest],
        result: JSONValue, problems: [Problem]
    ) -> JSONValue {
        [
            "schema": .string("outlay/" + schema),
            "version": .string(Version.results),
            "tool": .string(Version.tool),
            "as_of": .string(asOf.description),
            "status": .string(status),
            "exit_code": .integer(Int(exitCode)),
            "inputs": .array(
                inputs.map { ["path": .string($0.path), "sha256": .string($0.sha256)] }),
            "result": result,
            "diagnostics": .array(problems.map(ProblemJSON.diagnostic)),
        ]
    }

    /// Reports problems on stderr (and as an envelope on stdout where JSON was asked for).
    private func end(with problems: [Problem], schema: String) throws(Problem) -> CommandEnd {
        let code = ExitStatus.of(problems)
        switch format {
        case .json, .ndjson:
            let envelope = envelope(
                schema: schema, status: "error", exitCode: code, inputs: [], result: .null,
                problems: problems)
            try Console.answer(envelope.text() + "\n")
        default:
            let coloured = options.color.isOn(terminal: Console.messageIsTerminal)
            Console.message(ProblemText.list(problems, coloured: coloured))
        }
        return CommandEnd(exitCode: code)
    }
}

/// The end of a command: nothing is left to say.
struct CommandEnd: Error {
    /// The exit code of the process.
    var exitCode: Int32
}

extension Report {
    /// Returns the report with its findings behind the answer.
    fileprivate func appending(_ findings: [Problem]) -> Report {
        guard !findings.isEmpty else { return self }
        let blocks = findings.map { Block.callout($0.severity, RichText(ProblemText.sentence($0))) }
        var copy = self
        if sections.isEmpty {
            copy.summary += blocks
        } else {
            copy.sections.append(
                ReportSection(id: "findings", title: "What else to know", blocks: blocks))
        }
        return copy
    }
}
