// The picture narrowed to a stretch of time, and what is tied to whom lit up. Without this script the whole of the time is shown.
const data = JSON.parse(document.getElementById("net-data")?.textContent ?? "null");
const svg = document.querySelector("[data-net]");
const lines = [...document.querySelectorAll("path[data-tie]")];
const rows = [...document.querySelectorAll("tr[data-tie]")];
const dots = new Map([...document.querySelectorAll("a.dot")].map((d) => [d.dataset.node, d]));
const QUADS = ["mc", "vc", "vo", "mo"];

// --- who is tied to whom
function light(ids, tie) {
  const on = ids.length > 0;
  svg.classList.toggle("dimmed", on);
  const near = new Set(ids);
  for (const l of lines) {
    const lit = tie === undefined ? ids.includes(l.dataset.a) || ids.includes(l.dataset.b) : l.dataset.tie === tie;
    l.classList.toggle("lit", on && lit);
    if (lit && on && tie === undefined && !l.classList.contains("off")) { near.add(l.dataset.a); near.add(l.dataset.b); }
  }
  for (const [id, d] of dots) d.classList.toggle("lit", on && near.has(id));
  for (const r of rows) r.classList.toggle("lit", on && (tie === undefined ? ids.includes(r.dataset.a) || ids.includes(r.dataset.b) : r.dataset.tie === tie));
}
function lightUp(target) {
  const dot = target.closest?.("[data-node]");
  const tie = target.closest?.("[data-tie]");
  if (dot) light([dot.dataset.node]);
  else if (tie) light([tie.dataset.a, tie.dataset.b], tie.dataset.tie);
  else light([]);
}
if (svg) {
  for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (e) => lightUp(e.target));
  document.addEventListener("focusout", () => light([]));
}

// --- where the picture is wider than the screen it is entered in its middle, where most ties meet
const held = svg?.closest(".net-scroll");
if (held) held.scrollLeft = (held.scrollWidth - held.clientWidth) / 2;

// --- time
const box = document.querySelector("[data-time]");
if (data && box) {
  const [from, to] = [box.querySelector("[data-from]"), box.querySelector("[data-to]")];
  const [fromOut, toOut] = [box.querySelector("[data-from-out]"), box.querySelector("[data-to-out]")];
  const [keep, note, play] = [box.querySelector("[data-keep]"), box.querySelector("[data-net-note]"), box.querySelector("[data-play]")];
  const bars = [...box.querySelectorAll("[data-step]")];
  const status = document.querySelector("[data-net-status]");
  const said = status.textContent;
  const last = data.steps.length - 1;
  box.hidden = false;

  const ends = (step) => {
    if (step.length === 10) return [step, step];
    if (step.length === 4) return [`${step}-01-01`, `${step}-12-31`];
    const [y, m] = step.split("-").map(Number);
    return [`${step}-01`, `${step}-${String(new Date(Date.UTC(y, m, 0)).getUTCDate()).padStart(2, "0")}`];
  };

  function show() {
    const [a, b] = [Number(from.value), Number(to.value)];
    const whole = a === 0 && b === last;
    const sums = new Map([...dots.keys()].map((id) => [id, 0]));
    let ties = 0, left = 0;
    data.ties.forEach((steps, i) => {
      const quads = [0, 0, 0, 0];
      let n = 0;
      for (const [step, quad, events] of steps) {
        if (whole || (step >= a && step <= b)) { n += events; quads[quad] += events; }
        else if (step < 0) left += events;
      }
      const line = lines[i], row = rows[i], quad = QUADS[quads.indexOf(Math.max(...quads))];
      line.classList.toggle("off", n === 0);
      row.hidden = n === 0;
      if (n === 0) return;
      ties += 1;
      line.classList.remove(...QUADS); line.classList.add(quad);
      line.setAttribute("marker-end", `url(#end-${quad})`);
      line.setAttribute("stroke-width", String(Math.min(9, 1.2 + Math.sqrt(n)).toFixed(1)));
      row.querySelector("[data-count]").textContent = n;
      const count = row.querySelector(".tie-count");
      count.classList.remove(...QUADS); count.classList.add(quad);
      for (const end of [line.dataset.a, line.dataset.b]) sums.set(end, sums.get(end) + n);
    });
    let people = 0;
    for (const [id, d] of dots) {
      d.classList.toggle("off", sums.get(id) === 0);
      if (sums.get(id) === 0) d.setAttribute("tabindex", "-1"); else { d.removeAttribute("tabindex"); people += 1; }
    }
    for (const bar of bars) bar.classList.toggle("off", Number(bar.dataset.step) < a || Number(bar.dataset.step) > b);
    [fromOut.value, toOut.value] = [data.steps[a], data.steps[b]];
    from.setAttribute("aria-valuetext", data.steps[a]); to.setAttribute("aria-valuetext", data.steps[b]);
    const address = new URL(location.href);
    const bound = (name, day) => (day ? address.searchParams.set(name, day) : address.searchParams.delete(name));
    bound("since", a === 0 ? data.since : ends(data.steps[a])[0]);
    bound("until", b === last ? data.until : ends(data.steps[b])[1]);
    keep.href = address.pathname + address.search;
    keep.hidden = whole;
    status.textContent = whole ? said : `${people} actors, ${ties} ties from ${data.steps[a]} to ${data.steps[b]}`;
    note.textContent = whole || !left ? "" : `${left} more are known less exactly than this scale, and are left out.`;
  }
  from.addEventListener("input", () => { if (Number(from.value) > Number(to.value)) to.value = from.value; show(); });
  to.addEventListener("input", () => { if (Number(to.value) < Number(from.value)) from.value = to.value; show(); });
  box.querySelector("[data-whole]").addEventListener("click", () => { stop(); from.value = 0; to.value = last; show(); });

  // a stretch of the present width walks through the time
  let timer = 0;
  const walk = (by) => {
    const wide = Number(to.value) - Number(from.value);
    if (wide === last) { const w = Math.max(0, Math.floor(last / 8)); from.value = by > 0 ? 0 : last - w; to.value = by > 0 ? w : last; return show(), true; }
    const a = Number(from.value) + by;
    if (a < 0 || a + wide > last) return false;
    [from.value, to.value] = by > 0 ? [a, a + wide] : [a, a + wide];
    show();
    return true;
  };
  function stop() { clearInterval(timer); timer = 0; play.setAttribute("aria-pressed", "false"); play.textContent = "Play"; }
  play.addEventListener("click", () => {
    if (timer) return stop();
    if (Number(to.value) === last && Number(from.value) !== 0) { const wide = last - Number(from.value); from.value = 0; to.value = wide; show(); }
    play.setAttribute("aria-pressed", "true"); play.textContent = "Stop";
    timer = setInterval(() => { if (!walk(1)) stop(); }, 700);
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.("input:not([type=range]), textarea, select")) return;
    if (e.key === "[" || e.key === "]") { stop(); walk(e.key === "]" ? 1 : -1); e.preventDefault(); }
  });
  show();
}
