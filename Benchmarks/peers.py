"""Measures scoring and rank acceptability beside what users would reach for; run it by `make bench-peers`.

`economics.py` measures rates of return and simulations in the same way, `tryton.py` the check of a budget.

Every program is one long-lived process that holds the same tables and answers one request per line: this
file in the part of a peer (`peers.py worker NAME`), and our own `OutlayBench`. The driver asks them in turn,
over and over, so that a busy machine slows all of them alike; each figure is the median of the ratios of one
turn. Before anything is timed, every program's scores are compared with those of numpy.
"""

import array
import os
import statistics
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
FOLDER = os.path.join(ROOT, ".build", "peers")
BUILD = ".build-native" if os.environ.get("NATIVE") == "1" else ".build"
OURS = os.path.join(ROOT, "Benchmarks", BUILD, "release", "OutlayBench")
PYTHON = "/usr/bin/python3"
TURNS = 15
TABLES = {"small": (20, 10), "large": (100_000, 20), "huge": (1_000_000, 20)}
DRAWS = 100_000
ENVIRONMENTS = {
    "scoring": ["numpy==2.4.6", "pymcdm==1.4.0", "scikit-criteria==0.10", "pyDecision==5.1.8"],
    "sampling": ["pandas<3", "pymcdm==1.4.0", "pysensmcda==2.0.0"],
    "economics": ["numpy==2.4.6", "pyxirr==0.10.8", "scipy==1.17.1", "monaco==0.23.0"],
    "ledger": [
        "trytond==8.2.1", "trytond-account==8.2.1", "trytond-account-budget==8.2.0", "proteus==8.2.0",
    ],
}
# One core for all, as the libraries are shipped; ours takes as many as there are, which is the point.
SINGLE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


# The part of a peer.


def numpy_work(np, table, directions, weights):
    """Returns numpy's own ways to do each piece of work, as a user would write them."""

    def minmax():
        low, high = table.min(0), table.max(0)
        return np.where(directions > 0, table - low, high - table) / (high - low)

    def topsis():
        weighted = table * (weights / np.sqrt((table * table).sum(0)))
        high, low = weighted.max(0), weighted.min(0)
        ideal = np.where(directions > 0, high, low)
        anti_ideal = np.where(directions > 0, low, high)
        to_ideal = np.sqrt(((weighted - ideal) ** 2).sum(1))
        to_anti_ideal = np.sqrt(((weighted - anti_ideal) ** 2).sum(1))
        return to_anti_ideal / (to_ideal + to_anti_ideal)

    def acceptability(chunk=4096):
        options, criteria = table.shape
        values, generator = minmax(), np.random.default_rng(1)
        counts = np.zeros((options, options), np.int64)
        central = np.zeros((options, criteria))
        for start in range(0, DRAWS, chunk):
            draws = generator.standard_exponential((min(chunk, DRAWS - start), criteria))
            draws /= draws.sum(1, keepdims=True)
            order = np.argsort(-(draws @ values.T), axis=1)
            places = (order * options + np.arange(options)).ravel()
            counts += np.bincount(places, minlength=options * options).reshape(options, options)
            np.add.at(central, order[:, 0], draws)
        return (counts / DRAWS).ravel()

    return {
        "weighted-sum": lambda: minmax() @ weights,
        "topsis": topsis,
        "acceptability": acceptability,
    }


def pymcdm_work(np, table, directions, weights):
    """Returns pymcdm's weighted sum and TOPSIS, with its checks on, as its documentation shows them."""
    from pymcdm import methods, normalizations

    total = methods.WSM(normalizations.minmax_normalization)
    ideal = methods.TOPSIS(normalizations.vector_normalization)
    return {
        "weighted-sum": lambda: total(table, weights, directions),
        "topsis": lambda: ideal(table, weights, directions),
    }


def scikit_criteria_work(np, table, directions, weights):
    """Returns scikit-criteria's pipelines, the decision matrix made anew for each call."""
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel
    from skcriteria.agg.topsis import TOPSIS
    from skcriteria.pipelines import mkpipe
    from skcriteria.preprocessing.invert_objectives import MinMaxInverter
    from skcriteria.preprocessing.scalers import VectorScaler

    objectives = [max if direction > 0 else min for direction in directions]
    total = mkpipe(MinMaxInverter(), WeightedSumModel())
    ideal = mkpipe(VectorScaler(target="matrix"), TOPSIS())

    def matrix():
        return skcriteria.mkdm(table, objectives, weights=weights)

    return {
        "weighted-sum": lambda: total.evaluate(matrix()).e_["score"],
        "topsis": lambda: ideal.evaluate(matrix()).e_["similarity"],
    }


def pydecision_work(np, table, directions, weights):
    """Returns pyDecision's TOPSIS; its weighted sum normalises in another way."""
    import matplotlib

    matplotlib.use("Agg")
    from pyDecision import algorithm

    kinds = ["max" if direction > 0 else "min" for direction in directions]
    return {
        "topsis": lambda: algorithm.topsis_method(table, weights, kinds, graph=False, verbose=False)
    }


