"""Desks find each other by multicast DNS, where the network lets it through.

What is announced is what a desk is called by and where it listens: its device, a short hash of its store (so that desks
of other stores in the same hall are not called), its port. Nobody is believed for it: who answers has to prove it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from hashlib import sha256
from ipaddress import ip_address

import ifaddr
from zeroconf import InterfaceChoice, NonUniqueNameException, ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

SERVICE = "_kiosk-desk._tcp.local."
_LOOK_S = 5.0
_ASK_MS = 2_000
_LONGEST = 64

log = logging.getLogger(__name__)

Found = Callable[[str, int, str], None]
"""Host, port, device."""


def store_tag(store: str) -> str:
    """What tells desks of one store from those of others, without its name."""
    return sha256(f"kiosk-desk/{store}".encode()).hexdigest()[:16]


def announcement(device: str, tag: str, port: int, addresses: Sequence[str]) -> ServiceInfo:
    """What a desk says of itself. `tag`: of its store."""
    return ServiceInfo(
        SERVICE,
        f"{device}.{SERVICE}",
        port=port,
        properties={"d": device, "s": tag},
        parsed_addresses=list(addresses),
        server=f"kiosk-{device}.local.",
    )


class Discovery:
    """Announces this desk and says who else is there, on threads of its own. Begins anew when the machine's addresses
    change: it came back from sleep, or into another network."""

    def __init__(self, device: str, store: str, found: Found, changed: Callable[[], None], *, host: str = "") -> None:
        """`found`, `changed` (the machine has other addresses): called on any thread. `host`: the one of this machine's
        addresses by which others are looked for, "" for all."""
        self._host = host
        self._device, self._tag = device, store_tag(store)
        self._found, self._changed = found, changed
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, port: int) -> None:
        """Announce this port. Once; a desk that gets another port begins anew."""
        self.close()
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, args=(port,), name="lan-discovery", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Say goodbye, end the threads."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, port: int) -> None:
        said = False
        while not self._stop.is_set():
            addresses = self._addresses()
            try:
                self._announce(port, addresses)
                said = False
            except (OSError, NonUniqueNameException, RuntimeError) as error:
                if not said:
                    log.info("desks do not find each other by themselves here: %r", error)
                    said = True
                self._stop.wait(_LOOK_S)

    def _announce(self, port: int, addresses: frozenset[str]) -> None:
        """Until the addresses change, or the end."""
        zeroconf = Zeroconf(interfaces=[self._host] if self._host else InterfaceChoice.All)
        try:
            info = announcement(self._device, self._tag, port, sorted(addresses))
            zeroconf.register_service(info, allow_name_change=True, cooperating_responders=True)
            browser = ServiceBrowser(zeroconf, SERVICE, listener=_Listener(self))
            try:
                while not self._stop.wait(_LOOK_S):
                    if self._addresses() != addresses:
                        self._changed()
                        return
            finally:
                browser.cancel()
        finally:
            zeroconf.close()

    def _addresses(self) -> frozenset[str]:
        return frozenset({self._host}) if self._host else own_addresses()

    def heard(self, info: ServiceInfo) -> None:
        """Somebody announces a desk, or whatever they like."""
        try:
            said = {key: value for key, value in info.decoded_properties.items() if value}
        except ValueError:
            return
        device, port = said.get("d") or "", info.port
        if said.get("s") != self._tag or device == self._device or not 0 < len(device) <= _LONGEST or not port:
            return
        for address in info.parsed_scoped_addresses():
            self._found(address, port, device)


class _Listener(ServiceListener):
    def __init__(self, discovery: Discovery) -> None:
        self._discovery = discovery

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        info = zc.get_service_info(type_, name, timeout=_ASK_MS)
        if info is not None:
            self._discovery.heard(info)

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """Whoever is gone is found out by calling."""


def own_addresses() -> frozenset[str]:
    """This machine's, without loopback; IPv6 without its scope."""
    found = set()
    for adapter in ifaddr.get_adapters():
        for one in adapter.ips:
            text = one.ip if isinstance(one.ip, str) else one.ip[0]
            if not ip_address(text).is_loopback:
                found.add(text)
    return frozenset(found)
