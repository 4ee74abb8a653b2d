import Foundation
import Testing

/// A program that reads what we write, where it is installed.
struct OtherProgram {
    let path: String

    /// Looks for a program in the folders of PATH and of `OUTLAY_TOOLS`; nil where there is none.
    init?(_ name: String) {
        let environment = ProcessInfo.processInfo.environment
        let folders = [environment["OUTLAY_TOOLS"], environment["PATH"]].compactMap(\.self)
            .flatMap { $0.split(separator: ":") }
        let found = folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        path = found
    }

    /// Whether a program is installed; tests that need it are skipped with its name otherwise.
    static func isInstalled(_ name: String) -> Bool { OtherProgram(name) != nil }

    /// How a run of the program ended.
    struct Ending {
        var status: Int32
        var printed: String
    }

    /// Runs the program on `text` in a file of its own, whose path comes last; returns what it prints, and
    /// records its failure.
    func run(
        _ arguments: [String], on text: String, ending: String,
        _ location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let found = try end(of: arguments, on: text, ending: ending)
        #expect(found.status == 0, "\(found.printed)", sourceLocation: location)
        return found.printed
    }

    /// Runs the program on `text` in a file of its own, whose path comes last; returns how that ended.
    func end(of arguments: [String], on text: String, ending: String) throws -> Ending {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "outlay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "ledger.\(ending)")
        try Data(text.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments + [file.path]
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus, printed: String(decoding: data, as: UTF8.self))
    }
}
