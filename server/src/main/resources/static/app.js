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

// A box marked so ticks all boxes of its form that have this name.
document.addEventListener("change", (event) => {
  const name = event.target.dataset?.all;
  if (!name) return;
  for (const box of event.target.form.querySelectorAll(`input[name="${name}"]`)) box.checked = event.target.checked;
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

// The bell hears how many notices are unread, while somebody is at the page: a page that is left alone lets the session end.
const bell = document.querySelector(".bell");
if (bell && "EventSource" in window) {
  const patience = 15 * 60 * 1000;
  let stream = null;
  let touched = Date.now();
  let known = null;
  const hear = (event) => {
    const unread = Number(event.data);
    const count = bell.querySelector(".bell-count");
    const label = bell.dataset.label.replace("{0}", String(unread));
    count.textContent = unread > 99 ? "99+" : String(unread);
    count.hidden = unread === 0;
    bell.setAttribute("aria-label", label);
    if (known !== null && unread > known) document.getElementById("announce").textContent = label;
    known = unread;
  };
  const listen = () => {
    const wanted = !document.hidden && Date.now() - touched < patience;
    if (wanted && (stream === null || stream.readyState === EventSource.CLOSED)) {
      stream = new EventSource(bell.dataset.stream);
      stream.addEventListener("unread", hear);
    } else if (!wanted && stream !== null) {
      stream.close();
      stream = null;
    }
  };
  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(kind, () => { touched = Date.now(); }, { passive: true });
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { stream?.close(); stream = null; });
  addEventListener("pageshow", listen);
  setInterval(listen, 30_000);
  listen();
}

// Files go up as soon as they are chosen or dropped; the bar says how far.
document.addEventListener("change", (event) => {
  const input = event.target.closest("[data-send]");
  if (input?.files.length) input.form.requestSubmit();
});
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest?.("[data-drop]");
    if (!form || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    if (kind !== "drop") return;
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
// Files that are too many or too large are told before they travel.
document.addEventListener("change", (event) => {
  const input = event.target.closest("input[type=file][data-most]");
  if (!input) return;
  const sizes = [...input.files].map((file) => file.size / 1024 / 1024);
  const { most, megabytes, together, told } = input.dataset;
  const tooMuch = sizes.length > most || sizes.some((size) => size > megabytes) || sizes.reduce((sum, size) => sum + size, 0) > together;
  input.setCustomValidity(tooMuch ? told : "");
  if (tooMuch) input.reportValidity();
});
document.addEventListener("htmx:xhr:progress", (event) => {
  const bar = event.target.closest?.("form")?.querySelector("progress");
  if (!bar || !event.detail.lengthComputable) return;
  bar.hidden = false;
  bar.value = (event.detail.loaded / event.detail.total) * 100;
});

// What is typed into a form marked so is kept in the browser until it has been sent: a session that ended in between loses nothing.
const drafts = {
  prefix: "draft:",
  longest: 30 * 24 * 3600 * 1000,
  fields: (form) => [...form.elements].filter((field) => field.name && field.matches("textarea, select, input:not([type=hidden], [type=file])")),
  read(key) {
    try { return JSON.parse(localStorage.getItem(this.prefix + key)); } catch { return null; }
  },
  keep(form) {
    const said = this.fields(form).filter((field) => field.type !== "radio" || field.checked);
    const values = Object.fromEntries(said.map((field) => [field.name, field.value]));
    try { localStorage.setItem(this.prefix + form.dataset.draft, JSON.stringify({ at: Date.now(), values })); } catch { /* full or forbidden */ }
  },
  drop(test) {
    for (const key of Object.keys(localStorage)) if (key.startsWith(this.prefix) && test(key.slice(this.prefix.length))) localStorage.removeItem(key);
  },
  restore(form) {
    const kept = this.read(form.dataset.draft);
    if (!kept) return;
    let changed = false;
    for (const field of this.fields(form)) {
      const value = kept.values[field.name];
      if (field.type === "radio") {
        if (value !== undefined && !form.querySelector(".field-error")) field.checked = field.value === value;
        continue;
      }
      if (value === undefined || value === field.value || (field.value !== "" && field.value !== (field.defaultValue ?? ""))) continue;
      if (form.querySelector(".field-error")) continue;
      field.value = value;
      changed = true;
    }
    if (!changed) return;
    form.closest("details")?.setAttribute("open", "");
    const told = document.createElement("p");
    told.className = "notice draft-told";
    told.setAttribute("role", "status");
    told.textContent = form.dataset.draftTold;
    form.prepend(told);
  },
};
for (const done of document.querySelectorAll("[data-draft-done]")) drafts.drop((key) => key === done.dataset.draftDone);
drafts.drop((key) => Date.now() - (drafts.read(key)?.at ?? 0) > drafts.longest);
for (const form of document.querySelectorAll("form[data-draft]")) drafts.restore(form);
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (form) drafts.keep(form);
});
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") === "/sign-out") drafts.drop(() => true);
});
// A link to a part that is folded opens it.
function unfold() {
  if (!/^#[\w-]+$/.test(location.hash)) return;
  document.querySelector(location.hash)?.closest("section")?.querySelector(":scope > details")?.setAttribute("open", "");
}
addEventListener("hashchange", unfold);
unfold();
