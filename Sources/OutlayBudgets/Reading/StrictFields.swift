import OutlayEncoding
import OutlayProblems

/// The fields of an object being read strictly.
final class StrictFields {
    let value: StrictValue
    private let object: JSONObject
    private var known: [String] = []
    private var isOfOtherKind = false

    init(value: StrictValue, object: JSONObject) {
        self.value = value
        self.object = object
    }

    /// Whether a field is there.
    func has(_ key: String) -> Bool {
        if !known.contains(key) { known.append(key) }
        return object[key] != nil
    }

    /// The field `key`, or nil where it is left out.
    subscript(key: String) -> StrictValue? {
        guard has(key), let found = object[key] else { return nil }
        return StrictValue(
            value: found, pointer: value.pointer + "/" + StrictValue.escaped(key),
            faults: value.faults)
    }

    /// What `read` makes of the field `key`, which must be there.
    func required<Result>(_ key: String, _ read: (StrictValue) -> Result?) -> Result? {
        guard let field = self[key] else {
            value.report(
                Problem(
                    .missingField, "the field \(Problem.quoted(key)) is missing",
                    because: "\(Problem.quoted(value.label)) needs it"))
            return nil
        }
        return read(field)
    }

    /// What `read` makes of the field `key`, or `standard` where it is left out or unreadable.
    func optional<Result>(
        _ key: String, _ standard: Result, _ read: (StrictValue) -> Result?
    ) -> Result {
        guard let field = self[key] else { return standard }
        return read(field) ?? standard
    }

    /// What `read` makes of the field `key`, or nil where it is left out or unreadable.
    @discardableResult
    func optional<Result>(_ key: String, _ read: (StrictValue) -> Result?) -> Result? {
        self[key].flatMap(read)
    }

    /// Records that fields exclude each other where more than one of `keys` is there.
    func reportExclusive(_ keys: [String]) {
        let found = keys.filter(has)
        guard found.count > 1 else { return }
        value.report(
            Problem(
                .fieldsExclude, "\(found.map { Problem.quoted($0) }.list("and")) stand together",
                because: "they say the same thing in two ways", hint: "leave one of them out"))
    }

    /// Returns whether `kind` is left out or is `name`; a document of another kind is not read further.
    func isOfKind(_ name: String) -> Bool {
        guard let field = self["kind"], let text = field.text(), text != name else { return true }
        isOfOtherKind = true
        field.report(
            Problem(
                .unknownKind, "\(Problem.quoted(text)) is not the kind \(Problem.quoted(name))",
                because: "this reads a document of the kind \(Problem.quoted(name))"))
        return false
    }

    /// Records every field that nothing asked for.
    func reportUnknown() {
        value.faults.noteFields?(value.pointer, known)
        guard !isOfOtherKind else { return }
        for member in object.members where !known.contains(member.key) {
            let place = StrictValue(
                value: member.value,
                pointer: value.pointer + "/" + StrictValue.escaped(member.key),
                faults: value.faults)
            place.report(
                Problem(
                    .unknownField, "unknown field \(Problem.quoted(member.key))",
                    because: "\(Problem.quoted(value.label)) has no field of this name",
                    hint: Suggestion.hint(for: member.key, among: known)))
        }
    }
}
