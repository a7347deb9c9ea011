"""The nginx of the page on hosting: its own block of settings, on a folder and a port of the test."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness import REPO
from tools import program

PAGE = REPO / "docs/hosting.md"
HOME = "/srv/timeline/site"
"""Where the page says that the site lies."""

FRAME = """
{user}
daemon off;
pid {scratch}/pid;
error_log stderr;
events {{}}
http {{
  access_log off;
  client_body_temp_path {scratch}/body;
  proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fastcgi;
  uwsgi_temp_path {scratch}/uwsgi;
  scgi_temp_path {scratch}/scgi;
  {block}
}}
"""


def block() -> str:
    """Return the settings as the page gives them."""
    found = re.search(r"```nginx\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def compress(site: Path) -> None:
    """Compress the files of a site by the very command of the page."""
    found = re.search(r"```sh\n(find site .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    subprocess.run(["sh", "-c", found[1].replace("find site", 'find "$0"'), site], check=True)


@contextmanager
def serving(site: Path, scratch: Path, path: str = "/") -> Iterator[str]:
    """Serve a site, at the root or below a path whose folders end in it; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    text = block().replace("127.0.0.1:8080", address)
    text = text.replace(f"include {HOME}/headers.nginx.conf", f"include {site}/headers.nginx.conf")
    text = text.replace(f"root {HOME}", f"root {str(site).removesuffix(path.rstrip('/'))}")
    text = text.replace("include mime.types", "include /etc/nginx/mime.types")
    text = text.replace("404 /404.html", f"404 {path}404.html")
    settings = scratch / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    settings.write_text(FRAME.format(scratch=scratch, block=text, user=user), encoding="utf-8")
    nginx = program(["nginx", "/usr/sbin/nginx"], variable="NGINX", package="nginx-light")
    process = subprocess.Popen([nginx, "-c", settings, "-e", "stderr"], stderr=subprocess.PIPE, text=True)
    try:
        _wait(address, process)
        yield f"http://{address}{path}"
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _wait(address: str, process: "subprocess.Popen[str]") -> None:
    host, port = address.split(":")
    for _ in range(600):
        if process.poll() is not None:
            raise AssertionError(process.communicate()[1])
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
