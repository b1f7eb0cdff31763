// While words are counted the page asks again, less and less often.
if (document.querySelector("[data-counting]")) {
  const tries = Number(sessionStorage.getItem("counting") ?? 0);
  sessionStorage.setItem("counting", String(tries + 1));
  setTimeout(() => location.reload(), Math.min(5000, 800 + 300 * tries));
} else {
  sessionStorage.removeItem("counting");
}
