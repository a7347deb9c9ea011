// Leads from a former address to the present one, with what follows # and ? in it; without scripts the page does.
const link = document.querySelector("link[rel=canonical]");
if (link instanceof HTMLLinkElement) location.replace(link.href + location.search + location.hash);
