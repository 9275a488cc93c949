// What every page needs beside htmx: CSRF on its requests, the look without a round trip, the navigation and the filters on a phone, failures said aloud.
const root = document.documentElement;
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers[meta("csrf-header")] = meta("csrf-token");
});

document.addEventListener("click", (event) => {
  const toggle = event.target.closest(".nav-toggle, .filter-toggle");
  if (toggle) toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  }
});

// Theme and density change at once; the server's cookie is the same one, so nothing flickers on the next page.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!event.target.matches(".look") || !["theme", "density"].includes(button?.name)) return;
  event.preventDefault();
  document.cookie = `${button.name}=${button.value}; path=/; max-age=31536000; samesite=lax`;
  root.dataset[button.name] = button.value;
  for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button));
  document.dispatchEvent(new CustomEvent("look:changed"));
});

// Selects and boxes marked so send their form when changed.
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-submit]")) event.target.form?.requestSubmit();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

function failed() {
  const box = document.getElementById("failure");
  box.textContent = box.dataset.text;
  box.hidden = false;
  setTimeout(() => { box.hidden = true; }, 8000);
}
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401) location.reload();
  else failed();
});
document.addEventListener("htmx:sendError", failed);

// After a swap, a screen reader hears the new heading.
document.addEventListener("htmx:afterSettle", () => {
  const heading = document.querySelector("main [data-announce]") ?? document.querySelector("main h1");
  if (heading) document.getElementById("announce").textContent = heading.textContent.trim();
});

// An error summary takes the focus, so that nobody looks for what went wrong.
document.querySelector(".error-summary")?.focus();

// Pages that refresh themselves say how often; they wait while nobody looks.
const refresh = Number(document.querySelector("[data-refresh]")?.dataset.refresh ?? 0);
if (refresh > 0) setInterval(() => { if (!document.hidden) location.reload(); }, refresh * 1000);
