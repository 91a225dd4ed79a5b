// What is too wide for the screen scrolls by itself, and can be scrolled by keyboard, too.
function letFocus() {
  for (const part of document.querySelectorAll(".highlight pre, pre.literal-block, .table-wrapper")) {
    if (part.scrollWidth > part.clientWidth) part.setAttribute("tabindex", "0");
    else part.removeAttribute("tabindex");
  }
}
addEventListener("DOMContentLoaded", letFocus);
addEventListener("resize", letFocus);
