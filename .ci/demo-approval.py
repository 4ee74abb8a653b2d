"""Compares what a ledger says with what other programs make of its exports: python3 demo-approval.py FOLDER

FOLDER has budget-YEAR.json and show-REQUEST.json of `outlay`, ledger.journal, ledger.beancount and releases.json of
`outlay audit export`. Exits with 1 where a figure differs or an export is not what its format says. Where a program
that judges is not installed, it says so and goes on.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
from decimal import Decimal

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "Tests/OutlayReportsTests/Ledger/Data"
RELEASE_SCHEMA = "https://standard.open-contracting.org/schema/1__1__5/release-schema.json"
TREES = {"allotted": "Equity:Budget:Allotted", "reserved": "Assets:Budget:Reserved",
         "committed": "Assets:Budget:Committed", "actual": "Expenses:Budget:Actual"}


class Claims:
    """What was claimed and holds, and what does not."""

    def __init__(self):
        self.held = 0
        self.broken = []

    def equal(self, what, first, second):
        """Claims that two figures are the same."""
        if first == second:
            self.held += 1
        else:
            self.broken.append("%s: %s, and elsewhere %s" % (what, first, second))

    def clean(self, what, faults):
        """Claims that a judge finds nothing."""
        if faults:
            self.broken.append("%s: %s" % (what, faults))
        else:
            self.held += 1


def read(path):
    """Returns a JSON file with exact numbers."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)


def judged(command, **options):
    """Returns a finished command, or None where the program is not installed."""
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", **options)
    except FileNotFoundError:
        missing(command[0])
        return None


def missing(name):
    """Says that a judge is not there."""
    print("******** demo-approval: NOT CHECKED: %s is not installed ********" % name, file=sys.stderr)


def budgets(folder):
    """Returns the amounts of each line of each year, as `outlay budget show` says them."""
    amounts = {}
    for path in sorted(folder.glob("budget-*.json")):
        for line in read(path)["result"]["lines"]:
            names = list(TREES) + ["available"]
            amounts[line["period"], line["line"]] = {
                name: Decimal(line[name]["amount"]) for name in names}
    return amounts


def check_hledger(folder, ledger, claims):
    """Lets hledger check its journal, and compares every balance; returns hledger's sums."""
    journal = str(folder / "ledger.journal")
    checked = judged(["hledger", "-f", journal, "check", "--strict"])
    if checked is None:
        return None
    claims.clean("hledger check --strict", checked.returncode and checked.stderr)
    found = judged(["hledger", "-f", journal, "balance", "--flat", "--empty", "-O", "csv", "-N"])
    claims.equal("exit code of hledger balance", found.returncode, 0)
    _, *rows = csv.reader(io.StringIO(found.stdout))
    own = {account: Decimal(amount.split()[0]) for account, amount in rows}
    sums = dict.fromkeys(TREES, Decimal(0))
    for (year, line), amounts in ledger.items():
        seen = {}
        for name, tree in TREES.items():
            # A line's account ends with its name; what lies below it counts for it, but for what it was given.
            within = {account: amount for account, amount in own.items()
                      if account.startswith("%s:%s:" % (tree, year))}
            seen[name] = sum(
                (amount for account, amount in within.items()
                 if account.split(":")[-1] == line or
                 (name != "allotted" and line in account.split(":"))), Decimal(0))
            sums[name] += sum((amount for account, amount in within.items()
                               if account.split(":")[-1] == line), Decimal(0))
        seen["allotted"] = -seen["allotted"]
        seen["available"] = (
            seen["allotted"] - seen["reserved"] - seen["committed"] - seen["actual"])
        for name, amount in amounts.items():
            claims.equal("%s of %s in %s" % (name, line, year), amount, seen[name])
    sums["allotted"] = -sums["allotted"]
    return sums


def check_beancount(folder, claims):
    """Lets beancount check its journal."""
    checked = judged(["bean-check", str(folder / "ledger.beancount")])
    if checked is not None:
        claims.clean("bean-check", checked.stdout + checked.stderr)


