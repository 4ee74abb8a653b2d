// swift-tools-version: 6.2
import PackageDescription

let warningsAreErrors: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Returns a library module in which every warning is an error.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: warningsAreErrors)
}

/// Returns the test target that mirrors the module `name`; `data` are its folders without code.
func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: dependencies,
        exclude: data,
        swiftSettings: warningsAreErrors
    )
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
    name: "outlay",
    products: [
        .library(name: "Outlay", targets: ["Outlay"]),
        .executable(name: "outlay", targets: ["OutlayTool"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        module("OutlayProblems"),
        module("OutlaySampling"),
        module("OutlayEncoding", ["OutlayProblems", crypto]),
        module("OutlayValues", ["OutlayProblems"]),
        module("OutlayDecisions", ["OutlayProblems", "OutlaySampling", "OutlayValues"]),
        module("OutlayEconomics", ["OutlayProblems", "OutlaySampling", "OutlayValues"]),
        module("OutlayBudgets", ["OutlayProblems", "OutlayEncoding", "OutlayValues"]),
        module(
            "OutlayEvaluations",
            [
                "OutlayProblems", "OutlaySampling", "OutlayEncoding", "OutlayValues",
                "OutlayDecisions", "OutlayEconomics", "OutlayBudgets",
            ]),
        module(
            "OutlayDocuments",
            [
                "OutlayProblems", "OutlaySampling", "OutlayEncoding", "OutlayValues",
                "OutlayDecisions", "OutlayEconomics", "OutlayBudgets", "OutlayEvaluations", yams,
            ]),
        module(
            "OutlayReports",
            [
                "OutlayProblems", "OutlaySampling", "OutlayEncoding", "OutlayValues",
                "OutlayDecisions", "OutlayEconomics", "OutlayBudgets", "OutlayEvaluations",
            ]),
        // What of SQLite cannot be called from Swift.
        .target(
            name: "COutlaySQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        module(
            "OutlaySQLite",
            [
                "OutlayProblems", "OutlayEncoding", "OutlayValues", "OutlayBudgets",
                "COutlaySQLite", grdb, grdbSQLite,
            ]),
        module(
            "Outlay",
            [
                "OutlayProblems", "OutlaySampling", "OutlayEncoding", "OutlayValues",
                "OutlayDecisions", "OutlayEconomics", "OutlayBudgets", "OutlayEvaluations",
                "OutlayDocuments", "OutlayReports", "OutlaySQLite",
            ]),
        module("OutlayCommands", ["Outlay", argumentParser]),
        .executableTarget(
            name: "OutlayTool", dependencies: ["OutlayCommands"], swiftSettings: warningsAreErrors),
        // Runs the known answers through what users of the library see.
        .executableTarget(
            name: "OutlayConformance", dependencies: ["Outlay"], packageAccess: false,
            swiftSettings: warningsAreErrors),
        // Random streams of commands and a second ledger to compare stores with; not installed.
        module("OutlayStreams", ["OutlayProblems", "OutlayValues", "OutlayBudgets"]),
        // Plays budget scenarios, races and faults through ledger files; not installed.
        .target(
            name: "COutlayFaults", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "OutlayScenarios",
            dependencies: ["Outlay", "OutlayStreams", "COutlayFaults", grdb],
            swiftSettings: warningsAreErrors),
        tests("OutlayProblems", ["OutlayProblems"]),
        tests("OutlaySampling", ["OutlaySampling"]),
        tests("OutlayEncoding", ["OutlayEncoding", "OutlayProblems"]),
        tests("OutlayValues", ["OutlayValues", "OutlayProblems"], data: ["Fixtures", "Vectors"]),
        tests(
            "OutlayDecisions",
            ["OutlayDecisions", "OutlaySampling", "OutlayValues", "OutlayProblems"],
            data: ["Vectors"]),
        tests(
            "OutlayEconomics",
            ["OutlayEconomics", "OutlaySampling", "OutlayValues", "OutlayProblems"],
            data: ["Vectors"]),
        tests(
            "OutlayBudgets",
            [
                "OutlayBudgets", "OutlayEncoding", "OutlayValues", "OutlayProblems",
                "OutlayStreams",
            ],
            data: ["Actuals/Data", "Scenarios", "Events/Refusals.txt"]),
        tests(
            "OutlaySQLite",
            [
                "OutlaySQLite", "OutlayBudgets", "OutlayEncoding", "OutlayValues", "OutlayProblems",
                "OutlayStreams", grdb,
            ],
            data: ["Problems"]),
        tests("OutlayStreams", ["OutlayStreams", "OutlayBudgets", "OutlayProblems"]),
        tests("OutlayScenarios", ["Outlay", "OutlayScenarios"]),
        tests("OutlayEvaluations", ["Outlay"], data: ["Expected"]),
        tests("OutlayDocuments", ["Outlay"], data: ["Broken"]),
        tests("OutlayReports", ["Outlay"], data: ["Golden", "Ledger/Data"]),
        // Sees what users of the library see, and no more.
        .testTarget(
            name: "OutlayTests", dependencies: ["Outlay"], packageAccess: false,
            swiftSettings: warningsAreErrors),
        tests(
            "OutlayCommands", ["Outlay", "OutlayCommands"],
            data: ["Data", "Golden", "Problems", "Samples"]),
        tests("OutlayConformance", ["Outlay", "OutlayConformance"]),
        tests("Repository"),
    ]
)
