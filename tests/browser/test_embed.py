"""A bare timeline in a frame says how tall it is, so that the page around it can show all of it."""

import pytest

FRAME = """(width) => new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width:${width}px;height:200px;border:0`;
  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.data?.type !== "timeline-height") return;
    frame.style.height = `${event.data.height}px`;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const root = frame.contentDocument.documentElement;
      done([event.data.height, root.scrollHeight - root.clientHeight]);
    }));
  });
  frame.src = new URL("embed/", location.href).href;
  document.body.append(frame);
})"""


@pytest.mark.parametrize("width", [820, 390])
def test_a_frame_learns_the_height_that_fits(site, page, width):
    height, hidden = page(site.url).evaluate(FRAME, width)

    assert height > 300
    assert hidden <= 1
