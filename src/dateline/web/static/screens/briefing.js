// The editor saves by itself, one part at a time; without a script each part has its button.
const saved = document.querySelector("[data-saved]");
const say = (text, bad = false) => { saved.textContent = text; saved.classList.toggle("bad", bad); };
const busy = new Map(); // a part's save under way, and whether it changed meanwhile

async function save(form, extra) {
  if (busy.has(form)) { busy.set(form, true); return false; }
  busy.set(form, false);
  say("saving …");
  const body = new URLSearchParams(new FormData(form));
  for (const [k, v] of Object.entries(extra ?? {})) body.set(k, v);
  let ok = false;
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.ok) {
      form.elements.version.value = (await answer.json()).version;
      ok = true;
      say("saved");
    } else if (answer.status === 409) say("somebody else changed this part: load the page again", true);
    else say("not saved: load the page again", true);
  } catch { say("not saved: the desk does not answer", true); }
  const again = busy.get(form);
  busy.delete(form);
  if (again && ok) return save(form);
  return ok;
}

const waiting = new Map();
function soon(form) {
  clearTimeout(waiting.get(form));
  say("…");
  waiting.set(form, setTimeout(() => { waiting.delete(form); save(form); }, 700));
}
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
