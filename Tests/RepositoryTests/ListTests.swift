import Testing

/// The lists that name every type file beside them.
private let lists = [
    "Sources/OutlayDecisions/Methods/AllMethods.swift",
    "Sources/OutlayDecisions/Tenders/PriceFormulas/AllPriceFormulas.swift",
    "Sources/OutlayConformance/Families/AllFamilies.swift",
    "Sources/OutlayDecisions/Weightings/AllWeightings.swift",
    "Sources/OutlayEconomics/Models/AllModels.swift",
    "Sources/OutlayBudgets/Rules/AllRules.swift",
    "Sources/OutlayReports/Formats/AllFormats.swift",
    "Sources/OutlayDocuments/Templates/AllTemplates.swift",
    "Sources/OutlayEvaluations/Lint/Rules/AllLintRules.swift",
    "Sources/OutlayEvaluations/Tracing/Figures/AllFigures.swift",
]

/// Returns the files beside the list at `path` that it does not name.
///
/// Extensions (`A+B.swift`) and files that declare a protocol of their name are no entries.
func unlistedFiles(for path: String, in files: [SourceFile]) -> [String] {
    guard let list = files.first(where: { $0.path == path }) else { return ["\(path): missing"] }
    return files.filter { file in
        file.folder == list.folder && file.path != path && !file.stem.contains("+")
            && !declares("protocol", file.stem, in: file) && !list.mentions(file.stem)
    }
    .map { "\($0.path): not in \(list.name)" }
}

/// Returns the subcommands that no file with a list of subcommands names.
func unlistedCommands(in files: [SourceFile]) -> [String] {
    let commands = files.filter { $0.module == "OutlayCommands" }
    let groups = commands.filter { $0.mentions("subcommands") }
    return commands.filter { command in
        command.stem.hasSuffix("Command")
            && !groups.contains { $0.path != command.path && $0.mentions(command.stem) }
    }
    .map { "\($0.path): in no list of subcommands" }
}

private func declares(_ kind: String, _ name: String, in file: SourceFile) -> Bool {
    zip(file.tokens, file.tokens.dropFirst()).contains { $0.text == kind && $1.text == name }
}

@Suite struct ListTests {
    @Test(arguments: lists) func `a list names every file beside it`(list: String) {
        #expect(unlistedFiles(for: list, in: SourceTree.sources) == [])
    }

    @Test func `every subcommand is in a list`() {
        #expect(unlistedCommands(in: SourceTree.sources) == [])
        #expect(SourceTree.sources.contains { $0.path == "Sources/OutlayCommands/Tool.swift" })
    }

    @Test func `a file that its list leaves out is found`() {
        let list = "Sources/M/Methods/AllMethods.swift"
        let files = [
            SourceFile(list, "let allMethods: [any Method] = [TOPSIS()] // WeightedSum"),
            SourceFile("Sources/M/Methods/TOPSIS.swift", "struct TOPSIS {}"),
            SourceFile("Sources/M/Methods/TOPSIS+Text.swift", "extension TOPSIS {}"),
            SourceFile("Sources/M/Methods/Method.swift", "protocol Method {}"),
            SourceFile("Sources/M/Methods/WeightedSum.swift", "struct WeightedSum {}"),
        ]
        #expect(
            unlistedFiles(for: list, in: files)
                == ["Sources/M/Methods/WeightedSum.swift: not in AllMethods.swift"])
        #expect(unlistedFiles(for: list, in: []) == ["\(list): missing"])
    }

    @Test func `a subcommand that no group lists is found`() {
        let folder = "Sources/OutlayCommands/"
        let files = [
            SourceFile(folder + "Tool.swift", "let a = f(subcommands: [CatalogCommand.self])"),
            SourceFile(
                folder + "CatalogCommand.swift", "let a = f(subcommands: [ShowCommand.self])"),
            SourceFile(folder + "Catalog/ShowCommand.swift", ""),
            SourceFile(folder + "RankCommand.swift", "struct RankCommand {}"),
        ]
        #expect(
            unlistedCommands(in: files) == [folder + "RankCommand.swift: in no list of subcommands"]
        )
    }
}
