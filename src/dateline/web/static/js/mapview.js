// A map on a canvas, with marks as SVG above it. Plate carrée, true to scale at the middle of the view, so that a box of degrees is a rectangle.
// What is known only to an area is drawn as that area or as a broken ring, never as a point.
import { QUADS, RINGS, TURNS, around, clamp, coarse } from "./degrees.js";
import { listen } from "./hands.js";
import { names } from "./landnames.js";
import { carry, place, words } from "./marks.js";
import { inside, meets, outlines } from "./outlines.js";

const PROVINCES_FROM = 16;  // pixels for a degree: closer than this, provinces are drawn
const CLOSEST = 1500;

export class MapView {
  // `on`: open(spots), land({code, province}), box([s, w, n, e]), say(words)
  constructor(host, on) {
    this.host = host;
    this.on = on;
    this.canvas = host.querySelector("canvas");
    this.marks = host.querySelector(".marks");
    this.band = host.querySelector(".band");
    this.tip = host.querySelector(".tip");
    this.cx = 15; this.cy = 15; this.s = 2;
    this.spots = []; this.chosen = new Set(); this.box = null; this.place = null; this.clusters = []; this.at = -1; this.boxing = false;
    this.pointers = new Map();
    new ResizeObserver(() => this.resized()).observe(host);
    new MutationObserver(() => this.themed()).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.themed());
    listen(this);
  }

  async load(addresses) {
    this.addresses = addresses;
    this.world = await outlines(addresses.outlines);
    this.lands = new Map();
    for (const s of this.world.shapes) this.lands.set(s.code, [...(this.lands.get(s.code) ?? []), s]);
    this.draw();
  }

  async fine() {
    if (this.asked) return;
    this.asked = true;
    try {
      this.provinces = await outlines(this.addresses.provinces);
      this.byNumber = new Map(this.provinces.shapes.filter((p) => p.number).map((p) => [p.number, p]));
      this.byName = new Map(this.provinces.shapes.flatMap((p) => [p.name, ...p.also].map((name) => [`${p.code} ${name}`, p])));
      this.draw();
    } catch { this.asked = false; }
  }

  show({ spots, countries, place, box }) {
    this.spots = spots; this.chosen = new Set(countries); this.place = place; this.box = box; this.at = -1;
    if (spots.some((s) => s.precision === "province")) this.fine();
    this.draw();
  }

  // --- the view
  get k() { const near = clamp((this.s - 3) / 12, 0, 1); return Math.cos(clamp(this.cy, -75, 75) * near * Math.PI / 180); }
  x(lon) { return this.w / 2 + (lon - this.cx) * this.s * this.k; }
  y(lat) { return this.h / 2 - (lat - this.cy) * this.s; }
  lon(x) { return this.cx + (x - this.w / 2) / (this.s * this.k); }
  lat(y) { return this.cy - (y - this.h / 2) / this.s; }
  view() { return [clamp(this.lat(this.h), -90, 90), clamp(this.lon(0), -180, 180), clamp(this.lat(0), -90, 90), clamp(this.lon(this.w), -180, 180)]; }
  least() { return Math.max(this.w / 362, this.h / 300); }

  resized() {
    const { width, height } = this.host.getBoundingClientRect();
    if (!width || (width === this.w && height === this.h)) return;
    const first = !this.w;
    this.w = width; this.h = height;
    const ratio = this.ratio = Math.min(3, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(width * ratio); this.canvas.height = Math.round(height * ratio);
    this.marks.setAttribute("viewBox", `0 0 ${width} ${height}`);
    if (first && this.waiting) this.fit(this.waiting);
    this.moved();
  }

  moved() {
    this.s = clamp(this.s, this.least(), CLOSEST);
    const tall = this.h / this.s / 2, wide = this.w / (this.s * this.k) / 2;
    this.cy = tall >= 80 ? 14 : clamp(this.cy, -90 + tall * 0.9, 88 - tall * 0.9);
    this.cx = wide >= 180 ? 0 : clamp(this.cx, -185 + wide, 185 - wide);
    if (this.s >= PROVINCES_FROM) this.fine();
    // while the map moves, marks go along and names wait: a full drawing takes several times as long
    this.moving = Boolean(this.clusters.length);
    clearTimeout(this.still);
    this.still = setTimeout(() => { this.moving = false; this.draw(); }, 110);
    this.draw();
  }

  zoom(by, x = this.w / 2, y = this.h / 2) {
    const lon = this.lon(x), lat = this.lat(y);
    this.s = clamp(this.s * by, this.least(), CLOSEST);
    this.cy = lat + (y - this.h / 2) / this.s;
    this.cx = lon - (x - this.w / 2) / (this.s * this.k);
    this.moved();
  }

  pan(dx, dy) {
    this.cx -= dx / (this.s * this.k);
    this.cy += dy / this.s;
    this.moved();
  }

  // so that all of `spots` is in view; countries by their outline
  fit(spots, margin = 48) {
    if (!this.w) { this.waiting = spots; return; }
    let s = 90, w = 180, n = -90, e = -180;
    const take = (b) => { s = Math.min(s, b[0]); w = Math.min(w, b[1]); n = Math.max(n, b[2]); e = Math.max(e, b[3]); };
    for (const spot of spots) {
      if (spot.precision === "region") continue;
      const area = this.area(spot);
      if (area) { const big = area.boxes.reduce((a, b) => ((b[2] - b[0]) * (b[3] - b[1]) > (a[2] - a[0]) * (a[3] - a[1]) ? b : a)); take(big); }
      else if (spot.lat !== null) take([spot.lat - 0.6, spot.lon - 0.6, spot.lat + 0.6, spot.lon + 0.6]);
    }
    if (s > n) { this.s = this.least(); this.cx = 0; this.cy = 14; this.moved(); return; }
    this.cy = (s + n) / 2; this.cx = (w + e) / 2;
    const wide = Math.max(60, this.w - 2 * margin), tall = Math.max(60, this.h - 2 * margin);
    this.s = clamp(tall / Math.max(0.5, n - s), this.least(), 120);
    for (let i = 0; i < 3; i++) this.s = clamp(Math.min(tall / Math.max(0.5, n - s), wide / (Math.max(0.5, e - w) * this.k)), this.least(), 120);
    this.moved();
  }

  area(spot) {
    if (spot.precision === "province") return this.byNumber?.get(spot.number) ?? this.byName?.get(`${spot.country} ${spot.name}`);
    if (spot.precision !== "country") return undefined;
    const all = this.lands?.get(spot.country);
    return all && (all.length === 1 ? all[0] : { rings: all.flatMap((a) => a.rings), boxes: all.flatMap((a) => a.boxes), box: all[0].box });
  }

  // --- drawing
  draw() {
    if (this.due || !this.w) return;
    this.due = requestAnimationFrame(() => { this.due = 0; this.paint(); });
  }

  themed() { this.colours = null; this.draw(); }

  colour(name) {
    if (!this.colours) {
      const probe = this.host.appendChild(document.createElement("i"));
      probe.hidden = true;
      this.colours = {};
      for (const n of ["sea", "land", "coast", "province", "name", "accent", ...QUADS]) { probe.className = `c-${n}`; this.colours[n] = getComputedStyle(probe).color; }
      probe.remove();
    }
    return this.colours[name];
  }

  path(c, points, close, turn = 0) {
    let px = NaN, py = NaN;
    for (let i = 0; i < points.length; i += 2) {
      const x = this.x(points[i] + turn), y = this.y(points[i + 1]);
      if (i === 0 || Math.abs(points[i] - points[i - 2]) > 180) c.moveTo(x, y);
      else if (Math.abs(x - px) + Math.abs(y - py) < 0.7 && i < points.length - 2) continue;
      else c.lineTo(x, y);
      px = x; py = y;
    }
    if (close) c.closePath();
  }

  shape(c, area, view) {
    c.beginPath();
    area.rings.forEach((r, i) => {
      const b = area.boxes[i];
      for (const turn of TURNS) if (meets([b[0], b[1] + turn, b[2], b[3] + turn], view)) this.path(c, r, true, turn);
    });
  }

  paint() {
    if (!this.world) return;
    const c = this.canvas.getContext("2d"), view = this.view(), close = this.s >= PROVINCES_FROM && this.provinces;
    c.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    c.fillStyle = this.colour("sea");
    c.fillRect(0, 0, this.w, this.h);
    c.lineJoin = "round";
    const source = close ? this.provinces : this.world;
    c.fillStyle = this.colour("land");
    for (const s of source.shapes) if (around(s.box, view)) { this.shape(c, s, view); c.fill(); }
    this.washes(c, view);
    for (const border of close ? [false, true] : [true]) {
      c.beginPath();
      for (const l of source.lines) if ((l.border || !close) === border && meets(l.box, view)) this.path(c, l.points, false);
      c.strokeStyle = this.colour(border ? "coast" : "province");
      c.lineWidth = border ? (close ? 1.1 : 0.7) : 0.6;
      c.stroke();
    }
    if (!this.moving) names(this, c, close ? [...this.world.shapes, ...(this.s > 34 ? this.provinces.shapes : [])] : this.world.shapes, view);
    this.frames(c, view);
    if (this.moving) carry(this);
    else place(this);
    this.scale();
  }

  // areas that events are known to, and rings where an area has no outline
  washes(c, view) {
    const most = Math.max(1, ...this.spots.filter(coarse).map((s) => s.total));
    const order = { country: 0, region: 1, province: 2, district: 3 };
    for (const s of this.spots.filter(coarse).sort((a, b) => order[a.precision] - order[b.precision])) {
      const quad = QUADS[s.counts.indexOf(Math.max(...s.counts))], area = this.area(s);
      c.fillStyle = c.strokeStyle = this.colour(quad);
      c.setLineDash([5, 4]);
      c.lineWidth = 1.2;
      if (area) {
        if (!around(area.box, view)) continue;
        this.shape(c, area, view);
        c.globalAlpha = 0.08 + 0.2 * Math.log1p(s.total) / Math.log1p(most);
        c.fill("evenodd");
        c.globalAlpha = s.precision === "country" ? 0 : 0.75;
        c.stroke();
      } else if (s.lat !== null && RINGS[s.precision]) {
        c.beginPath();
        c.ellipse(this.x(s.lon), this.y(s.lat), Math.max(14, this.reach(s) * this.k / Math.cos(clamp(s.lat, -80, 80) * Math.PI / 180)), Math.max(14, this.reach(s)), 0, 0, 7);
        c.globalAlpha = 0.1; c.fill(); c.globalAlpha = 0.8; c.stroke();
      }
      c.globalAlpha = 1;
      c.setLineDash([]);
    }
  }

  reach(s) { return RINGS[s.precision] / 111 * this.s; }

  // what the filter chose: countries, a province, a box
  frames(c, view) {
    c.strokeStyle = this.colour("accent");
    c.lineWidth = 2.2;
    for (const code of this.chosen) for (const land of this.lands.get(code) ?? []) if (around(land.box, view) && !(this.s >= PROVINCES_FROM && this.provinces)) { this.shape(c, land, view); c.stroke(); }
    if (this.place && this.provinces) {
      for (const p of this.provinces.shapes) if ((p.name === this.place || this.spots.some((s) => s.place === this.place && s.number === p.number)) && (!this.chosen.size || this.chosen.has(p.code))) { this.shape(c, p, view); c.stroke(); }
    }
    if (this.box) {
      const [s, w, n, e] = this.box;
      c.setLineDash([7, 4]);
      for (const [a, b] of w <= e ? [[w, e]] : [[w, 180], [-180, e]]) c.strokeRect(this.x(a), this.y(n), (b - a) * this.s * this.k, (n - s) * this.s);
      c.setLineDash([]);
    }
  }

  scale() {
    const bar = this.host.querySelector(".scale"), per = 111.2 / this.s;  // km for a pixel
    const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((v) => v / per > 50) ?? 5000;
    bar.style.width = `${(km / per).toFixed(0)}px`;
    bar.firstElementChild.textContent = `${km.toLocaleString("en")} km`;
  }

  // --- what is at a point
  landAt(x, y) {
    const lon = this.lon(x), lat = this.lat(y);
    const here = (s) => lat >= s.box[0] && lat <= s.box[2] && TURNS.some((t) => lon + t >= s.box[1] && lon + t <= s.box[3] && inside(s.rings, lon + t, lat));
    const province = this.s >= PROVINCES_FROM ? this.provinces?.shapes.find(here) : null;
    const land = this.world?.shapes.filter(here).at(-1);
    const code = province?.code || land?.code;
    return code ? { code, name: this.lands.get(code)?.[0].name ?? code, province: province?.number ? province : null } : null;
  }

  step(by) {
    if (!this.clusters.length) return;
    this.at = (this.at + by + this.clusters.length) % this.clusters.length;
    const c = this.clusters[this.at];
    this.on.say(`${words(this, c)}. Mark ${this.at + 1} of ${this.clusters.length}.`);
    this.draw();
  }

  open(c) {
    // a heap of places opens by going closer, as long as that parts them
    if (c.spots.length > 1 && this.s < CLOSEST / 4) {
      const lats = c.spots.map((s) => s.lat), lons = c.spots.map((s) => s.lon);
      const far = Math.max(Math.max(...lats) - Math.min(...lats), (Math.max(...lons) - Math.min(...lons)) * this.k);
      if (far > 0.02) {
        this.cy = (Math.max(...lats) + Math.min(...lats)) / 2; this.cx = (Math.max(...lons) + Math.min(...lons)) / 2;
        this.s = clamp(Math.min(this.w, this.h) * 0.6 / far, this.s * 1.8, CLOSEST / 2);
        this.moved();
      }
    }
    this.on.open(c.spots);
  }

  useView() { this.on.box(this.view().map((v) => Math.round(v * 100) / 100)); }

  setBoxing(on) {
    this.boxing = on;
    this.host.classList.toggle("boxing", on);
    this.host.querySelector('[data-do="box"]')?.setAttribute("aria-pressed", String(on));
    if (on) this.on.say("Drag a box on the map.");
  }
}
