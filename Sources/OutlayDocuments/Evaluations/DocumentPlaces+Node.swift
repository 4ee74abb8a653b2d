import OutlayEvaluations
import OutlayProblems

extension DocumentPlaces {
    /// Creates the places of everything under `root`.
    init(_ root: DocumentNode) {
        self.init { pointer in
            var node: DocumentNode? = root
            for step in pointer.split(separator: "/") {
                let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
                if case .list(let items)? = node?.content {
                    node = Int(name).flatMap { items.indices.contains($0) ? items[$0] : nil }
                } else {
                    node = node?[name]
                }
            }
            return node?.location
        }
    }
}
