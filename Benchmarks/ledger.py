"""Measures the ledger beside the same rows written by SQLite alone; run it by `make bench`.

Product and floor work in turn on copies of one ledger, five rounds each; a figure is the median of
the ratios of one round. LEDGER_EVENTS says how large the large ledger is. Goals that are not met are
said and do not fail the run; a program that fails does.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time

ROUNDS = 5
EVENTS = int(os.environ.get("LEDGER_EVENTS", "100000"))
SMALL = 1000
PYTHON = "/usr/bin/python3"
TOOL = ".build/release/OutlayScenarios"
FLOOR = ".build/bench/ledger_floor"
FOLDER = ".build/bench/ledger"


def output(*words):
    """Runs a program; returns what it prints as a number."""
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: exit code {done.returncode} from {' '.join(words)}: {done.stderr}")
    return float(done.stdout)


def seconds(*words):
    """Runs a program, its output thrown away; returns its seconds."""
    start = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def report(name, value, goal, met, detail=""):
    """Prints one figure, its goal and whether it is met."""
    print(f"  {name:<44} {value:>8}  goal {goal:<14} {'met' if met else 'NOT MET':<8} {detail}")


def rates(ledger, count, batch, sync):
    """Returns the product's and the floor's requests a second, five rounds in turn."""
    pairs = []
    for number in range(ROUNDS):
        pair = []
        for side in ("product", "floor"):
            copy = os.path.join(FOLDER, f"{side}.db")
            shutil.copyfile(ledger, copy)
            prefix = f"{sync}{batch}-{number}"
            words = [str(count), str(batch), sync, prefix]
            if side == "product":
                pair.append(output(TOOL, "bench-run", copy, *words))
            else:
                pair.append(output(FLOOR, "write", copy, *words))
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(copy + ending):
                    os.unlink(copy + ending)
        pairs.append(pair)
    return pairs


def gate(name, pairs, least):
    """Prints the median ratio of product and floor."""
    ratio = statistics.median(product / floor for product, floor in pairs)
    product, floor = (statistics.median(side) for side in zip(*pairs))
    detail = f"{product:,.0f} and {floor:,.0f} requests/s"
    report(name, f"{ratio:.2f}", f"at least {least}", ratio >= least, detail)


def main():
    """Builds the floor and the ledgers, and measures everything."""
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    subprocess.run(
        ["cc", "-O2", "-o", FLOOR, "Benchmarks/ledger_floor.c", "-lsqlite3"], check=True)
    small, large = (os.path.join(FOLDER, name) for name in ("small.db", "large.db"))
    subprocess.run([TOOL, "bench-make", small, str(SMALL)], check=True)
    subprocess.run([TOOL, "bench-make", large, str(EVENTS)], check=True)

    print(f"The ledger beside SQLite alone, {EVENTS:,} requests on 1,000 lines, {ROUNDS} rounds:")
    gate("G1 without syncs, product / floor", rates(large, 2000, 1, "OFF"), 0.5)
    gate("G2 with every sync, product / floor", rates(large, 300, 1, "FULL"), 0.8)
    gate("G5 100 in one transaction, product / floor", rates(large, 2000, 100, "FULL"), 0.5)

    reads = [
        (output(TOOL, "bench-read", large, "20000"), output(TOOL, "bench-read", small, "20000"))
        for _ in range(ROUNDS)
    ]
    ratio = statistics.median(big / little for big, little in reads)
    name = f"G4 availability at {EVENTS:,} / at {SMALL:,}"
    detail = f"{statistics.median(pair[0] for pair in reads):,.0f} a second"
    report(name, f"{ratio:.2f}", "at least 0.8", ratio >= 0.8, detail)

    verified = [(output(TOOL, "bench-verify", large), output(FLOOR, "hash", large))]
    ratio = verified[0][0] / verified[0][1]
    detail = f"{verified[0][0]:.1f} s and {verified[0][1]:.1f} s"
    report("G6 verify / reading and hashing in C", f"{ratio:.1f}", "at most 3", ratio <= 3, detail)

    runs = [(seconds(TOOL, "balances", small), seconds(PYTHON, "-c", "")) for _ in range(21)]
    ratio = statistics.median(ours / theirs for ours, theirs in runs)
    detail = f"{statistics.median(run[0] for run in runs) * 1000:.0f} ms"
    name = "G7 balances of 1,000 lines / python3 -c ''"
    report(name, f"{ratio:.2f}", "at most 4", ratio <= 4, detail)
    print("  G3 (one sync per command) is counted by `make faults`, G8 by `make race`.")
    shutil.rmtree(FOLDER)


if __name__ == "__main__":
    main()
