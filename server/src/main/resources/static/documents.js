// A document is looked through with the keyboard: next and previous statement, accept, correct, reject.
const statements = [...document.querySelectorAll(".statement")];
let at = -1;

const markOf = (statement) => document.getElementById("m" + statement.id.slice(1));

const choose = (index, scroll = true) => {
  if (index < 0 || index >= statements.length) return;
  if (at >= 0) {
    statements[at].removeAttribute("aria-current");
    markOf(statements[at])?.removeAttribute("aria-current");
    if (!statements[at].querySelector(".error, .field-error")) statements[at].open = false;
  }
  at = index;
  const chosen = statements[at];
  chosen.open = true;
  chosen.setAttribute("aria-current", "true");
  markOf(chosen)?.setAttribute("aria-current", "true");
  if (!scroll) return;
  markOf(chosen)?.scrollIntoView({ block: "center" });
  chosen.scrollIntoView({ block: "nearest" });
  chosen.querySelector("summary").focus({ preventScroll: true });
};

const press = (verb) => statements[at]?.querySelector(`button[name="verb"][value="${verb}"]`)?.click();

const correct = () => {
  const form = statements[at]?.querySelector(".correct");
  if (!form) return;
  form.open = true;
  form.querySelector("input:not([type=hidden])").focus();
};

const keys = {
  j: () => choose(Math.min(at + 1, statements.length - 1)),
  k: () => choose(Math.max(at - 1, 0)),
  a: () => press("ACCEPT"),
  r: () => press("REJECT"),
  c: correct,
  l: () => statements[at]?.querySelector("[data-ledger]")?.click(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey;
  const act = keys[event.key.toLowerCase()];
  if (typing || !act) return;
  event.preventDefault();
  act();
});

const named = () => statements.findIndex((statement) => "#" + statement.id === location.hash);

window.addEventListener("hashchange", () => choose(named()));
document.addEventListener("click", (event) => {
  const summary = event.target.closest(".statement > summary");
  if (summary) setTimeout(() => choose(statements.indexOf(summary.parentElement), false));
});

const first = named() >= 0 ? named() : statements.findIndex((statement) => statement.open);
if (first >= 0) choose(first, named() >= 0);
