"""Pages and styles are made short, and nothing that a reader or a policy sees changes by it."""

from timeline.website import minify

PAGE = """<p>
    One  word</p>

    <pre>  two
    lines</pre>
  <script>
    run();
  </script>
"""


def test_the_blanks_of_templates_go_and_those_that_show_or_run_stay():
    assert minify.page(PAGE) == "<p>\nOne word</p>\n<pre>  two\n    lines</pre>\n<script>\n    run();\n  </script>\n"


def test_selectors_of_classes_that_no_page_has_leave_the_theme():
    styles = ".a,.tabbed-set:is(.b,.c)>i{color:red}@media print{.tabbed-set{margin:0}.d{top:0}}"

    assert minify.without(styles, (".tabbed-",)) == ".a{color:red}@media print{.d{top:0}}"


def test_the_theme_keeps_the_styles_of_what_a_page_has(tmp_path):
    sheet = tmp_path / "assets" / "stylesheets" / "main.1.min.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".tabbed-set{margin:0}.admonition{top:0}", encoding="utf-8")
    (tmp_path / "index.html").write_text('<div class="tabbed-set">', encoding="utf-8")

    minify.trim_theme(tmp_path)

    assert sheet.read_text(encoding="utf-8") == ".tabbed-set{margin:0}"
