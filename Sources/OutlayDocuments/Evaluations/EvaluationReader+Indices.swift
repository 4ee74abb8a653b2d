import OutlayEconomics
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Returns the index that `node` names, or nil after reporting why there is none.
    func index(_ node: DocumentNode) -> IndexSeries? {
        let stated = (root["indices"]?.entries ?? []).map(\.key)
        let names = stated + ReferenceIndices.names.filter { !stated.contains($0) }
        guard let id = node.text, let known = reference(node, to: "index", among: names) else {
            return nil
        }
        do {
            guard let index = root["indices"]?[known] else {
                return try surroundings.indices(id)
            }
            return try self.index(known, index)
        } catch {
            reportOnce(error.located(at: root["indices"]?[known]?.location ?? node.location))
            return nil
        }
    }

    private func index(_ id: String, _ node: DocumentNode) throws(Problem) -> IndexSeries? {
        let forecast = node["forecast"]?.growth
        let source = node["source"].flatMap { reference($0, to: "source", among: sourceIDs) }
        if let name = node["series"]?.text {
            guard ReferenceIndices.names.contains(name) else { return nil }
            let series = try surroundings.indices(name)
            return try IndexSeries(
                id: id, values: series.values, forecastPerYear: forecast,
                source: [series.source, source].compactMap(\.self).joined(separator: ", "))
        }
        var values: [IndexSeries.Value] = []
        for entry in node["values"]?.entries ?? [] {
            guard let day = Self.day(entry.key), let value = entry.value.decimal else { return nil }
            values.append(IndexSeries.Value(from: day, value: value))
        }
        guard !values.isEmpty else { return nil }
        return try IndexSeries(
            id: id, values: values, forecastPerYear: forecast, source: source ?? "")
    }

    /// Checks the indices that no line follows.
    func checkIndices() {
        for entry in root["indices"]?.entries ?? [] {
            do {
                _ = try index(entry.key, entry.value)
            } catch {
                reportOnce(error.located(at: entry.value.location))
            }
        }
    }
}
