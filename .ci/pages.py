"""Checks HTML pages in a headless browser: python3 pages.py BROWSER FILE…

Each page must load nothing, report nothing to the console, fit its window at phone and desk width,
show every figure, be sound as a document, and print on several sheets without a table cut off.
Exits with 1 where a page fails. The browser is driven over pipes by the DevTools protocol.
"""

import base64
import json
import os
import pathlib
import re
import select
import subprocess
import sys
import tempfile
import time

WIDTHS = [360, 1200]
# What the style sheet leaves between the margins of A4, upright and across, in CSS pixels.
PAPER_UPRIGHT, PAPER_ACROSS = 672, 1001
PATIENCE_SECONDS = 60

DOCUMENT = """(() => {
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  const name = e => (e.closest('section') || document.body).id || 'top';
  return {
    repeated: ids.filter((id, i) => ids.indexOf(id) !== i),
    dangling: [...document.querySelectorAll('[aria-labelledby]')]
      .flatMap(e => e.getAttribute('aria-labelledby').split(' ')).filter(id => !ids.includes(id)),
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    loading: [...document.querySelectorAll('script,link,img,iframe,object,embed,use,image,[src]')]
      .map(e => e.tagName),
    uncaptioned: [...document.querySelectorAll('table')]
      .filter(t => !t.caption && !t.closest('[aria-label]')).map(name),
    unscoped: [...document.querySelectorAll('th:not([scope])')].map(name),
    speechless: [...document.querySelectorAll('svg')]
      .filter(s => !s.querySelector('title') || !s.querySelector('desc')).map(name),
    tableless: [...document.querySelectorAll('figure')]
      .filter(f => !f.querySelector('table')).map(name),
  };
})()"""

LAYOUT = """(() => ({
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  unseen: [...document.querySelectorAll('figure')].filter(f => {
    const sizes = [...f.querySelectorAll('svg')].map(s => s.getBoundingClientRect());
    return !sizes.some(s => s.width >= 200 && s.height >= 60);
  }).map(f => f.closest('section').id),
}))()"""

TABLES = """[...document.querySelectorAll('table')]
  .filter(t => t.classList.contains('wide') === %s && t.getBoundingClientRect().width > %d)
  .map(t => t.caption ? t.caption.textContent : 'a table')"""


class Browser:
    """A headless browser with one page."""

    def __init__(self, path, profile):
        to_browser, self.commands = os.pipe()
        self.answers, from_browser = os.pipe()

        def connect():
            # The browser reads commands from 3 and writes answers to 4; the pipes may have those.
            reading, writing = os.dup(to_browser), os.dup(from_browser)
            high = [os.dup2(reading, 30), os.dup2(writing, 31)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [path, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-background-networking", "--disable-component-update",
             "--user-data-dir=" + profile, "--remote-debugging-pipe"],
            close_fds=False, preexec_fn=connect,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.rest = b""
        self.count = 0
        self.events = []
        self.session = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.ask(domain + ".enable")

    def message(self):
        """Returns the next message of the browser."""
        end = time.monotonic() + PATIENCE_SECONDS
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.answers], [], [], max(0, end - time.monotonic()))
            data = os.read(self.answers, 1 << 20) if ready else b""
            if not data:
                raise RuntimeError("the browser does not answer")
            self.rest += data
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def ask(self, method, **parameters):
        """Returns the browser's answer to a command; keeps the events before it."""
        self.count += 1
        request = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self.commands, data):]
        while True:
            answer = self.message()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(method + ": " + answer["error"]["message"])
                return answer["result"]
            self.events.append(answer)

    def open(self, address):
        """Loads a page and waits until it is there."""
        self.events = []
        self.ask("Page.navigate", url=address)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.message())

    def value(self, expression):
        """Returns what an expression is on the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"]["value"]

    def resize(self, width):
        """Gives the page a width in CSS pixels."""
        self.ask("Emulation.setDeviceMetricsOverride",
                 width=width, height=900, deviceScaleFactor=1, mobile=False)

    def close(self):
        """Ends the browser."""
        try:
            self.session = None
            self.ask("Browser.close")
            self.process.wait(10)
        except (RuntimeError, OSError, subprocess.TimeoutExpired):
            self.process.kill()


def faults_on_loading(browser, address):
    """Says what the page asked for and what it complained of."""
    for event in browser.events:
        method, given = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent" and given["request"]["url"] != address:
            yield "it asks for " + given["request"]["url"]
        if method == "Runtime.consoleAPICalled":
            yield "it writes to the console"
        if method == "Runtime.exceptionThrown":
            yield "it throws " + given["exceptionDetails"]["text"]
        if method == "Log.entryAdded":
            yield "it complains: " + given["entry"]["text"]


def faults_of_document(browser):
    """Says what is unsound in the page's structure."""
    facts = browser.value(DOCUMENT)
    if facts["headings"] != 1:
        yield "it has %d first headings" % facts["headings"]
    if not facts["language"]:
        yield "it names no language"
    for key, what in [("repeated", "two elements are called"), ("dangling", "nothing is called"),
                      ("loading", "it has an element that loads:"),
                      ("uncaptioned", "a table has no caption in"),
                      ("unscoped", "a header cell has no scope in"),
                      ("speechless", "a drawing has no text in"),
                      ("tableless", "a figure has no table in")]:
        for place in facts[key]:
            yield what + " " + place


def faults_on_screen(browser):
    """Says what does not fit, or is not seen, at each width."""
    for width in WIDTHS:
        browser.resize(width)
        facts = browser.value(LAYOUT)
        if facts["overflow"] > 0:
            yield "at %d pixels it is %d too wide" % (width, facts["overflow"])
        for place in facts["unseen"]:
            yield "at %d pixels a figure is not seen in %s" % (width, place)


def faults_on_paper(browser):
    """Says which tables are cut off in print, and whether there are sheets at all."""
    browser.ask("Emulation.setEmulatedMedia", media="print")
    for width, is_wide in [(PAPER_UPRIGHT, "false"), (PAPER_ACROSS, "true")]:
        browser.resize(width)
        for caption in browser.value(TABLES % (is_wide, width + 1)):
            yield "in print it cuts off: " + caption
    browser.ask("Emulation.setEmulatedMedia", media="")
    browser.ask("Emulation.clearDeviceMetricsOverride")
    sheets = base64.b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
    if len(re.findall(rb"/Type\s*/Page\b", sheets)) < 2:
        yield "it prints on fewer than two sheets"


def main():
    path, files = sys.argv[1], sys.argv[2:]
    failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(path, profile)
        try:
            for file in files:
                address = pathlib.Path(file).resolve().as_uri()
                browser.open(address)
                faults = list(faults_of_document(browser)) + list(faults_on_screen(browser))
                faults += list(faults_on_paper(browser))
                faults = list(faults_on_loading(browser, address)) + faults
                for fault in faults:
                    print("pages: %s: %s" % (file, fault), file=sys.stderr)
                failed += bool(faults)
        finally:
            browser.close()
    if failed:
        sys.exit("pages: %d of %d pages have faults" % (failed, len(files)))
    print("pages: %d pages fit phone, desk and paper, and load nothing" % len(files))


if __name__ == "__main__":
    main()
