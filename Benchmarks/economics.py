"""Measures rates of return, present values and Monte Carlo beside pyxirr, numpy and monaco; run by `make bench-peers`.

The programs and their turns are those of `peers.py`. Flows are 100,000 streams of one outlay and 59 returns, the
first 20,000 of them also on dates 30.4375 days apart. The simulations have twenty lines of cost over sixty months,
ten triangular and ten lognormal, discounted monthly: each line drawn once per trial, or anew each month.
"""

import array
import os
import statistics
import sys

import peers

ROWS, DATED, COLUMNS = 100_000, 20_000, 60
TRIALS, MONTHLY_TRIALS, CASES = 1_000_000, 100_000, 2_000
LINES, MONTHS = 20, 60
PERCENTILES = [1, 5, 10, 25, 50, 75, 90, 95, 99]
FLOWS = os.path.join(peers.FOLDER, "flows.bin")
TURNS = 7


# The part of a peer.


def read_flows(np):
    flows = np.fromfile(FLOWS).reshape(ROWS, COLUMNS)
    days = [int(round(30.4375 * month)) for month in range(COLUMNS)]
    return flows, days


def costs(np):
    """Returns the parameters of each line and the worth today of 1 at each month's end, escalation included."""
    line = np.arange(LINES)
    triangles = 80 + 10 * line, 100 + 12 * line, 150 + 20 * line
    mean, deviation = 100 + 15 * line, 25 + 5 * line
    variance = np.log1p((deviation / mean) ** 2)
    factors = (1.03 / 1.08) ** (np.arange(1, MONTHS + 1) / 12)
    return triangles, (np.log(mean) - variance / 2, np.sqrt(variance)), factors


def numpy_work(np):
    """Returns numpy's own ways: Newton's method on all streams at once, and draws of PCG64."""
    flows, days = read_flows(np)
    years = np.array(days) / 365

    def irr():
        rate = np.full(ROWS, 0.01)
        for _ in range(50):
            factor = 1 / (1 + rate)
            value, slope = np.zeros(ROWS), np.zeros(ROWS)
            for column in range(COLUMNS - 1, -1, -1):
                slope = slope * factor + value
                value = value * factor + flows[:, column]
            step = value / (-slope * factor * factor)
            rate = rate - step
            if np.max(np.abs(step)) < 1e-12:
                break
        return rate

    def xirr():
        dated, rate = flows[:DATED], np.full(DATED, 0.1)
        for _ in range(60):
            weights = np.exp(-np.log1p(rate)[:, None] * years[None, :])
            value = (dated * weights).sum(1)
            slope = -((dated * years) * weights).sum(1) / (1 + rate)
            step = value / slope
            rate = np.maximum(rate - step, -0.99)
            if np.max(np.abs(step)) < 1e-12:
                break
        return rate

    (low, mode, high), (mu, sigma), factors = costs(np)

    def drawn(generator, line, size):
        if line % 2 == 0:
            return generator.triangular(low[line], mode[line], high[line], size)
        return generator.lognormal(mu[line], sigma[line], size)

    def summary(totals):
        return np.concatenate([[totals.mean(), totals.std()], np.percentile(totals, PERCENTILES)])

    def line_draw():
        generator, totals = np.random.default_rng(7), np.zeros(TRIALS)
        for line in range(LINES):
            totals += drawn(generator, line, TRIALS)
        return summary(totals * factors.sum())

    def month_draw(chunk=10_000):
        generator, totals = np.random.default_rng(7), np.empty(MONTHLY_TRIALS)
        for start in range(0, MONTHLY_TRIALS, chunk):
            part = np.zeros(chunk)
            for line in range(LINES):
                part += drawn(generator, line, (chunk, MONTHS)) @ factors
            totals[start : start + chunk] = part
        return summary(totals)

    return {
        "irr": irr,
        "xirr": xirr,
        "npv": lambda: flows @ 1.006 ** -np.arange(COLUMNS),
        "line-draw": line_draw,
        "month-draw": month_draw,
    }


