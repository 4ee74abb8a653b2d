import OutlayEncoding
import OutlayProblems

extension VendorRegister: GovernedDocument {
    /// The register as a value.
    public var json: JSONValue {
        [
            "kind": "Vendors", "revision": .integer(revision),
            "vendors": .array(vendors.map(\.json)),
        ]
    }

    /// Reads a register.
    ///
    /// - Throws: ``DocumentFaults`` with every problem and its JSON pointer.
    public init(json: JSONValue) throws(DocumentFaults) {
        try self.init(json: json, collectingIn: StrictValue.Collection())
    }

    /// Reads a register, and tells `faults` of every group of fields.
    init(json: JSONValue, collectingIn faults: StrictValue.Collection) throws(DocumentFaults) {
        self = try StrictValue.read(json, collectingIn: faults) { value in
            value.fields { fields in
                guard fields.isOfKind("Vendors") else { return nil }
                let revision = fields.optional("revision", 1) { $0.whole(1...1_000_000_000) }
                let vendors = fields.required("vendors") { Self.readVendors($0) }
                guard let vendors, value.faults.list.isEmpty else { return nil }
                return VendorRegister(revision: revision, vendors)
            }
        }
    }

    private static func readVendors(_ value: StrictValue) -> [Vendor]? {
        var known: Set<VendorID> = []
        return value.list { element in
            guard let vendor = Vendor.read(element) else { return nil }
            guard known.insert(vendor.id).inserted else {
                element.report(
                    Problem(
                        .duplicateIdentifier, "\(Problem.quoted(vendor.id.text)) stands twice",
                        because: "every vendor stands in the register once"))
                return nil
            }
            return vendor
        }
    }
}

extension Vendor {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["id"] = .string(id.text)
        object["legal_name"] = .string(legalName)
        object["group"] = group.map { .string($0) }
        object["bank_detail_hash"] = bankDetailHash.map { .string($0) }
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue) -> Vendor? {
        value.fields { fields in
            let id: VendorID? = fields.required("id") { $0.name() }
            let name = fields.required("legal_name") { $0.text() }
            let group = fields.optional("group") { $0.text(limit: 64) }
            let hash = fields.optional("bank_detail_hash") { $0.digest() }
            guard let id, let name else { return nil }
            return Vendor(id, legalName: name, group: group, bankDetailHash: hash)
        }
    }
}
