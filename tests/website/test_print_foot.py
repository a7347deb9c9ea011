"""The foot of printed sheets: name, version and address, whatever marks they hold."""

from timeline.project.site import Site
from timeline.website.print_foot import foot


def test_the_foot_names_site_version_and_address():
    site = Site("The site", "https://example.org/é/", version="2026-11-22 (abc1234)", licence="CC0-1.0")

    style = foot(site, "events/a/")

    assert r'content: "The site · CC0-1.0 · version of 2026-11-22 (abc1234)\A https://example.org/é/events/a/"' in style


def test_without_version_and_address_there_is_the_path():
    assert r'content: "The site\A events/a/"' in foot(Site("The site"), "events/a/")


def test_of_the_home_page_nothing_is_left_but_the_name():
    assert r'content: "The site"' in foot(Site("The site"), "")


def test_no_name_ends_the_style_or_its_text():
    style = foot(Site('The "site" </style>'), "")

    assert style.count("</style>") == 1
    assert r'content: "The \"site\" \3c /style>"' in style