def pysensmcda_work(np, table, directions, weights):
    """Returns pysensmcda's rank acceptability over pymcdm's weighted sum."""
    from pymcdm.methods import WSM
    from pymcdm.normalizations import minmax_normalization
    from pysensmcda import smaa

    total = WSM(minmax_normalization)

    def score(cells, drawn, kinds):
        return total(cells, drawn, kinds, validation=False)

    def acceptability():
        ranks = smaa.simulate(score, table, directions, num_samples=DRAWS, seed=0)
        return np.asarray(smaa.rank_acceptability(ranks)).ravel()

    return {"acceptability": acceptability}


WORK = {
    "numpy": numpy_work,
    "pymcdm": pymcdm_work,
    "scikit-criteria": scikit_criteria_work,
    "pyDecision": pydecision_work,
    "pysensmcda": pysensmcda_work,
}


def serve(name):
    """Answers requests on standard input in the part of the peer `name`, as OutlayBench does."""
    import contextlib
    import io
    import time
    import warnings

    import numpy as np

    warnings.filterwarnings("ignore")
    tables = {}
    for line in sys.stdin:
        words = line.split()
        with contextlib.redirect_stdout(io.StringIO()):
            if words[0] == "load":
                rows, columns = int(words[3]), int(words[4])
                numbers = np.fromfile(words[2])
                table = numbers[: rows * columns].reshape(rows, columns)
                directions = np.where(np.arange(columns) % 3 == 0, -1, 1)
                tables[words[1]] = WORK[name](np, table, directions, numbers[rows * columns :])
                answer = "loaded"
            elif words[0] == "scores":
                answer = " ".join(repr(float(x)) for x in tables[words[2]][words[1]]())
            else:
                work = tables[words[2]][words[1]]
                start = time.perf_counter()
                for _ in range(int(words[3])):
                    work()
                answer = repr((time.perf_counter() - start) / int(words[3]))
        print(answer, flush=True)


# The driver.


class Program:
    """A process that answers one line for each line it is sent."""

    def __init__(self, command, tables):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **SINGLE_THREAD},
        )
        for name in tables:
            rows, columns = TABLES[name]
            self.ask(f"load {name} {path(name)} {rows} {columns}")

    def ask(self, line):
        """Returns the answer to `line`; a process that ends instead ends the run."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"bench-peers: {self.process.args} ended at: {line}")
        return answer.strip()

    def scores(self, work, table):
        return [float(word) for word in self.ask(f"scores {work} {table}").split()]

    def seconds(self, work, table, calls):
        return float(self.ask(f"time {work} {table} {calls}"))

    def peak_memory(self):
        """Returns the most bytes the process ever held, on Linux."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def path(table):
    return os.path.join(FOLDER, table + ".bin")


def write_tables():
    """Writes each table as doubles: cells row by row, then the weights; the same on every machine."""
    state = 7
    for name in ["small", "large"]:
        rows, columns = TABLES[name]
        numbers = array.array("d")
        for _ in range((rows + 1) * columns):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            numbers.append(10 + 90 * (state >> 11) / 2**53)
        cells, weights = numbers[:-columns], numbers[-columns:]
        total = sum(weights)
        weights = array.array("d", [weight / total for weight in weights])
        write(name, cells, weights)
    write("huge", cells * 10, weights)


def write(name, cells, weights):
    with open(path(name), "wb") as file:
        (cells + weights).tofile(file)


def python_of(environment):
    """Returns the Python of a virtual environment, installed first where it is missing."""
    folder = os.path.join(FOLDER, environment)
    python = os.path.join(folder, "bin", "python")
    mark = os.path.join(folder, "installed")
    wanted = "\n".join(ENVIRONMENTS[environment])
    if not os.path.exists(mark) or open(mark).read() != wanted:
        subprocess.run([PYTHON, "-m", "venv", "--clear", folder], check=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", *ENVIRONMENTS[environment]], check=True
        )
        with open(mark, "w") as file:
            file.write(wanted)
    return python


def worker(environment, name, tables):
    return Program([python_of(environment), os.path.abspath(__file__), "worker", name], tables)


def compare(work, table, programs, tolerance=1e-9):
    """Ends the run where a program's scores differ from numpy's."""
    expected = programs["numpy"].scores(work, table)
    for name, program in programs.items():
        found = program.scores(work, table)
        worst = max(abs(a - b) for a, b in zip(found, expected, strict=True))
        if worst > tolerance:
            sys.exit(f"bench-peers: {name} differs from numpy by {worst} in {work} of {table}")


