// The map screen: what is chosen on the map or the timeline becomes the filter in the address, and the page's parts are fetched anew and put in place.
import { brush } from "../js/brush.js";
import { spotsOf, told } from "../js/degrees.js";
import { MapView } from "../js/mapview.js";

const $ = (s, root = document) => root.querySelector(s);
const host = $("#map"), says = $("#map-says"), panel = $("#panel");
let data = JSON.parse($("#map-data").textContent);
let spots = spotsOf(data.spots);
let line = null;

const say = (words) => { says.textContent = words; };
const query = () => new URLSearchParams(data.query);

function go(change) {
  const q = new URLSearchParams(location.search);
  q.delete("page");
  for (const [k, v] of Object.entries(change)) { if (v === null || v === "") q.delete(k); else q.set(k, v); }
  load(`/map${q.size ? `?${q}` : ""}`.replaceAll("%2C", ","));
}

let turn = 0;
async function load(address, push = true) {
  const mine = ++turn, focused = line?.focused() ?? -1;
  host.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== turn) return;
    if (!answer.ok || !$("#map-data", page)) { location.href = address; return; }
    if (push) history.pushState(null, "", address);
    for (const part of document.querySelectorAll("[data-part], nav.rail")) {
      const fresh = $(part.dataset.part ? `[data-part="${part.dataset.part}"]` : "nav.rail", page);
      if (fresh) part.replaceWith(document.importNode(fresh, true));
    }
    const search = $("form.search", page);
    if (search) $("form.search").replaceWith(document.importNode(search, true));
    fresh();
    if (focused >= 0) line?.focus(focused);
    say($("[data-part=head] [role=status]").textContent.trim());
  } catch { if (mine === turn) location.href = address; }
  finally { if (mine === turn) host.removeAttribute("aria-busy"); }
}

const view = new MapView(host, {
  say,
  known: (precision) => data.known[precision] ?? "",
  box: (box) => go({ box: box.join(",") }),
  landWords: ({ code, name, province }) => (province ? `${province.name}, ${name}: ${data.place === province.name ? "take out of the filter" : "only this province"}` : `${name}: ${data.countries.includes(code) ? "take out of the filter" : data.countries.length ? "add to the filter" : "only this country"}`),
  land: ({ code, province }) => {
    if (province) { go(data.place === province.name ? { place: null, country: null } : { place: province.name, country: province.code, box: null }); return; }
    const chosen = data.countries.includes(code) ? data.countries.filter((c) => c !== code) : [...data.countries, code];
    go({ country: chosen.join(","), place: null, box: null });
  },
  open,
});

// --- what is at a mark
function heading(words, some) {
  const h = $("h2", panel);
  h.replaceChildren(Object.assign(document.createElement("bdi"), { textContent: words }));
  const n = some.reduce((a, s) => a + s.total, 0);
  h.append(` · ${n.toLocaleString("en")} ${n === 1 ? "event" : "events"}`);
}

function part(name, attributes = {}, ...inside) {
  const el = Object.assign(document.createElement(name), attributes);
  el.append(...inside);
  return el;
}

async function open(some) {
  panel.hidden = false;
  const body = $(".here-body", panel);
  if (some.length > 1) {
    heading(`${some.length} places here`, some);
    const list = part("ul", { className: "plain-list spots" });
    for (const s of [...some].sort((a, b) => b.total - a.total).slice(0, 60)) {
      const choose = part("button", { type: "button", className: "link" }, part("bdi", { textContent: s.name }));
      choose.addEventListener("click", () => open([s]));
      list.append(part("li", { className: "spread" }, part("span", {}, choose, " ", part("span", { className: "soft", textContent: data.known[s.precision] ?? "" })), part("span", { className: "n", textContent: s.total.toLocaleString("en") })));
    }
    body.replaceChildren(list);
  } else {
    const s = some[0];
    heading(s.name, some);
    const q = query();
    q.set("place", s.place);
    const only = part("a", { className: "button", href: `/map?${q}`, textContent: "Only here" }), about = part("a", { className: "button", href: `/places/${encodeURIComponent(s.place)}`, textContent: "About this place" });
    const rows = part("div", { className: "here-rows" }, part("p", { className: "soft", textContent: "…" }));
    const where = part("p", { className: "soft", textContent: `${data.known[s.precision] ?? "not known where"}: ${told(s.counts)}.` });
    body.replaceChildren(where, part("div", { className: "buttons" }, only, about), rows);
    q.set("size", "6");
    try {
      const page = new DOMParser().parseFromString(await (await fetch(`/events?${q}`)).text(), "text/html");
      const found = page.querySelector("ol.rows");
      if (!rows.isConnected) return;
      q.delete("size");
      rows.replaceChildren(...(found ? [document.importNode(found, true)] : [part("p", { className: "soft", textContent: "No event." })]), part("p", {}, part("a", { href: `/events?${q}`, textContent: s.total > 6 ? `All ${s.total.toLocaleString("en")} events` : "As a list" })));
    } catch { rows.replaceChildren(part("p", { className: "soft", textContent: "The events could not be fetched." })); }
  }
  say($("h2", panel).textContent);
  if (matchMedia("(max-width: 60rem)").matches) panel.scrollIntoView({ block: "nearest" });
}

function fresh() {
  data = JSON.parse($("#map-data").textContent);
  spots = spotsOf(data.spots);
  panel.hidden = true;
  view.show({ spots, countries: data.countries, place: data.place, box: data.box });
  const plot = $("#spans .plot");
  line = plot ? brush(plot, data.spans, data, ([since, until]) => go({ since, until })) : null;
}

fresh();
view.load(data).then(() => view.fit(spots));

// links and forms of this screen change it in place; with a key held they open as links do
document.addEventListener("click", (e) => {
  const a = e.target.closest?.("a[href]");
  if (!a || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  const to = a.getAttribute("href");
  const spot = a.dataset.spot && spots.find((s) => s.place === a.dataset.spot);
  if (spot) { e.preventDefault(); view.fit([spot], 120); open([spot]); return; }
  if (a.closest("nav, header.top") || (to !== "/map" && !to.startsWith("/map?"))) return;
  e.preventDefault();
  load(to);
});
document.addEventListener("submit", (e) => {
  if (e.target.getAttribute("action") !== "/map" || e.target.method !== "get") return;
  e.preventDefault();
  const q = new URLSearchParams([...new FormData(e.target)].filter(([, v]) => v !== ""));
  load(`/map${q.size ? `?${q}` : ""}`);
});
addEventListener("popstate", () => load(location.pathname + location.search, false));
