import ArgumentParser

/// `outlay order`: records that the order of an approved request went to the vendor.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Record that an approved request was ordered.",
        discussion: """
            outlay order REQ-2026-031 --number PO-4711

            Nothing is ordered before the last approval, nor by a quote that has expired since.
            """)

    @OptionGroup var order: OrderOptions

    func run() throws {
        try order.place(schema: "order")
    }
}
