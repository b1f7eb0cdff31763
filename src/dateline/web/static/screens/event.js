import { link } from "../js/highlight.js";
link();

// who opens a correction writes into it
for (const box of document.querySelectorAll("details.correct")) box.addEventListener("toggle", () => { if (box.open) box.querySelector("[name=value]")?.focus(); });
