// What all parts of the map share: the quads, what is known only to an area, boxes that lie over the date line.
import { meets } from "./outlines.js";

export const QUADS = ["mc", "vc", "vo", "mo", "un"];
export const NAMES = ["material conflict", "verbal conflict", "verbal cooperation", "material cooperation", "of no kind"];
export const RINGS = { district: 30, province: 100, region: 250, country: 0 };  // km: how wide a place known no finer is drawn where it has no outline
export const TURNS = [-360, 0, 360];  // what lies over the date line is drawn at both ends

export const clamp = (x, a, b) => Math.min(b, Math.max(a, x));
export const coarse = (spot) => spot.precision in RINGS;
export const around = (box, seen) => TURNS.some((t) => meets([box[0], box[1] + t, box[2], box[3] + t], seen));
export const told = (counts) => counts.map((n, i) => (n ? `${n} ${NAMES[i]}` : "")).filter(Boolean).join(", ");

export function spotsOf(rows) {
  return rows.map(([place, name, precision, country, number, lat, lon, ...counts]) =>
    ({ place, name, precision, country, number, lat, lon, counts, total: counts.reduce((a, b) => a + b, 0) }));
}
