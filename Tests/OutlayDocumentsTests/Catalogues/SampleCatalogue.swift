import Outlay

@testable import OutlayDocuments

/// A small catalogue in memory, with something to find in it.
enum SampleCatalogue {
    static let table = """
        id,kind,cores,price,day,since,ok,currency,fee,per,source
        a/1,small,4,10.50,2026-11-01,Jan-2020,1,EUR,5,per_month,list A
        a/2,big,16,40,2025-01-31,Nov-2021,0,USD,,per_month,
        b,big box,,,,Feb-2022,true,JPY,700,once,list B

        """

    static func metadata(
        id: String = "sample", sha256: String = SHA256Digest.of(table), rows: Int = 3,
        columns: String = columns
    ) -> String {
        """
        apiVersion: outlay/v1
        kind: CatalogueMetadata
        metadata: {id: \(id), title: A sample}
        file: sample.csv
        sha256: \(sha256)
        rows: \(rows)
        extracted: 2026-11-23
        sources:
          - {repository: example.org/prices, commit: abc, paths: [a.csv], licence: CC0-1.0, data_date: 2026-11}
        limits: three rows
        key: id
        row_source: source
        columns:
        \(columns)
        """
    }

    static let columns = """
          - {name: id, type: text, required: true}
          - {name: kind, type: text}
          - {name: cores, type: number, unit: core, minimum: 1, maximum: 64}
          - {name: price, type: price, currency: USD, per: hour, date_column: day}
          - {name: day, type: date}
          - {name: since, type: month, format: Jan-2009}
          - {name: ok, type: yes-no}
          - {name: currency, type: text}
          - {name: fee, type: price, currency_column: currency, per_column: per}
          - {name: per, type: text}
          - {name: source, type: text}
        """

    static func library(
        metadata: String = metadata(), table: String = table
    ) -> CatalogueLibrary {
        let texts = ["shop/sample.yaml": metadata, "shop/sample.csv": table]
        return CatalogueLibrary(
            folder: "shop",
            files: DocumentFiles(
                read: { path throws(Problem) in
                    guard let text = texts[path] else {
                        throw Problem(.unreadableFile, "no `\(path)`", because: "a test")
                    }
                    return Array(text.utf8)
                },
                list: { _ in ["README.md", "sample.csv", "sample.yaml"] }))
    }
}

/// Returns the problem that `body` throws, or nil.
func problem<Value>(_ body: () throws -> Value) -> Problem? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? Problem ?? (error as? DocumentProblems)?.list.first
    }
}
