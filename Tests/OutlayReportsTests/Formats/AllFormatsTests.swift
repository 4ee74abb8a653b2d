import OutlayReports
import Testing

@Suite struct AllFormatsTests {
    @Test func `formats have names and endings of their own`() {
        let formats = AllFormats.all
        #expect(formats.map(\.identifier) == ["text", "md", "html", "csv"])
        #expect(Set(formats.map(\.fileExtension)).count == formats.count)
        #expect(Set(formats.map(\.title)).count == formats.count)
    }
}
