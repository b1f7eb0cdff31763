// What every page does with a script; without one, all of it still works by links and forms.
import { help, listen, theme } from "./keys.js";

listen();
document.querySelector("[data-theme-toggle]")?.addEventListener("click", theme);
document.querySelector("[data-help]")?.addEventListener("click", help);
for (const dialog of document.querySelectorAll("dialog")) dialog.addEventListener("click", (e) => { if (e.target === dialog) dialog.close(); });
for (const form of document.querySelectorAll("[data-autosubmit]")) form.addEventListener("change", () => form.requestSubmit());
// on a small screen the navigation scrolls sideways: where one is stands in its middle
const rail = document.querySelector("nav.rail");
const here = rail?.querySelector("[aria-current]");
if (here && rail.scrollWidth > rail.clientWidth) rail.scrollLeft = here.offsetLeft - rail.offsetLeft - (rail.clientWidth - here.offsetWidth) / 2;
// empty fields are left out of an address
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const el of form.elements) if (el.name && !el.value) el.disabled = true;
    setTimeout(() => { for (const el of form.elements) el.disabled = false; });
  });
}
// on a small screen the side's filters start closed
if (matchMedia("(max-width: 60rem)").matches) for (const d of document.querySelectorAll(".side details[open]")) d.open = false;
