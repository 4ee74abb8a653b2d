/// Paths by their text alone.
enum FilePath {
    /// Returns the way from `folder` to the file at `path`, both from the same place.
    ///
    /// A path that cannot be told from there, such as one from the root to a folder that is not, stays as it is.
    static func relative(_ path: String, to folder: String) -> String {
        guard path.hasPrefix("/") == folder.hasPrefix("/") || folder.isEmpty else { return path }
        guard !(path.hasPrefix("/") && folder.isEmpty) else { return path }
        let (parts, base) = (components(path), components(folder))
        let common = zip(parts, base).prefix { $0 == $1 }.count
        // What lies above an unknown folder has no name to go back down by.
        guard !base[common...].contains("..") else { return path }
        return (base[common...].map { _ in ".." } + parts[common...]).joined(separator: "/")
    }

    private static func components(_ path: String) -> [String] {
        var parts: [String] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts
    }
}