def check_schema(package, claims):
    """Validates a package against the schemas of OCDS 1.1."""
    try:
        import jsonschema
    except ImportError:
        missing("jsonschema (python3-jsonschema)")
        return
    schema = json.loads((SCHEMAS / "release-package-schema.json").read_text(encoding="utf-8"))
    release = json.loads((SCHEMAS / "release-schema.json").read_text(encoding="utf-8"))
    # The schema of a package names that of a release by its address; nothing is fetched.
    resolver = jsonschema.RefResolver.from_schema(schema, store={RELEASE_SCHEMA: release})
    validator = jsonschema.Draft4Validator(
        schema, resolver=resolver, format_checker=jsonschema.FormatChecker())
    faults = ["%s: %s" % ("/".join(map(str, fault.absolute_path)), fault.message)
              for fault in validator.iter_errors(package)]
    claims.clean("OCDS 1.1 schema", faults)
    # A check that cannot fail would be none.
    broken = dict(package, releases=[dict(package["releases"][0], ocid=None)])
    claims.equal("OCDS 1.1 schema sees a fault", bool(list(validator.iter_errors(broken))), True)


def check_ocds(folder, ledger, claims):
    """Compares what was planned, awarded, contracted and billed; returns the sums of OCDS."""
    check_schema(json.loads((folder / "releases.json").read_text(encoding="utf-8")), claims)
    contracts, billed, credited = {}, Decimal(0), Decimal(0)
    planned = {}
    for release in read(folder / "releases.json")["releases"]:
        ocid = release["ocid"]
        if "planning" in release:
            planned[ocid] = release["planning"]["budget"]["amount"]["amount"]
        for award in release.get("awards", []):
            contracts[ocid] = award["value"]["amount"]
        for contract in release.get("contracts", []):
            claims.equal("award and contract of " + ocid, contracts[ocid], contract["value"]["amount"])
            for transaction in contract.get("implementation", {}).get("transactions", []):
                amount = transaction["value"]["amount"]
                billed += max(amount, Decimal(0))
                credited += min(amount, Decimal(0))
    for path in sorted(folder.glob("show-*.json")):
        shown = read(path)["result"]
        ocid = "ocds-000000-" + shown["request"]
        amounts = shown["amounts"]
        claims.equal("contract of " + shown["request"],
                     Decimal(amounts["contract_value"]["amount"]), contracts[ocid])
        claims.equal("total of " + shown["request"],
                     Decimal(amounts["total"]["amount"]), planned[ocid])
    sums = {"actual": billed + credited, "committed": sum(contracts.values()) - billed}
    for name, amount in sums.items():
        claims.equal("%s of all lines and years, by OCDS" % name,
                     sum(amounts[name] for amounts in ledger.values()), amount)
    return sums


def table(ledger, hledger, ocds):
    """Prints the sums side by side."""
    print("  %-34s%14s%14s%14s" % ("EUR, all lines and years", "budget show", "hledger", "OCDS"))
    rows = [("allotted", "given to lines"), ("reserved", "held for requests"),
            ("committed", "owed to vendors"), ("actual", "billed, less credit notes")]
    for name, title in rows:
        own = sum(amounts[name] for amounts in ledger.values())
        seen = ["%.2f" % sums[name] if sums and name in sums else "–" for sums in (hledger, ocds)]
        print("  %-34s%14.2f%14s%14s" % (title, own, *seen))


def main():
    folder = pathlib.Path(sys.argv[1])
    claims = Claims()
    ledger = budgets(folder)
    hledger = check_hledger(folder, ledger, claims)
    check_beancount(folder, claims)
    ocds = check_ocds(folder, ledger, claims)
    table(ledger, hledger, ocds)
    for fault in claims.broken:
        print("demo-approval: " + fault, file=sys.stderr)
    if claims.broken or not claims.held:
        sys.exit(1)
    print("  %d figures and formats agree." % claims.held)


if __name__ == "__main__":
    main()
