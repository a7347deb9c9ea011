"""Where the repository's host shows, edits and takes reports on a file: its addresses, which settings may change."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository's web page, and the patterns of addresses below it; those of GitHub unless settings say others."""

    url: str = ""
    """Address of the web page, with a slash at its end; empty when there is none."""
    branch: str = "main"
    edit: str = "edit/{branch}/{file}"
    line: str = "#L{line}"
    history: str = "commits/{branch}/{file}"
    create: str = "new/{branch}/{folder}?filename={name}"
    text: str = "&value={text}"
    """What follows `create` to fill in the text of the new file."""
    report: str = "issues/new?template={form}.yml"

    def edit_url(self, file: str, line: int = 1) -> str:
        """Return where a file is edited, at a line other than the first."""
        at = self.line.format(line=line) if line > 1 else ""
        return self._url(self.edit, file=file) + at

    def history_url(self, file: str) -> str:
        """Return where the changes of a file are listed."""
        return self._url(self.history, file=file)

    def create_url(self, folder: str) -> tuple[str, str]:
        """Return where a file is added to a folder, and what fills in its text: with `{name}` and `{text}` left."""
        return self._url(self.create, folder=folder, name="{name}"), self.text

    def report_url(self, form: str, page: str, file: str = "", line: int = 1) -> str:
        """Return where a mistake is reported in a form, with file and page filled in."""
        place = f"{file}#L{line}" if file and line > 1 else file
        known = {"file": place, "page": page}
        return self._url(self.report, form=form) + "".join(f"&{name}={quote(v)}" for name, v in known.items() if v)

    def _url(self, pattern: str, **values: str) -> str:
        return self.url + pattern.format(branch=self.branch, **values)
