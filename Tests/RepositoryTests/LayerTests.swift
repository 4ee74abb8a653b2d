import Testing

/// Where a module stands, and what it may import.
struct Layer: Sendable {
    let level: Int
    let modules: Set<String>
    let packages: Set<String>

    init(_ level: Int, _ modules: Set<String> = [], packages: Set<String> = []) {
        self.level = level
        self.modules = modules
        self.packages = packages
    }
}

/// The layers of ARCHITECTURE.md.
let layers: [String: Layer] = {
    let values: Set = ["OutlayProblems", "OutlaySampling", "OutlayEncoding", "OutlayValues"]
    let models = values.union(["OutlayDecisions", "OutlayEconomics"])
    let subjects = models.union(["OutlayBudgets"])
    let core = subjects.union(["OutlayEvaluations"])
    let library = core.union(["OutlayDocuments", "OutlayReports", "OutlaySQLite"])
    return [
        "OutlayProblems": Layer(0),
        "OutlaySampling": Layer(0),
        "OutlayEncoding": Layer(0, ["OutlayProblems"], packages: ["Crypto"]),
        "OutlayValues": Layer(1, ["OutlayProblems"]),
        "OutlayDecisions": Layer(2, values, packages: ["OrderedCollections"]),
        "OutlayEconomics": Layer(2, values, packages: ["OrderedCollections"]),
        "OutlayBudgets": Layer(2, values),
        "OutlayEvaluations": Layer(3, subjects, packages: ["OrderedCollections"]),
        "OutlayDocuments": Layer(4, core, packages: ["Yams"]),
        "OutlayReports": Layer(4, core.union(["OutlayBudgets"])),
        "OutlaySQLite": Layer(
            4, values.union(["OutlayBudgets"]), packages: ["COutlaySQLite", "GRDB", "GRDBSQLite"]),
        "OutlayStreams": Layer(3, values.union(["OutlayBudgets"])),
        "Outlay": Layer(5, library),
        "OutlayCommands": Layer(6, library.union(["Outlay"]), packages: ["ArgumentParser"]),
        "OutlayConformance": Layer(6, ["Outlay"]),
        "OutlayScenarios": Layer(
            6, ["Outlay", "OutlayStreams"], packages: ["COutlayFaults", "GRDB"]),
        "OutlayTool": Layer(7, ["OutlayCommands"]),
    ]
}()

private let highestPureLevel = 3
private let systemLibraries: Set = ["Glibc", "Musl", "Darwin"]
private let platform = systemLibraries.union([
    "Dispatch", "Foundation", "FoundationEssentials", "Synchronization",
])
/// The files of the pure core that need the system: functions of the C library, and its threads.
private let systemFiles: [String: Set<String>] = [
    "Sources/OutlaySampling/ElementaryFunctions.swift": systemLibraries,
    "Sources/OutlaySampling/Blocks.swift": ["Dispatch"],
]

/// Returns the imports that the layers forbid.
func forbiddenImports(in files: [SourceFile]) -> [String] {
    files.flatMap { file in
        imports(of: file).compactMap { imported -> String? in
            guard let module = file.module, let layer = layers[module] else {
                return "\(file.path): its module has no layer in LayerTests.swift"
            }
            var allowed = layer.modules.union(layer.packages).union(["Swift"])
            if layer.level > highestPureLevel { allowed.formUnion(platform) }
            allowed.formUnion(systemFiles[file.path] ?? [])
            guard !allowed.contains(imported.text) else { return nil }
            return "\(file.path):\(imported.line): \(module) must not import \(imported.text)"
        }
    }
}

/// Returns the tokens that name imported modules.
func imports(of file: SourceFile) -> [Token] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return file.tokens.indices.compactMap { index -> Token? in
        guard file.tokens[index].text == "import" else { return nil }
        return file.tokens[(index + 1)...].first { !kinds.contains($0.text) }
    }
}

@Suite struct LayerTests {
    @Test func `imports go down only`() {
        #expect(forbiddenImports(in: SourceTree.sources) == [])
    }

    @Test func `every module has a layer`() {
        #expect(Set(SourceTree.sources.compactMap(\.module)) == Set(layers.keys))
    }

    @Test func `modules of one level never import each other, the problems aside`() {
        for (module, layer) in layers {
            for imported in layer.modules where imported != "OutlayProblems" {
                let below = layers[imported]?.level ?? layer.level
                #expect(below < layer.level, "\(module) may import \(imported)")
            }
        }
    }

    @Test func `the library only re-exports`() {
        let words = SourceTree.sources.filter { $0.module == "Outlay" }.flatMap(\.tokens)
            .map(\.text).filter { !$0.hasPrefix("Outlay") }
        #expect(Set(words) == ["@", "_exported", "import", "\n"])
    }

    struct Planted: Sendable, CustomTestStringConvertible {
        var path: String
        var text: String
        var testDescription: String { path + ": " + text }
    }

    @Test(arguments: [
        Planted(path: "Sources/OutlayValues/Money.swift", text: "import Foundation"),
        Planted(path: "Sources/OutlayValues/Money.swift", text: "import OutlayEncoding"),
        Planted(path: "Sources/OutlayDecisions/A.swift", text: "package import OutlayEconomics"),
        Planted(path: "Sources/OutlayDecisions/Power.swift", text: "import Glibc"),
        Planted(path: "Sources/OutlayReports/A.swift", text: "import struct Yams.Node"),
        Planted(path: "Sources/OutlayProblems/A.swift", text: "@_exported import OutlayValues"),
        Planted(path: "Sources/OutlayTool/main.swift", text: "import Outlay"),
        Planted(path: "Sources/OutlayElsewhere/A.swift", text: "import OutlayProblems"),
    ])
    func `a forbidden import is found`(planted: Planted) {
        #expect(forbiddenImports(in: [SourceFile(planted.path, planted.text)]).count == 1)
    }

    @Test(arguments: [
        Planted(
            path: "Sources/OutlaySampling/ElementaryFunctions.swift",
            text: "#if canImport(Glibc)\nimport Glibc\n#endif"),
        Planted(path: "Sources/OutlayDocuments/A.swift", text: "import Foundation\nimport Yams"),
        Planted(path: "Sources/OutlayValues/A.swift", text: "// import Foundation"),
    ])
    func `an allowed import is not`(planted: Planted) {
        #expect(forbiddenImports(in: [SourceFile(planted.path, planted.text)]) == [])
    }
}
