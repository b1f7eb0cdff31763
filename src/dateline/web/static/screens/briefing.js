// The editor saves by itself, one part at a time; without a script each part has its button.
const saved = document.querySelector("[data-saved]");
const say = (text, bad = false) => { saved.textContent = text; saved.classList.toggle("bad", bad); };
const waiting = new Map(); // a changed part, and the clock its save waits for
const busy = new Map(); // a part's save under way, and whether it changed meanwhile
const failed = new Set();

async function post(form, extra) {
  const body = new URLSearchParams(new FormData(form));
  for (const [k, v] of Object.entries(extra ?? {})) body.set(k, v);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.ok) { form.elements.version.value = (await answer.json()).version; return ""; }
    return answer.status === 409 ? "somebody else changed this part: load the page again" : "not saved: load the page again";
  } catch { return "not saved: the desk does not answer"; }
}

async function save(form, extra) {
  if (busy.has(form)) { busy.set(form, true); return false; }
  busy.set(form, false);
  say("saving …");
  const wrong = await post(form, extra);
  const again = busy.get(form);
  busy.delete(form);
  if (wrong) { failed.add(form); say(wrong, true); return false; }
  failed.delete(form);
  if (again) return save(form);
  if (!failed.size) say(waiting.size || busy.size ? "…" : "saved"); // never "saved" while another part is not
  return true;
}

function soon(form) {
  clearTimeout(waiting.get(form));
  say("…");
  waiting.set(form, setTimeout(() => { waiting.delete(form); save(form); }, 700));
}
// What is typed is saved before a link is followed; where that fails the page stays, with the reason.
async function leave(link) {
  for (const [form, clock] of [...waiting]) { clearTimeout(clock); waiting.delete(form); save(form); }
  while (busy.size) await new Promise((done) => setTimeout(done, 20));
  if (!failed.size && !waiting.size) window.location.assign(link.href);
}
document.addEventListener("click", (e) => {
  const link = e.target.closest("a[href]");
  if (!link || link.target || e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey || !(waiting.size || busy.size)) return;
  e.preventDefault();
  leave(link);
});
window.addEventListener("beforeunload", (e) => { if (waiting.size || busy.size) e.preventDefault(); });

const grow = (area) => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; };
for (const area of document.querySelectorAll("[data-grow]")) if (!CSS.supports("field-sizing", "content")) { grow(area); area.addEventListener("input", () => grow(area)); }

function shift(item, way) {
  const other = way === "up" ? item.previousElementSibling : item.nextElementSibling;
  if (!other || !other.matches(item.matches("[data-line]") ? "[data-line]" : "[data-section]")) return false;
  if (way === "up") other.before(item); else other.after(item);
  return true;
}
const sections = () => [...document.querySelectorAll("[data-section]")];
function ends() {
  const all = sections();
  all.forEach((s, i) => { const [up, down] = s.querySelectorAll(".section-head [data-move]"); up.disabled = i === 0; down.disabled = i === all.length - 1; });
}

for (const form of document.querySelectorAll("[data-part]")) {
  form.addEventListener("submit", () => { clearTimeout(waiting.get(form)); waiting.delete(form); });
  form.addEventListener("input", () => soon(form));
  form.addEventListener("change", (e) => {
    if (e.target.type !== "checkbox") return;
    if (e.target.name === "used") form.classList.toggle("out", !e.target.checked);
    else if (e.target.name.startsWith("used-")) e.target.closest("[data-line]").classList.toggle("out", !e.target.checked);
  });
  form.addEventListener("keydown", (e) => {
    const line = e.target.closest("[data-line]");
    if (line && e.altKey && (e.key === "ArrowUp" || e.key === "ArrowDown")) {
      e.preventDefault();
      if (shift(line, e.key === "ArrowUp" ? "up" : "down")) { e.target.focus(); soon(form); }
    } else if (e.key === "Enter" && e.target.matches("textarea[data-grow]")) e.preventDefault(); // one sentence, one line
  });
}
document.addEventListener("click", async (e) => {
  const button = e.target.closest("[data-move]");
  if (!button) return;
  e.preventDefault();
  const line = button.closest("[data-line]"), section = button.closest("[data-section]");
  if (line) { if (shift(line, button.dataset.move)) soon(section); }
  else if (await save(document.getElementById("head"), { move: button.value })) { shift(section, button.dataset.move); ends(); }
  button.focus();
});
