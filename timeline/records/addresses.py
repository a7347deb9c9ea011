"""Addresses on the web as RFC 3986 has them, on servers that anybody can ask; and the forms of DOI and ISBN."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

LONGEST = 2000
"""Characters: what browsers and servers are sure to take."""

_PART = r"(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*"
"""What RFC 3986 has in a path, and letters beyond ASCII, which browsers show there and send as bytes of UTF-8."""

_FORM = re.compile(rf"https?://(?P<server>[^/?#]*)(?:/{_PART})?(?:\?{_PART})?(?:#{_PART})?")
_SERVER = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?")
_NUMBER = re.compile(r"(?:0[xX][0-9A-Fa-f]*|[0-9]+)\.?")
_FIT = "!#$%&'()*+,/:;=?@~"
"""What stays as it is when an address is put into its form."""

_HOME = ("localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "onion")
"""Last parts of names that mean something in one house only, or on no open network."""

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!#-\[\]-_a-z|~]+")
_RESOLVER = re.compile(r"(?:(?:https?:)?//)?(?:dx\.|www\.)?doi\.org/+(?:doi:)?|(?:urn:)?doi[:\s]\s*", re.IGNORECASE)


class Fault(NamedTuple):
    """What is wrong with an address, and what to write instead."""

    message: str
    remedy: str


def fault(address: str) -> Fault | None:
    """Return what is wrong with an address, or None when every reader of it goes to the server that it shows."""
    if not address.startswith(("https://", "http://")):
        return Fault(f'"{address}" is not a web address', "an address starts with https:// or http://")
    if len(address) > LONGEST:
        return Fault(f"the address has {len(address):,} characters; the limit is {LONGEST:,}", "look for a shorter one")
    match = _FORM.fullmatch(address)
    if not match:
        return _misspelt(address)
    return _fault_of_server(address, match["server"])


def _misspelt(address: str) -> Fault:
    if any(letter.isspace() or letter in '"<>' for letter in address):
        message = f'"{address}" holds a blank, a quotation mark or an angle bracket'
        return Fault(message, "write %20, %22, %3C or %3E in its place")
    odd = next((letter for letter in address if not re.match(r"[\w\-.~!$&'()*+,;=:@/?#%]", letter)), "%")
    message = f'"{address}" holds "{odd}", which no address has as it stands'
    scheme, _, rest = address.partition("://")
    server, mark, path = rest.partition("/")
    if "\\" in server or not server.isascii():
        return Fault(message, "copy the whole address from the bar of a browser")
    return Fault(message, f"write {scheme}://{server}{mark}{_quoted(path)}")


def _quoted(path: str) -> str:
    path = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", path)
    before, mark, after = path.partition("#")
    return quote(before, safe=_FIT) + mark + quote(after, safe=_FIT.replace("#", ""))


def _fault_of_server(address: str, server: str) -> Fault | None:
    if "@" in server:
        message = f'"{address}" leads to {server.rpartition("@")[2]}, not to where it seems to'
        return Fault(message, "take away what stands before the @")
    match = _SERVER.fullmatch(server)
    if not match or (match["port"] and not 0 < int(match["port"]) < 65536):
        return _nobody(address)
    host = match["host"].lower()
    if host.startswith("[") or _NUMBER.fullmatch(host.removesuffix(".").rpartition(".")[2]):
        return None if is_public(host.strip("[]")) else _nobody(address)
    if not _NAME.fullmatch(host) or host.removesuffix(".").rpartition(".")[2] in _HOME or len(host) > 253:
        return _nobody(address)
    return None


def _nobody(address: str) -> Fault:
    message = f'"{address}" names no server that could be asked'
    return Fault(message, "copy the whole address: https://example.org/the-page")


def is_public(number: str) -> bool:
    """Return whether a number of the internet's protocol, in its one plain form, belongs to a machine open to all."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.ip_address(int(found) & 0xFFFFFFFF)  # type: ignore[assignment]
        if inner is not None and not inner.is_global:
            return False
    return found.is_global and not found.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def bare_doi(value: str) -> str:
    """Return a DOI without the address of a resolver, or the word, before it, and without the end of a sentence."""
    found = _RESOLVER.match(value)
    rest = (value[found.end() :] if found else value).rstrip(".,;")
    return unquote(rest) if found and "%2" in found.group() + rest else rest


def fault_of_doi(doi: str) -> Fault | None:
    """Return what is wrong with a digital object identifier, or None."""
    if not _DOI.fullmatch(doi) or len(doi) > 300:
        return Fault(f'"{doi}" is not a DOI', "a DOI is 10., a number, a slash and what follows: 10.1000/182")
    return None


def fault_of_isbn(isbn: str) -> Fault | None:
    """Return what is wrong with an international standard book number, or None."""
    digits = re.sub(r"(?<=[0-9])[ -](?=[0-9Xx])", "", isbn)
    if not re.fullmatch(r"[0-9]{9}[0-9Xx]|97[89][0-9]{10}", digits, re.ASCII):
        return Fault(f'"{isbn}" is not an ISBN', "an ISBN has 10 or 13 digits, with or without hyphens: 9780140293340")
    values = [10 if digit in "Xx" else int(digit) for digit in digits]
    if len(values) == 10:
        right = sum(value * weight for value, weight in zip(values, range(10, 0, -1), strict=True)) % 11 == 0
    else:
        right = sum(value * (3 if place % 2 else 1) for place, value in enumerate(values)) % 10 == 0
    return (
        None
        if right
        else Fault(f'"{isbn}" is not an ISBN: its last digit does not suit the others', "look it up again")
    )


def host_of(address: str) -> str:
    """Return the name of the server that an address leads to."""
    return urlsplit(address).hostname or ""
