// Runs before the page is drawn, so that a chosen theme does not flash. Kept in this browser alone.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage may be forbidden: the system's choice stands */ }
document.documentElement.classList.add("js");
