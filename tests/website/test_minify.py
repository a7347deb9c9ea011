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