def pyxirr_work(np):
    """Returns pyxirr's functions, one stream after the other, as its documentation shows them."""
    import datetime

    import pyxirr

    flows, days = read_flows(np)
    start = datetime.date(2026, 1, 31)
    dates = [start + datetime.timedelta(days=day) for day in days]
    rows = list(flows)
    return {
        "irr": lambda: [pyxirr.irr(row) for row in rows],
        "xirr": lambda: [pyxirr.xirr(dates, row) for row in rows[:DATED]],
        "npv": lambda: [pyxirr.npv(0.006, row) for row in rows],
    }


def monaco_work(np):
    """Returns monaco's simulation of the lines drawn once, single-threaded and with nothing kept that can be left."""
    import monaco
    import scipy.stats as stats

    (low, mode, high), (mu, sigma), factors = costs(np)
    total = factors.sum()

    def before(case):
        return ([case.invals[f"x{line}"].val for line in range(LINES)],)

    def after(case, value):
        case.addOutVal("npv", value)

    def line_draw():
        simulation = monaco.Sim(
            name="costs", ndraws=CASES, firstcaseismedian=False, seed=12345, samplemethod="random",
            fcns={"preprocess": before, "run": lambda xs: total * sum(xs), "postprocess": after},
            singlethreaded=True, verbose=False, debug=False, keepsiminput=False,
            keepsimrawoutput=False, savecasedata=False, savesimdata=False,
        )
        for line in range(LINES):
            if line % 2 == 0:
                width = high[line] - low[line]
                shape = dict(c=(mode[line] - low[line]) / width, loc=low[line], scale=width)
                simulation.addInVar(f"x{line}", dist=stats.triang, distkwargs=shape)
            else:
                shape = dict(s=sigma[line], scale=np.exp(mu[line]))
                simulation.addInVar(f"x{line}", dist=stats.lognorm, distkwargs=shape)
        simulation.runSim()
        totals = np.array(simulation.outvars["npv"].nums, dtype=float)
        return np.concatenate([[totals.mean(), totals.std()], np.percentile(totals, PERCENTILES)])

    return {"line-draw": line_draw}


WORK = {"numpy": numpy_work, "pyxirr": pyxirr_work, "monaco": monaco_work}


def serve(name):
    """Answers requests on standard input in the part of the peer `name`, as OutlayBench does."""
    import contextlib
    import io
    import time
    import warnings

    import numpy as np

    warnings.filterwarnings("ignore")
    work = WORK[name](np)
    for line in sys.stdin:
        words = line.split()
        with contextlib.redirect_stdout(io.StringIO()):
            call = work[words[1]]
            if words[0] == "scores":
                answer = " ".join(repr(float(x)) for x in call())
            else:
                start = time.perf_counter()
                for _ in range(int(words[3])):
                    call()
                answer = repr((time.perf_counter() - start) / int(words[3]))
        print(answer, flush=True)


# The driver.


def write_flows():
    """Writes the streams as doubles, row by row; the same on every machine."""
    state, numbers = 11, array.array("d")
    for _ in range(ROWS):
        for column in range(COLUMNS):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            share = (state >> 11) / 2**53
            numbers.append(-50e3 - 100e3 * share if column == 0 else 1e3 + 3e3 * share)
    with open(FLOWS, "wb") as file:
        numbers.tofile(file)


def own(*setup):
    program = peers.Program([peers.OURS], [])
    for line in setup:
        program.ask(line)
    return program


def worker(name):
    python = peers.python_of("economics")
    return peers.Program([python, os.path.abspath(__file__), "worker", name], [])


def compare_streams(work, ours, others):
    """Ends the run where a rate or value differs from ours by more than 1e-8 of its size."""
    found = ours.scores(work, "flows")
    for name, program in others.items():
        for a, b in zip(found, program.scores(work, "flows"), strict=True):
            if not abs(a - b) <= 1e-8 * max(1, abs(b)):
                sys.exit(f"bench-peers: {name} finds {b} where we find {a} in {work}")


