import OutlayBudgets
import OutlayValues
import Testing

@Suite struct SetLinesTests {
    @Test func `a parent comes first, and never below itself`() throws {
        var ledger = try TestLedger([])
        try ledger.refuse(SetLines([Node("A", parent: "P"), Node("P")]), .unknownLine)
        try ledger.accept(SetLines([Node("P"), Node("A", parent: "P")]))
        try ledger.refuse(SetLines([Node("P", parent: "A")]), .badCommand)
        try ledger.refuse(SetLines([Node("P", parent: "P")]), .badCommand)
        try ledger.refuse(SetLines([Node("X"), Node("X")]), .badCommand)
        try ledger.refuse(SetLines([]), .badCommand)
    }

    @Test func `what was posted keeps its parent and phasing`() throws {
        var ledger = try TestLedger([Node("P"), Node("Q"), Node("A", parent: "P")])
        try ledger.accept(Allot(MinorUnits(10), to: "A", in: 2026))
        try ledger.refuse(SetLines([Node("A", parent: "Q")]), .badCommand)
        var phased = Node("A", parent: "P")
        phased.phasing = .yearToDate
        try ledger.refuse(SetLines([phased]), .badCommand)
        try ledger.refuse(SetLines([Node("P", control: .track)]), .badCommand)
        var renamed = Node("A", parent: "P")
        renamed.title = "Travel"
        try ledger.accept(SetLines([renamed]))
        #expect(ledger.books.node("A")?.title == "Travel")
    }

    @Test func `control that is tightened below what is used excuses exactly that`() throws {
        var ledger = try TestLedger([Node("A", control: .soft)])
        try ledger.accept(Allot(MinorUnits(100), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 150))
        #expect(try ledger.row("A").cap == nil)
        try ledger.accept(SetLines([Node("A")]))
        #expect(try ledger.row("A").cap == MinorUnits(150))
        #expect(try ledger.row("A").excused == MinorUnits(50))
        try ledger.refuse(Submit("R2", "A", 1), .insufficientFunds)
        try ledger.accept(SetLines([Node("A", control: .soft)]))
        #expect(try ledger.row("A").excused == .zero)
        try ledger.expectReplay()
    }
}
