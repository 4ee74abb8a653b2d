import Outlay

/// The files of a new project.
struct ProjectFiles {
    /// The project's folder with its last slash; empty for the current one.
    let folder: String
    /// What the folder is called.
    let name: String
    /// Whether the documents of a ledger are among them.
    let hasLedger: Bool

    /// Returns the files of a project whose first evaluation is made from `template`.
    func files(_ template: DocumentTemplate, _ details: DocumentTemplate.Details) -> NewFiles {
        var files = NewFiles()
        files.add(folder + Project.fileName, project + (hasLedger ? governed(details) : ""))
        var details = details
        details.schemaPath = "../.outlay/schema/evaluation-1.json"
        files.add(folder + "evaluations/\(template.name).yaml", template.document(details))
        if hasLedger { addGoverned(to: &files, details) }
        files.add(folder + "catalogs/README.md", Self.catalogues)
        for kind in DocumentKind.all {
            files.add(
                folder + ".outlay/schema/" + kind.schemaFileName,
                kind.jsonSchema.text(indentation: 2) + "\n")
        }
        files.add(folder + ".outlay/ci/github-actions.yml", Self.gitHubActions)
        files.add(folder + ".outlay/ci/gitlab-ci.yml", Self.gitLab)
        files.add(folder + ".outlay/ci/pre-commit-config.yaml", Self.preCommit)
        return files
    }

    /// Adds what a ledger keeps, for the year and in the currency of the evaluation.
    private func addGoverned(to files: inout NewFiles, _ given: DocumentTemplate.Details) {
        for template in AllTemplates.governed {
            var details = DocumentTemplate.Details(created: given.created)
            details.currency = given.currency
            details.start = given.start.adding(days: 1 - given.start.day)
            details.schemaPath = template.schemaFileName.map { "./.outlay/schema/" + $0 }
            files.add(folder + template.name + ".yaml", template.document(details))
        }
    }

    private var project: String {
        """
        # yaml-language-server: $schema=./.outlay/schema/project-1.json
        #
        # Where this project keeps its documents. Commands find this file from every folder below it.
        apiVersion: outlay/v1
        kind: Project
        metadata:
          id: \(identifier)
          title: \(JSONValue.string(name.isEmpty ? "Project" : name).text())
        catalogs: catalogs
        evaluations: [evaluations]

        """
    }

    /// How the ledger is made for the year and in the currency of the evaluation: a command, run in the project's
    /// folder.
    func making(_ details: DocumentTemplate.Details) -> String {
        let month = details.start.month
        let end = details.start.adding(days: 1 - details.start.day).adding(months: 11)
        return
            "outlay db init ledger.outlay --id \(identifier) --currency \(details.currency.code)"
            + " --year \(end.year)" + (month == 1 ? "" : " --start-month \(month)")
    }

    /// What the project file says of the documents of a ledger, and how the ledger is made.
    private func governed(_ details: DocumentTemplate.Details) -> String {
        """
        budgets: [budget.yaml]
        policy: policy.yaml
        organisation: organisation.yaml
        vendors: vendors.yaml
        # The ledger, once it is made: \(making(details))
        # ledger: ledger.outlay

        """
    }

    /// The folder's name as an identifier.
    private var identifier: String {
        let letters = name.lowercased().map { letter in
            letter.isASCII && (letter.isLetter || letter.isNumber) || "._-".contains(letter)
                ? letter : "-"
        }
        let identifier = String(letters.drop { "._-".contains($0) })
        return identifier.isEmpty ? "project" : identifier
    }

    private static let catalogues = """
        # Catalogues of this project

        A catalogue is a price list or another table of facts: `NAME.csv` with a metadata document
        `NAME.yaml` that says what each column is and where the figures come from. An option takes its
        attributes and prices from a row by `from: NAME/ROW`.

        While there is no catalogue here, the nearest other `catalogs` folder is used.

        """

    private static let gitHubActions = """
        # For GitHub Actions: copy to .github/workflows/outlay.yml in the root of the repository.
        # The runner needs `outlay` on its PATH, from an image or a step of yours.
        # Where the project is not the root, add `working-directory: FOLDER` below `run`.
        name: outlay
        on: [push, pull_request]
        jobs:
          validate:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - run: outlay validate evaluations/
              - run: outlay lint evaluations/
              # With a ledger: take a snapshot where it lives (`outlay db snapshot snapshot.outlay`), bring it here
              # and let the gate say whether the purchase may be approved. Without a fresh one it fails, by exit 3.
              # - run: outlay gate evaluations/NAME.yaml --snapshot snapshot.outlay --max-age 1d --format github

        """

    private static let gitLab = """
        # For GitLab CI: copy into .gitlab-ci.yml in the root of the repository.
        # The job needs an image with `outlay` on its PATH: add `image: NAME`.
        # Where the project is not the root, begin the script with `cd FOLDER`.
        outlay:
          stage: test
          script:
            - outlay validate evaluations/
            - outlay lint evaluations/
            # With a ledger: bring a snapshot of it here (`outlay db snapshot snapshot.outlay`); without a fresh one
            # the gate fails, by exit 3.
            # - outlay gate evaluations/NAME.yaml --snapshot snapshot.outlay --max-age 1d --format gitlab > gate.json

        """

    private static let preCommit = """
        # For pre-commit: copy into .pre-commit-config.yaml in the root of the repository.
        # `outlay` is taken from the PATH.
        repos:
          - repo: local
            hooks:
              - id: outlay-validate
                name: outlay validate
                entry: outlay validate evaluations/
                language: system
                pass_filenames: false
              - id: outlay-lint
                name: outlay lint
                entry: outlay lint evaluations/
                language: system
                pass_filenames: false

        """
}
