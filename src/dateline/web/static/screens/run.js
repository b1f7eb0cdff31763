// How far the run is, as the server tells it; at its end the page is loaded anew with what came of it.
const watch = document.querySelector("[data-watch]");
if (watch) {
  const phase = watch.querySelector("[data-phase]"), bar = watch.querySelector("[data-bar]"), state = watch.querySelector("[data-state]");
  const steps = [...watch.querySelectorAll("[data-step]")];
  const names = { waits: "Waits for its turn", runs: "Under way", done: "Done", failed: "Failed" };
  const words = { starts: "loads what reads", "taken in": "kept", "written anew": "written anew" };
  const source = new EventSource(watch.dataset.watch);
  source.addEventListener("message", (e) => {
    const job = JSON.parse(e.data);
    if (job.state === "done" || job.state === "failed") { source.close(); location.reload(); return; }
    if (state.textContent !== names[job.state]) state.textContent = names[job.state];
    if (job.done > job.of) job.of = 0; // more than was foreseen: the whole desk is folded anew
    phase.textContent = (words[job.phase] ?? job.phase) + (job.done || job.of ? `: ${job.done.toLocaleString("en")}${job.of ? ` of ${job.of.toLocaleString("en")}` : ""}` : "");
    if (job.of) { bar.max = job.of; bar.value = job.done; } else bar.removeAttribute("value");
    const at = steps.findIndex((s) => s.dataset.step === job.phase);
    steps.forEach((s, i) => { s.classList.toggle("past", at > i); if (i === at) s.setAttribute("aria-current", "step"); else s.removeAttribute("aria-current"); });
  });
}
