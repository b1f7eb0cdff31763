// Keys of the whole desk. A page adds its own with data-key="x" on a link or button: the one in the chosen row goes before others.
const typing = (el) => el.closest?.("input, textarea, select, [contenteditable]") && !el.closest("input[type=checkbox], input[type=radio]");
const rows = () => [...document.querySelectorAll("[data-row]")].filter((r) => r.offsetParent !== null);
let pending = 0;

export const chosenRow = () => document.querySelector("[data-row].chosen");

export function choose(row) {
  chosenRow()?.classList.remove("chosen");
  if (!row) return;
  row.classList.add("chosen");
  const link = row.querySelector("[data-open]") ?? row;
  link.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function move(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(chosenRow() ?? document.activeElement?.closest?.("[data-row]"));
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

function press(key) {
  const mark = `[data-key="${CSS.escape(key)}"]`;
  const el = chosenRow()?.querySelector(mark) ?? document.querySelector(mark);
  if (!el) return false;
  if (el.matches("input, textarea, select, summary")) el.focus();
  if (!el.matches("input:not([type=checkbox]), textarea, select")) el.click();
  return true;
}

export function help() {
  const dialog = document.getElementById("keys");
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

export function theme() {
  const root = document.documentElement;
  const dark = (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* only for this page then */ }
}

export function listen() {
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
    if (typing(e.target)) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    if (document.querySelector("dialog[open]") && e.key !== "?") return;
    const jumping = Date.now() - pending < 1500;
    pending = 0;
    if (jumping) {
      const to = document.querySelector(`[data-jump="${CSS.escape(e.key)}"]`);
      if (to) { e.preventDefault(); to.click(); }
      return;
    }
    if (e.key === "g") pending = Date.now();
    else if (e.key === "j" || e.key === "k") move(e.key === "j" ? 1 : -1);
    else if (e.key === "/") document.querySelector("[data-search]")?.select();
    else if (e.key === "?") help();
    else if (e.key === "t") theme();
    else if (e.key === "Enter" && chosenRow() && document.activeElement === document.body) chosenRow().querySelector("[data-open]")?.click();
    else if (e.key.length !== 1 || !press(e.key)) return;
    e.preventDefault();
  });
  document.addEventListener("focusin", (e) => {
    const row = e.target.closest?.("[data-row]");
    if (row && row !== chosenRow()) { chosenRow()?.classList.remove("chosen"); row.classList.add("chosen"); }
  });
}
