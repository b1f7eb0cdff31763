import { link } from "../js/highlight.js";

link();
const fix = document.getElementById("fix");
const form = document.querySelector("[data-fix-form]");

// f opens the form on its first field and closes it again; Escape closes it too
const toggles = [...document.querySelectorAll("[data-fix]")];
function open(to) {
  fix.open = to;
  for (const t of toggles) if (t.hasAttribute("aria-expanded")) t.setAttribute("aria-expanded", String(to));
  if (to) (form.querySelector("[aria-invalid]") ?? form.querySelector("select, input:not([type=hidden])")).focus();
  else toggles[0].focus();
}
for (const t of toggles) t.addEventListener("click", () => open(!fix.open));
form?.addEventListener("keydown", (e) => { if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); open(false); } });
if (fix?.open) form.querySelector("[aria-invalid]")?.focus();

// what differs from what was read is marked
function mark() {
  for (const el of form.elements) {
    const was = el.name && form.elements[`was-${el.name}`];
    if (was) el.closest("label")?.classList.toggle("changed", el.value !== was.value);
  }
}
if (form) { form.addEventListener("input", mark); mark(); }

// the modes of the chosen type
const modes = JSON.parse(document.getElementById("modes-of")?.textContent ?? "{}");
const type = form?.querySelector("[data-type]");
type?.addEventListener("change", () => {
  const own = modes[type.value] ?? [];
  document.getElementById("modes").replaceChildren(...own.map((m) => option(m, "")));
  const mode = form.elements.mode;
  if (mode.value && !own.includes(mode.value)) mode.value = "";
  mark();
});

// names of the desk while one is typed; of several with semicolons the last
function option(value, label) {
  const o = document.createElement("option");
  o.value = value;
  if (label) o.label = label;
  return o;
}
for (const input of form?.querySelectorAll("[data-complete=place], [data-complete=actor], [data-complete=recipient]") ?? []) {
  const list = document.getElementById(input.getAttribute("list"));
  const own = [...list.children];
  let waiting = 0, asked = "";
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const several = input.dataset.complete !== "place";
      const cut = several ? input.value.lastIndexOf(";") + 1 : 0;
      const head = input.value.slice(0, cut).trim(), typed = input.value.slice(cut).trim();
      if (typed.length < 2 || typed === asked) return;
      asked = typed;
      const answer = await fetch(`/review/complete?field=${input.dataset.complete}&q=${encodeURIComponent(typed)}`);
      if (!answer.ok || asked !== typed) return;
      const found = await answer.json();
      const before = head ? `${head} ` : "";
      list.replaceChildren(...found.map((c) => option(before + c.value, c.label)), ...own.map((o) => option(before + o.value, o.label)));
    }, 150);
  });
}
