import Outlay
import OutlayDocuments
import Testing

struct CompanionFilesTests {
    private func files(beside path: String) -> CompanionFiles {
        CompanionFiles(
            besideDocument: path,
            files: DocumentFiles(
                read: { path throws(Problem) in
                    if path.hasSuffix("locked") {
                        throw Problem(.unreadableFile, "locked", because: "it is")
                    }
                    return Array(path.utf8)
                },
                list: { folder throws(Problem) in
                    guard folder != "no" else {
                        throw Problem(.unreadableFile, "no folder", because: "there is none")
                    }
                    return ["a", "locked"]
                }))
    }

    @Test(arguments: [
        ("docs/x.yaml", "a", "docs/a"), ("x.yaml", "a", "a"), ("-", "p/a", "p/a"),
        ("/x.yaml", "a", "/a"), ("docs/x.yaml", "/a", "/a"), ("d/x.yaml", "../a", "d/../a"),
    ])
    func `paths are relative to the document`(document: String, name: String, path: String) throws {
        let files = files(beside: document)
        #expect(try files.bytesIfPresent(name) == Array(path.utf8))
        _ = try files.bytes(name)
        #expect(files.filesRead.map(\.path) == [path])
    }

    @Test func `what is not there is nothing, what cannot be read is a problem`() throws {
        let files = files(beside: "x.yaml")
        #expect(try files.bytesIfPresent("b") == nil)
        #expect(try files.bytesIfPresent("no/a") == nil)
        #expect(throws: Problem.self) { try files.bytesIfPresent("locked") }
    }
}
