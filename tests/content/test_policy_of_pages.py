"""Every page holds a policy, nothing that it refuses, and nothing of another site."""

import base64
import hashlib
import re

from timeline.website import policy

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
LOADED = re.compile(
    r'<(?:script|img|source|video|audio|iframe)\b[^>]*?\ssrc=["\']?([^"\'\s>]+)|<link\b[^>]*rel="?(?:stylesheet|icon|preload)"?'
    r'[^>]*?href=["\']?([^"\'\s>]+)'
)
STYLED = re.compile(r'\sstyle="([^"]*)"')
OURS = re.compile(r"(?:(?:--[a-z]+|left|top|width|height):-?[\d.]+(?:%|px|rem)?;?)+")
"""What stands in style attributes: places and lengths on scales, which differ from mark to mark."""


def hashed(script):
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_every_script_of_every_page_has_its_hash_in_the_policy_and_nothing_comes_from_elsewhere(pages):
    wrong = []
    for page in pages:
        found = META.search(page.source)
        allowed = set(re.findall(r"'(sha256-[^']+)'", found[1])) if found else set()
        scripts = {hashed(text) for text in policy.scripts(page.source)}
        away = [a or b for a, b in LOADED.findall(page.source) if re.match(r"[a-z][a-z0-9+.-]*:|//", a or b)]
        odd = [style for style in STYLED.findall(page.source) if not OURS.fullmatch(style.replace(" ", ""))]
        if not found or "unsafe" in found[1].partition("style-src")[0] or not scripts <= allowed or away or odd:
            wrong.append((page.path, sorted(scripts - allowed), away, odd[:3]))
        assert not re.search(
            r"\son[a-z]+=[\"']", re.sub(r"<(script|pre|code)\b.*?</\1>", "", page.source, flags=re.DOTALL)
        )
    assert wrong == []
