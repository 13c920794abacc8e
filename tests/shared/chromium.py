"""Debian's Chromium, told what to do through a pipe (the DevTools protocol): pages as a phone shows them, and axe-core.

A fixture `chromium` gives a `Phone` of 360×640 whose pages have no script unless a test wants it. Elsewhere than on
Debian, or where Chromium is not installed, the tests that use it are skipped; `packages.debian` installs it.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).parents[1] / "fixtures" / "axe-core" / "axe.min.js"
PROGRAMS = ("chromium-headless-shell", "chromium")
WIDTH, HEIGHT = 360, 640
_STUCK_S = 120
"""No command takes that long on the slowest machine: a test that waits for ever says nothing."""
_LANGUAGE = {"zh_TW": "zh-TW,zh;q=0.9", "zh_CN": "zh-CN,zh;q=0.9", "en": "en-GB,en;q=0.9"}
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OPTIONS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",  # tests run as root in containers, and show pages of their own only
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-proxy-server",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
)


class ChromiumFault(Exception):
    """What Chromium said of a command that it did not carry out."""


class Chromium:
    """One browser. `phone` gives a page in a profile of its own, which forgets everything when it is closed."""

    def __init__(self, program: str) -> None:
        import fcntl  # there is none on Windows, where Chromium is not driven

        self._profile = tempfile.mkdtemp(prefix="chromium-")
        from_it, its_out = os.pipe()
        its_in, to_it = os.pipe()
        # it reads from 3 and writes to 4, which may be taken here
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (its_in, its_out)]
        for end in (its_in, its_out):
            os.close(end)
        self._process = subprocess.Popen(
            [
                "bash",
                "-c",
                f'exec "$@" 3<&{ends[0]} 4>&{ends[1]}',
                "bash",
                program,
                f"--user-data-dir={self._profile}",
                *_OPTIONS,
                "about:blank",
            ],
            env={**os.environ, "HOME": self._profile, "XDG_CONFIG_HOME": self._profile},
            pass_fds=ends,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in ends:
            os.close(end)
        self._from_it, self._to_it = os.fdopen(from_it, "rb"), os.fdopen(to_it, "wb")
        self._rest = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []

    @property
    def folder(self) -> str:
        """Its profile's: every process of it is called with that."""
        return self._profile

    def close(self) -> None:
        """End it, and forget its profile."""
        self._to_it.close()  # whose end it takes for the end
        self._from_it.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)

    def ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """Carry out a command and give its result. Raises ChromiumFault."""
        self._number += 1
        said: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        said |= {"sessionId": session} if session else {}
        self._to_it.write(json.dumps(said).encode() + b"\0")
        self._to_it.flush()
        while True:
            told = self._next()
            if told.get("id") == self._number:
                if "error" in told:
                    raise ChromiumFault(f"{method}: {told['error'].get('message')}")
                result: dict[str, Any] = told["result"]
                return result
            self.events.append(told)

    def wait_for(self, method: str, session: str) -> dict[str, Any]:
        """The next event of a name."""
        while True:
            for place, told in enumerate(self.events):
                if told.get("method") == method and told.get("sessionId") == session:
                    del self.events[place]
                    return told
            self.events.append(self._next())

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._from_it], [], [], _STUCK_S)[0]:
                raise ChromiumFault("it says nothing any more")
            read = os.read(self._from_it.fileno(), 1 << 20)
            if not read:
                raise ChromiumFault("it has ended")
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told

    def phone(
        self, language: str = "zh_TW", *, script: bool = False, width: int = WIDTH, height: int = HEIGHT
    ) -> Phone:
        """A phone whose owner reads `language`. `script`: its browser runs a page's scripts."""
        return Phone(self, language, script=script, width=width, height=height)


