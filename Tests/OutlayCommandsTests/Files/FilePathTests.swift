import Testing

@testable import OutlayCommands

struct FilePathTests {
    @Test(arguments: [
        ("a.json", "", "a.json"), ("d/a.json", "d/", "a.json"), ("d/e/a.json", "d/", "e/a.json"),
        ("a.json", "d/e/", "../../a.json"), ("d/../b/a", "./b/", "a"), ("/x/a", "/x/y/", "../a"),
        ("/x/a", "d/", "/x/a"), ("a", "/x/", "a"), ("/x/a", "", "/x/a"), ("a", "../d/", "a"),
        ("../d/a", "../d/", "a"),
    ])
    func `the way from a folder to a file`(path: String, folder: String, way: String) {
        #expect(FilePath.relative(path, to: folder) == way)
    }
}