def compare_simulations(work, count, found, expected, name, cases):
    """Ends the run where means, deviations or quartiles lie further apart than so many draws explain."""
    deviation = expected[1]
    allowed = 6 * deviation * (1 / count + 1 / cases) ** 0.5
    # The median's standard error is 1.25 that of the mean, a quartile's 1.36.
    for place, factor in [(0, 1), (1, 1), (5, 1.5), (6, 1.3), (7, 1.5)]:
        if not abs(found[place] - expected[place]) <= factor * allowed:
            sys.exit(f"bench-peers: {name} finds {expected[place]}, we find {found[place]} in {work}")


def measure(title, work, table, ours, others, calls, share=None):
    """Prints how many times faster than each of `others` ours is, per item where `share` says what theirs has."""
    times = {name: [] for name in ["outlay", *others]}
    for turn in range(TURNS + 1):
        for name, program in [("outlay", ours), *((n, p) for n, (p, _) in others.items())]:
            seconds = program.seconds(work, table, calls.get(name, 1))
            if turn:
                times[name].append(seconds)
    print(f"{title}: outlay {peers.shown(statistics.median(times['outlay']))}")
    for name, (_, goal) in others.items():
        scale = (share or {}).get(name, 1)
        ratio = statistics.median(b / a * scale for a, b in zip(times["outlay"], times[name]))
        told = f"goal {goal}, {'met' if ratio >= goal else 'NOT MET'}" if goal else ""
        print(f"  {ratio:>9.1f} x {name:<16} {peers.shown(statistics.median(times[name])):>10}  {told}")


def streams():
    """Measures rates of return and present values."""
    ours = own(f"flows flows {FLOWS} {ROWS} {COLUMNS}")
    numpy, pyxirr = worker("numpy"), worker("pyxirr")
    for work, rows, goals in [
        ("irr", ROWS, (7, 1)), ("xirr", DATED, (5, 0)), ("npv", ROWS, (3, 0)),
    ]:
        compare_streams(work, ours, {"pyxirr": pyxirr, "numpy": numpy})
        others = {"pyxirr": (pyxirr, goals[0]), "numpy": (numpy, goals[1])}
        measure(f"{work}, {rows:,} x {COLUMNS}", work, "flows", ours, others, {"outlay": 3})
    for program in [ours, numpy, pyxirr]:
        program.close()


def simulations(monthly_goal):
    """Measures simulations of the lines drawn once and anew each month."""
    numpy, monaco = worker("numpy"), worker("monaco")
    for work, trials, goal in [
        ("line-draw", TRIALS, 3), ("month-draw", MONTHLY_TRIALS, monthly_goal),
    ]:
        ours = own(f"trials trials {trials}")
        found = ours.scores(work, "trials")
        compare_simulations(work, trials, found, numpy.scores(work, "trials"), "numpy", trials)
        others, share = {"numpy": (numpy, goal)}, {}
        if work == "line-draw":
            answer = monaco.scores(work, "trials")
            compare_simulations(work, trials, found, answer, "monaco", CASES)
            others["monaco, per case"] = (monaco, 200)
            share["monaco, per case"] = trials / CASES
        title = f"{work}, {trials:,} trials x {LINES} lines"
        measure(title, work, "trials", ours, others, {"outlay": 2}, share)
        ours.close()
    for program in [numpy, monaco]:
        program.close()


def memory():
    """Measures how the memory of a simulation grows with the number of its trials."""
    peaks = {}
    for trials in [200_000, 20_000_000]:
        ours = own(f"trials trials {trials}")
        ours.seconds("line-draw", "trials", 1)
        peaks[trials] = ours.peak_memory()
        ours.close()
    (few, least), (many, most) = peaks.items()
    told = "met" if most <= 1.1 * least else "NOT MET"
    print(
        f"Memory of {few:,} and of {many:,} trials: {least / 2**20:.1f} and {most / 2**20:.1f} MiB"
        f"  goal at most 1.1 times, {told}"
    )


def run():
    """Measures all of it; a build for this machine's processor has the higher goal."""
    write_flows()
    streams()
    simulations(5 if os.environ.get("NATIVE") == "1" else 3)
    memory()


if __name__ == "__main__" and sys.argv[1:2] == ["worker"]:
    serve(sys.argv[2])