class Phone:
    """A page in a window of a phone's size."""

    def __init__(self, browser: Chromium, language: str, *, script: bool, width: int, height: int) -> None:
        self._browser, self._script = browser, script
        self._context = browser.ask("Target.createBrowserContext")["browserContextId"]
        target = browser.ask("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        self._session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self._ask(f"{domain}.enable")
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
        self._ask("Emulation.setTouchEmulationEnabled", enabled=True)
        self._ask("Emulation.setScriptExecutionDisabled", value=not script)
        self._ask("Network.setExtraHTTPHeaders", headers={"Accept-Language": _LANGUAGE[language]})
        if script:  # what a script is told of its reader's languages
            agent = browser.ask("Browser.getVersion")["userAgent"]
            self._ask("Network.setUserAgentOverride", userAgent=agent, acceptLanguage=_LANGUAGE[language])

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.ask(method, self._session, **params)

    def close(self) -> None:
        """Forget the page and everything it kept."""
        self._browser.ask("Target.disposeBrowserContext", browserContextId=self._context)
        self._browser.events.clear()

    def open(self, url: str) -> int:
        """Go to an address and give the answer's status."""
        self._browser.events.clear()
        self._ask("Page.navigate", url=url)
        return self._loaded()

    def _loaded(self) -> int:
        status = 0
        self._browser.wait_for("Page.loadEventFired", self._session)
        for told in self._browser.events:
            if told.get("method") == "Network.responseReceived" and told["params"].get("type") == "Document":
                status = int(told["params"]["response"]["status"])
        self._browser.events.clear()
        return status

    def run(self, script: str) -> Any:
        """The value of an expression, in the page (also where the page itself may run none)."""
        found = self._ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise ChromiumFault(str(found["exceptionDetails"].get("exception", found["exceptionDetails"])))
        return found["result"].get("value")

    @property
    def text(self) -> str:
        """What can be read on the page."""
        return str(self.run("document.body.innerText"))

    @property
    def address(self) -> str:
        """Where it is."""
        return str(self.run("location.href"))

    def count(self, css: str) -> int:
        """How many elements there are."""
        return int(self.run(f"document.querySelectorAll({json.dumps(css)}).length"))

    def tap(self, css: str) -> None:
        """Touch an element, where a finger would."""
        x, y = self._middle(css)
        self._ask("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self._ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def choose(self, css: str, file: Path) -> None:
        """Choose a file of the phone's in a field for files."""
        root = self._ask("DOM.getDocument")["root"]["nodeId"]
        node = self._ask("DOM.querySelector", nodeId=root, selector=css)["nodeId"]
        self._ask("DOM.setFileInputFiles", files=[str(file)], nodeId=node)

    def until(self, css: str) -> None:
        """Wait for an element that the page's script makes."""
        self.run(
            f"new Promise(done => {{ const look = () => document.querySelector({json.dumps(css)}) ? done(1)"
            " : setTimeout(look, 5); look(); })"
        )

    @property
    def asked(self) -> Sequence[str]:
        """Addresses that were asked for since the page was opened, the page's own among them; a blob is the page's."""
        sent = (told["params"] for told in self._browser.events if told.get("method") == "Network.requestWillBeSent")
        return [one["request"]["url"] for one in sent]

    def submit(self, css: str) -> int:
        """Touch what sends a form or follows a link, and give the status of the page that comes."""
        self._browser.events.clear()
        self.tap(css)
        return self._loaded()

    def type(self, css: str, text: str) -> None:
        """Put a text into a field, in place of what is in it."""
        self.run(f"(f => {{ f.focus(); f.select(); }})(document.querySelector({json.dumps(css)}))")
        if text:
            self._ask("Input.insertText", text=text)
        else:
            self.run(f"document.querySelector({json.dumps(css)}).value = ''")

    def press(self, key: str) -> None:
        """A key of a keyboard: "Tab", "Enter", " "."""
        code = {"Tab": 9, "Enter": 13, " ": 32}[key]
        text = {"Enter": "\r", " ": " "}.get(key, "")
        base = {"key": key, "windowsVirtualKeyCode": code}
        self._ask("Input.dispatchKeyEvent", type="keyDown", text=text, **base)
        self._ask("Input.dispatchKeyEvent", type="keyUp", **base)

    def _middle(self, css: str) -> tuple[float, float]:
        found = self.run(
            f"(e => {{ if (!e) return null; e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2, r.width, r.height]; }})"
            f"(document.querySelector({json.dumps(css)}))"
        )
        if not found or not found[2] or not found[3]:
            raise ChromiumFault(f"nothing to touch: {css}")
        return float(found[0]), float(found[1])

    def too_wide(self) -> Sequence[str]:
        """Elements that reach beyond the screen's edge: nobody scrolls sideways."""
        found: list[str] = self.run(
            "(edge => [...document.body.querySelectorAll('*')].filter(e => { const r = e.getBoundingClientRect();"
            " return r.width && (r.right > edge + 1 || r.left < -1); })"
            ".map(e => e.tagName + '.' + e.className + ' ' + (e.innerText || '').slice(0, 40)))"
            "(document.documentElement.clientWidth)"
        )
        return found

    def too_small(self, least: int = 44) -> Sequence[str]:
        """What is touched and is lower or narrower than `least` pixels: buttons, fields, links that stand alone."""
        found: list[str] = self.run(
            "[...document.querySelectorAll('button, a.target, input:not([type=hidden]):not([type=checkbox])"
            ":not([type=radio]), select, summary, label.choice')].filter(e => { const r = e.getBoundingClientRect();"
            f" return r.width && (r.height < {least} || r.width < {least}); }})"
            ".map(e => e.tagName + ' ' + (e.innerText || e.name || '').slice(0, 40))"
        )
        return found

    def violations(self) -> list[str]:
        """What axe-core has against the page, with the elements."""
        axe = AXE.read_text("utf-8")
        options = json.dumps({"runOnly": {"type": "tag", "values": list(_TAGS)}})
        self._ask("Emulation.setScriptExecutionDisabled", value=False)  # the page is there: only axe's runs now
        found: Mapping[str, Any] = self.run(f"{axe}; axe.run(document, {options})")
        self._ask("Emulation.setScriptExecutionDisabled", value=not self._script)
        return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]

    def picture(self, file: Path, *, whole: bool = True) -> None:
        """The page as a PNG; `whole`: all of it, not only what is in sight."""
        params: dict[str, Any] = {"format": "png", "captureBeyondViewport": whole}
        if whole:
            size = self._ask("Page.getLayoutMetrics")["cssContentSize"]
            params["clip"] = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        file.write_bytes(base64.b64decode(self._ask("Page.captureScreenshot", **params)["data"]))


def program() -> str | None:
    """Chromium, where it is installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    """The browser of a test process."""
    found = program()
    if found is None:
        assert not os.environ.get("CI"), "packages.debian installs Chromium"
        pytest.skip("Chromium is not installed (packages.debian)")
    made = Chromium(found)
    yield made
    made.close()
