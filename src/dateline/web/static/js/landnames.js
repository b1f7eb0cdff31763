// Names written on a map: of countries and, closer, of provinces, in the middle of their largest piece where there is room.
import { around, clamp } from "./degrees.js";
import { meets } from "./outlines.js";

const span = (b) => (b[2] - b[0]) * (b[3] - b[1]);
// the middle of a ring (its centroid) and how wide it is there, in degrees
function middle(i, s) {
  const r = s.rings[i];
  let a = 0, x = 0, y = 0;
  for (let j = 0, p = r.length - 2; j < r.length; p = j, j += 2) {
    const f = r[p] * r[j + 1] - r[j] * r[p + 1];
    a += f; x += (r[p] + r[j]) * f; y += (r[p + 1] + r[j + 1]) * f;
  }
  [x, y] = a ? [x / (3 * a), y / (3 * a)] : [(s.boxes[i][1] + s.boxes[i][3]) / 2, (s.boxes[i][0] + s.boxes[i][2]) / 2];
  const cuts = [];
  for (let j = 0, p = r.length - 2; j < r.length; p = j, j += 2) if (r[p + 1] > y !== r[j + 1] > y) cuts.push(r[p] + (y - r[p + 1]) / (r[j + 1] - r[p + 1]) * (r[j] - r[p]));
  cuts.sort((m, n) => m - n);
  let best = [x, 0];
  for (let j = 0; j + 1 < cuts.length; j += 2) if (cuts[j + 1] - cuts[j] > best[1]) best = [(cuts[j] + cuts[j + 1]) / 2, cuts[j + 1] - cuts[j]];
  return [best[0], y, best[1]];
}

// names of countries and, closer, of provinces, where there is room within them
export function names(view, c, shapes, seen) {
  const taken = [];
  c.textAlign = "center"; c.textBaseline = "middle"; c.lineJoin = "round";
  for (const s of shapes) {
    if (!around(s.box, seen)) continue;
    s.middle ??= middle(s.rings.reduce((a, r, i) => (span(s.boxes[i]) > span(s.boxes[a]) ? i : a), 0), s);
    const land = s.land, [lon, lat, wide] = s.middle, room = wide * view.s * view.k;
    if (room < 34) continue;
    const size = land ? clamp(room / 22, 10.5, 15) : 10.5;
    c.font = `${land ? 600 : 400} ${size}px ${view.font ??= getComputedStyle(view.host).fontFamily}`;
    const words = land ? s.name.toUpperCase() : s.name, x = view.x(lon), y = view.y(lat);
    if (land) c.letterSpacing = "1px";
    const long = (s.long ??= c.measureText(words).width / size) * size;
    const at = [y - size / 2, x - long / 2, y + size / 2, x + long / 2];
    if (long < room * 1.05 && !taken.some((t) => meets(t, at))) {
      taken.push(at);
      c.strokeStyle = view.colour("land"); c.globalAlpha = 0.8; c.lineWidth = 3; c.strokeText(words, x, y);
      c.globalAlpha = 1; c.fillStyle = view.colour("name"); c.fillText(words, x, y);
    }
    c.letterSpacing = "0px";
  }
}