def ratios(work, table, ours, peers, calls):
    """Prints how many times faster than each of `peers` ours is; `calls` are those of one turn, by name."""
    times = {name: [] for name in ["outlay", *peers]}
    for turn in range(TURNS + 1):
        for name, program in [("outlay", ours), *((n, p) for n, (p, _) in peers.items())]:
            seconds = program.seconds(work, table, calls[name])
            if turn:
                times[name].append(seconds)
    rows, columns = TABLES[table]
    own = statistics.median(times["outlay"])
    print(f"{work}, {rows:,} x {columns}: outlay {shown(own)}")
    for name, (_, goal) in peers.items():
        ratio = statistics.median(b / a for a, b in zip(times["outlay"], times[name]))
        told = f"goal {goal}, {'met' if ratio >= goal else 'NOT MET'}" if goal else ""
        print(f"  {ratio:>9.1f} x {name:<16} {shown(statistics.median(times[name])):>10}  {told}")
    return own


def shown(seconds):
    for unit, size in [("s", 1), ("ms", 1e-3)]:
        if seconds >= size:
            return f"{seconds / size:.2f} {unit}"
    return f"{seconds / 1e-6:.2f} us"


def score_tables():
    """Measures the weighted sum and TOPSIS."""
    names = ["numpy", "pymcdm", "scikit-criteria", "pyDecision"]
    small = ["small", "large"]
    ours = Program([OURS], ["small"])
    peers = {name: worker("scoring", name, small) for name in names}
    for work, goals in [("weighted-sum", (5, 50, 0)), ("topsis", (5, 50, 0, 0))]:
        used = dict(zip([n for n in names if work == "topsis" or n != "pyDecision"], goals))
        compare(work, "small", {"outlay": ours, **{name: peers[name] for name in used}})
        calls = {"outlay": 20_000, "numpy": 5_000, "pymcdm": 500, "scikit-criteria": 5, "pyDecision": 50}
        ratios(work, "small", ours, {name: (peers[name], goal) for name, goal in used.items()}, calls)
    ours.close()
    ours = Program([OURS], ["large"])
    for work in ["weighted-sum", "topsis"]:
        compare(work, "large", {"outlay": ours, "numpy": peers["numpy"], "pymcdm": peers["pymcdm"]})
        chosen = {"numpy": (peers["numpy"], 2), "pymcdm": (peers["pymcdm"], 0)}
        ratios(work, "large", ours, chosen, {"outlay": 20, "numpy": 5, "pymcdm": 3})
    for program in peers.values():
        program.close()
    ours.close()


def growth_and_memory():
    """Measures how time grows with the table, and the memory of the large one."""
    print("Growth from 100,000 x 20 to 1,000,000 x 20, and memory:")
    ours = Program([OURS], ["large", "huge"])
    for work in ["weighted-sum", "topsis"]:
        pairs = [
            (ours.seconds(work, "large", 20), ours.seconds(work, "huge", 3)) for _ in range(TURNS)
        ]
        growth = statistics.median(huge / large for large, huge in pairs)
        print(f"  {growth:>9.1f} x {work:<16} goal at most 12, {'met' if growth <= 12 else 'NOT MET'}")
    ours.close()
    rows, columns = TABLES["large"]
    for work in ["weighted-sum", "topsis"]:
        ours = Program([OURS], ["small"])
        ours.seconds(work, "small", 1)
        base = ours.peak_memory()
        ours.ask(f"load large {path('large')} {rows} {columns}")
        ours.seconds(work, "large", 3)
        share = (ours.peak_memory() - base) / (rows * columns * 8)
        told = "met" if share <= 2 else "NOT MET"
        print(f"  {share:>9.2f} times the matrix, {work}, loaded and scored; goal at most 2, {told}")
        ours.close()


def sampling():
    """Measures rank acceptability with central weights: 20 x 10, 100,000 draws."""
    ours = Program([OURS], ["small"])
    numpy = worker("scoring", "numpy", ["small"])
    slow = worker("sampling", "pysensmcda", ["small"])
    # Draws of different generators agree within five standard errors.
    compare("acceptability", "small", {"outlay": ours, "numpy": numpy}, 5 * (0.25 / DRAWS) ** 0.5 * 1.5)
    ratios("acceptability", "small", ours, {"numpy": (numpy, 3)}, {"outlay": 3, "numpy": 1})
    seconds = slow.seconds("acceptability", "small", 1)
    own = statistics.median(ours.seconds("acceptability", "small", 3) for _ in range(TURNS))
    told = "met" if seconds / own >= 500 else "NOT MET"
    print(f"  {seconds / own:>9.1f} x pysensmcda       {shown(seconds):>10}  goal 500, {told}; one run")
    for program in [ours, numpy, slow]:
        program.close()


def main():
    os.makedirs(FOLDER, exist_ok=True)
    parts = sys.argv[1:] or ["decisions", "economics", "ledger"]
    native = ", built for this processor" if os.environ.get("NATIVE") == "1" else ""
    print(f"Medians of ratios of one turn; load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores{native}")
    if "decisions" in parts:
        write_tables()
        score_tables()
        growth_and_memory()
        sampling()
    if "economics" in parts:
        # Imported late, as it takes its driver from here.
        import economics

        economics.run()
    if "ledger" in parts:
        import tryton

        tryton.run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["worker"]:
        serve(sys.argv[2])
    else:
        main()
