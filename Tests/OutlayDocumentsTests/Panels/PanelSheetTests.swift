import Outlay
import OutlayDocuments
import Testing

struct PanelSheetTests {
    @Test func `a sheet has a row for each option and criterion and no formula`() throws {
        let sheet = try PanelSheet(SamplePanel().evaluation(for: .criteria))
        #expect(
            sheet.text(for: "anna") == """
                member,option,option_title,criterion,criterion_title,unit,scale,score,note
                anna,north,'=North,ease,Ease of use,points,0 (worst) to 10 (best),,
                anna,north,'=North,help,Help,,no | 1 | good,,
                anna,south,South,ease,Ease of use,points,0 (worst) to 10 (best),,
                anna,south,South,help,Help,,no | 1 | good,,

                """)
        #expect(sheet.options == ["north", "south"])
        #expect(sheet.criteria == ["ease", "help"])
    }

    @Test func `an evaluation without a panel has no sheet`() throws {
        var sample = SamplePanel()
        sample.panel = ""
        sample.criteria = "criteria: [{id: speed, weight: 1, scale: {worst: 0, best: 10}}]"
        let evaluation = try sample.evaluation()
        let problem = #expect(throws: Problem.self) { try PanelSheet(evaluation) }
        #expect(problem?.code == .missingField)
    }
}
