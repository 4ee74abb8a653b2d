import OutlayProblems
import OutlayValues

extension LedgerReader {
    /// Returns a warning for each vendor that the register in force on a day does not name, in the order of their
    /// names; none where no register is in force.
    ///
    /// Nobody is refused for it: such a vendor is a party of its own, and new until something was bought from it.
    ///
    /// - Throws: A ``Problem`` for a register that cannot be read.
    public func warnings(
        ofUnregistered vendors: [VendorID], on date: CalendarDate
    ) throws(Problem) -> [Problem] {
        guard !vendors.isEmpty, let register = try vendorRegister(inForceOn: date) else {
            return []
        }
        let known = register.vendors.map(\.id.text)
        return Set(vendors).sorted().filter { register.vendor($0) == nil }.map { vendor in
            let nearest = Suggestion.nearest(to: vendor.text, among: known)
            return Problem(
                .vendorNotRegistered, "the register has no vendor \(Problem.quoted(vendor.text))",
                because: (nearest.map { "it has `\($0)`; " } ?? "")
                    + "duplicates, split purchases and new vendors are found by its identifiers",
                hint: nearest.map { "did you mean `\($0)`?" }
                    ?? "load a register that names it: `outlay vendors load FILE`")
        }
    }
}
