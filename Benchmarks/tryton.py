"""Measures the check of a budget beside Tryton's account_budget; run it by `make bench-peers PEERS=ledger`.

Both hold 100,000 posted expenses. A check is what has to be known before an order is approved: what a line was
given and what it has used, read in a transaction of its own. Tryton adds the move lines of the account up each
time; the ledger keeps a balance row. Tryton runs on SQLite, too, in a long-lived process without its server.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from decimal import Decimal

import peers

ENTRIES = 100_000
ACCOUNTS = 50
LINES = 1_000
TURNS = 7
GOAL = 1_000
TOOL = os.path.join(peers.ROOT, ".build", "release", "OutlayScenarios")


# The part of the peer.


def make_books():
    """Makes a company with a budget of one fiscal year; returns what the entries need, and the budget lines."""
    from proteus import Model
    from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, get_accounts
    from trytond.modules.company.tests.tools import create_company, get_company
    from trytond.tests.tools import activate_modules

    activate_modules("account_budget", create_company, create_chart)
    year = create_fiscalyear()
    year.click("create_period")
    chart = get_accounts()
    Account = Model.get("account.account")
    accounts = []
    for number in range(ACCOUNTS):
        account = Account(name=f"Expense {number}", code=f"X{number:03}", type=chart["expense"].type)
        account.company, account.parent = chart["expense"].company, chart["expense"].parent
        account.save()
        accounts.append(account.id)
    party = Model.get("party.party")(name="Supplier")
    party.save()
    budget = Model.get("account.budget")(name="Budget", fiscalyear=year)
    budget.click("update_lines")
    lines = Model.get("account.budget.line").find([("account", "in", accounts)])
    for line in lines:
        line.amount = Decimal(-10_000_000)
        line.save()
    journal, = Model.get("account.journal").find([("code", "=", "EXP")])
    entry = {
        "company": get_company().id, "journal": journal.id, "payable": chart["payable"].id,
        "party": party.id, "accounts": accounts,
        "periods": [(period.id, str(period.start_date)) for period in year.periods],
    }
    return entry, [line.id for line in lines]


def post(entry, name):
    """Posts the expenses by SQL, two lines each, which Tryton's own way would take hours for."""
    from trytond.transaction import Transaction

    with Transaction().start(name, 1) as transaction:
        cursor = transaction.connection.cursor()
        moves, lines = [], []
        for number in range(1, ENTRIES + 1):
            period, day = entry["periods"][number % len(entry["periods"])]
            amount, account = 10 + number % 90, entry["accounts"][number % ACCOUNTS]
            moves.append((number, entry["company"], period, entry["journal"], day, "posted", str(number)))
            lines.append((number, account, amount, 0, "valid", None))
            lines.append((number, entry["payable"], 0, amount, "valid", entry["party"]))
        cursor.executemany(
            "INSERT INTO account_move (id, company, period, journal, date, state, number)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)", moves)
        cursor.executemany(
            "INSERT INTO account_move_line (move, account, debit, credit, state, party)"
            " VALUES (?, ?, ?, ?, ?, ?)", lines)
        cursor.execute("ANALYZE")
        transaction.commit()


def serve(folder):
    """Makes the books, then answers each line `check COUNT` with the seconds of one check."""
    os.environ["TRYTOND_DATABASE_URI"] = "sqlite:///"
    os.environ["DB_NAME"] = name = "outlay_bench"
    from trytond import config

    config.set("database", "path", folder)
    entry, lines = make_books()
    post(entry, name)
    from trytond.pool import Pool
    from trytond.transaction import Transaction

    pool, numbers = Pool(name), random.Random(1)

    def check(line):
        with Transaction().start(name, 1, readonly=True, context={"company": entry["company"]}):
            record, = pool.get("account.budget.line").browse([line])
            return record.total_amount, record.actual_amount

    used = sum(check(line)[1] for line in lines)
    if used != -sum(10 + number % 90 for number in range(1, ENTRIES + 1)):
        sys.exit(f"bench-peers: Tryton adds the expenses up to {used}")
    print("ready", flush=True)
    for request in sys.stdin:
        count = int(request.split()[1])
        start = time.perf_counter()
        for _ in range(count):
            check(numbers.choice(lines))
        print((time.perf_counter() - start) / count, flush=True)


# The driver.


def ours(ledger):
    """Returns the seconds of one check of ours."""
    words = [TOOL, "bench-read", ledger, "20000"]
    return 1 / float(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


def run():
    """Compares the checks, in turn."""
    folder = os.path.join(peers.FOLDER, "ledger-books")
    subprocess.run(["rm", "-rf", folder], check=True)
    os.makedirs(folder)
    ledger = os.path.join(folder, "outlay.db")
    subprocess.run([TOOL, "bench-make", ledger, str(ENTRIES)], check=True)
    theirs = subprocess.Popen(
        [peers.python_of("ledger"), os.path.abspath(__file__), folder],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    if theirs.stdout.readline().strip() != "ready":
        sys.exit("bench-peers: Tryton did not start")
    turns = []
    for _ in range(TURNS):
        theirs.stdin.write("check 10\n")
        theirs.stdin.flush()
        turns.append((ours(ledger), float(theirs.stdout.readline())))
    theirs.stdin.close()
    theirs.wait()
    ratio = statistics.median(their / our for our, their in turns)
    our, their = (statistics.median(side) for side in zip(*turns))
    print(f"check of a budget line, {ENTRIES:,} entries on {LINES:,} lines: outlay {peers.shown(our)}")
    told = "met" if ratio >= GOAL else "NOT MET"
    print(f"  {ratio:>9,.0f} x Tryton           {peers.shown(their):>10}  goal {GOAL:,}, {told}")
    subprocess.run(["rm", "-rf", folder], check=True)


if __name__ == "__main__":
    serve(sys.argv[1])
