// The decision-table editor: grids that behave as a spreadsheet, and panels that say what a change does.
const root = document.getElementById("editor");
const given = JSON.parse(root.dataset.editor);
const text = given.texts;
const MOST_UNDO = 40e6;

let content = given.content;
let version = given.version;
let past = [], future = [];
let saved = JSON.stringify(content);
let faults = new Map();

const el = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// What both kinds of grid have in common: heads, rows of texts, and ways to add and remove.
class TableShape {
  constructor(key) { this.key = key; }
  get table() { return content.tables.find((table) => String(table.key) === this.key); }
  heads() {
    const { inputs, outputs, notes } = this.table;
    return [...inputs.map((h) => ({ ...h, kind: "in" })), ...outputs.map((h) => ({ ...h, kind: "out" })), ...notes.map((h) => ({ ...h, kind: "note" }))];
  }
  count() { return this.table.rows.length; }
  part(column) {
    const { inputs, outputs } = this.table;
    if (column < inputs.length) return ["inputs", column];
    if (column < inputs.length + outputs.length) return ["outputs", column - inputs.length];
    return ["notes", column - inputs.length - outputs.length];
  }
  get(row, column) {
    const [part, at] = this.part(column);
    return this.table.rows[row][part][at] ?? "";
  }
  set(row, column, value) {
    const [part, at] = this.part(column);
    this.table.rows[row][part][at] = value;
  }
  insert(at) {
    const { inputs, outputs, notes } = this.table;
    this.table.rows.splice(at, 0, { from: -1, inputs: inputs.map(() => "-"), outputs: outputs.map(() => ""), notes: notes.map(() => "") });
  }
  remove(at) { this.table.rows.splice(at, 1); }
  move(at, by) { this.table.rows.splice(at + by, 0, ...this.table.rows.splice(at, 1)); }
  empty(column) { return this.part(column)[0] === "inputs" ? "-" : ""; }
  addColumn(part, at, head) {
    this.table[part].splice(at, 0, head);
    for (const row of this.table.rows) row[part].splice(at, 0, part === "inputs" ? "-" : "");
  }
  removeColumn(column) {
    const [part, at] = this.part(column);
    if (part === "outputs" && this.table.outputs.length === 1) return say(text["edit.lastColumn"]);
    this.table[part].splice(at, 1);
    for (const row of this.table.rows) row[part].splice(at, 1);
  }
  moveColumn(column, by) {
    const [part, at] = this.part(column);
    const to = at + by;
    if (to < 0 || to >= this.table[part].length) return false;
    this.table[part].splice(to, 0, ...this.table[part].splice(at, 1));
    for (const row of this.table.rows) row[part].splice(to, 0, ...row[part].splice(at, 1));
    return true;
  }
}

class CaseShape {
  key = "cases";
  heads() { return content.cases.columns.map((name) => ({ text: name, label: name === "case" ? document.getElementById("cases-title").textContent : name.replace(/^expect:/, "→ "), kind: name.startsWith("expect:") ? "out" : name === "case" ? "note" : "in", unit: "" })); }
  count() { return content.cases.rows.length; }
  get(row, column) { return content.cases.rows[row][column] ?? ""; }
  set(row, column, value) {
    const line = content.cases.rows[row];
    while (line.length < content.cases.columns.length) line.push("");
    line[column] = value;
  }
  insert(at) { content.cases.rows.splice(at, 0, content.cases.columns.map(() => "")); }
  remove(at) { content.cases.rows.splice(at, 1); }
  move(at, by) { content.cases.rows.splice(at + by, 0, ...content.cases.rows.splice(at, 1)); }
  empty() { return ""; }
}

function say(words) { document.getElementById("announce").textContent = words; }

class Sheet {
  constructor(table) {
    this.table = table;
    this.shape = table.dataset.sheet === "cases" ? new CaseShape() : new TableShape(table.dataset.sheet);
    this.row = 0; this.column = 0; this.toRow = 0; this.toColumn = 0; this.editing = null; this.leaving = false;
    table.addEventListener("keydown", (event) => this.key(event));
    table.addEventListener("mousedown", (event) => this.press(event));
    table.addEventListener("dblclick", (event) => { if (event.target.closest("td[data-c], th[data-c]")) this.begin(null); });
    table.addEventListener("focusin", (event) => {
      const cell = event.target.closest("[data-c]");
      if (cell && event.target === cell && !this.editing) this.at(Number(cell.dataset.r), Number(cell.dataset.c), false, false);
    });
    table.addEventListener("copy", (event) => this.copy(event, false));
    table.addEventListener("cut", (event) => this.copy(event, true));
    table.addEventListener("paste", (event) => this.paste(event));
    this.draw();
  }

  draw() {
    const heads = this.shape.heads();
    this.clamp();
    const head = el("tr", { role: "row" }, el("td", { class: "sheet-number", role: "rowheader" }));
    heads.forEach((column, c) => {
      const cell = el("th", { scope: "col", role: "columnheader", "data-r": -1, "data-c": c, tabindex: -1, class: "sheet-head sheet-" + column.kind });
      cell.append(el("span", {}, column.label || column.text || "…"));
      if (column.unit && column.unit !== column.text) cell.append(el("span", { class: "unit" }, column.unit));
      head.append(cell);
    });
    const body = el("tbody", { role: "rowgroup" });
    for (let r = 0; r < this.shape.count(); r++) {
      const line = el("tr", { role: "row" }, el("td", { class: "sheet-number", role: "rowheader" }, String(r + 1)));
      heads.forEach((column, c) => {
        const cell = el("td", { role: "gridcell", "data-r": r, "data-c": c, tabindex: -1, class: "sheet-" + column.kind });
        line.append(cell);
        this.fill(cell, r, c);
      });
      body.append(line);
    }
    this.table.replaceChildren(el("thead", { role: "rowgroup" }, head), body);
    this.mark();
  }

  fill(cell, r, c) {
    const value = this.shape.get(r, c);
    const fault = faults.get(`${this.shape.key}:${r}:${c}`);
    cell.replaceChildren(el("span", { class: "sheet-text" + (value === "-" ? " soft" : "") }, value === "" ? "\u00a0" : value));
    cell.removeAttribute("aria-invalid");
    cell.classList.toggle("sheet-warn", fault?.weight === "WARNING");
    if (fault) {
      if (fault.weight === "ERROR") cell.setAttribute("aria-invalid", "true");
      cell.append(el("span", { class: "sheet-fault" }, document.documentElement.lang === "en" ? fault.en : fault.zh));
    }
  }

  cell(r, c) { return this.table.querySelector(`[data-r="${r}"][data-c="${c}"]`); }

  clamp() {
    this.row = Math.max(-1, Math.min(this.row, this.shape.count() - 1));
    this.column = Math.max(0, Math.min(this.column, this.shape.heads().length - 1));
    this.toRow = Math.max(-1, Math.min(this.toRow, this.shape.count() - 1));
    this.toColumn = Math.max(0, Math.min(this.toColumn, this.shape.heads().length - 1));
  }

  mark() {
    const [top, bottom] = [Math.min(this.row, this.toRow), Math.max(this.row, this.toRow)];
    const [left, right] = [Math.min(this.column, this.toColumn), Math.max(this.column, this.toColumn)];
    for (const cell of this.table.querySelectorAll("[aria-selected], [tabindex='0']")) { cell.removeAttribute("aria-selected"); cell.tabIndex = -1; }
    for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) this.cell(r, c)?.setAttribute("aria-selected", "true");
    const now = this.cell(this.row, this.column);
    if (now) now.tabIndex = 0;
  }

  at(r, c, extend, focus = true) {
    if (extend) { this.toRow = r; this.toColumn = c; } else { this.row = this.toRow = r; this.column = this.toColumn = c; }
    this.clamp();
    this.mark();
    current = this;
    for (const each of sheets) each.table.classList.toggle("sheet-active", each === this);
    if (focus) this.cell(extend ? this.toRow : this.row, extend ? this.toColumn : this.column)?.focus({ preventScroll: false });
    if (extend) this.mark();
  }

  press(event) {
    const cell = event.target.closest("[data-c]");
    if (!cell || event.target.tagName === "INPUT") return;
    if (this.editing) this.commit();
    event.preventDefault();
    const [r, c] = [Number(cell.dataset.r), Number(cell.dataset.c)];
    if (event.shiftKey) { this.toRow = r; this.toColumn = c; this.mark(); } else this.at(r, c, false);
  }

  key(event) {
    if (this.editing) return this.keyInEdit(event);
    const { key, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const here = shiftKey ? [this.toRow, this.toColumn] : [this.row, this.column];
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (key === "Escape") { this.leaving = true; return; }
    if (key === "Tab") {
      if (this.leaving) { this.leaving = false; return; }
      const last = this.shape.heads().length - 1;
      let [r, c] = [this.row, this.column + (shiftKey ? -1 : 1)];
      if (c > last) { r++; c = 0; }
      if (c < 0) { r--; c = last; }
      if (r < -1 || r >= this.shape.count()) return;
      event.preventDefault();
      return this.at(r, c, false);
    }
    this.leaving = false;
    if (event.altKey && (key === "ArrowUp" || key === "ArrowDown")) { event.preventDefault(); return this.moveRows(key === "ArrowUp" ? -1 : 1); }
    if (moves[key] && !ctrl) {
      event.preventDefault();
      return this.at(here[0] + moves[key][0], here[1] + moves[key][1], shiftKey);
    }
    if (key === "Home" || key === "End") {
      event.preventDefault();
      return this.at(ctrl ? (key === "Home" ? 0 : this.shape.count() - 1) : here[0], key === "Home" ? 0 : this.shape.heads().length - 1, shiftKey);
    }
    if (key === "Enter") { event.preventDefault(); return this.row < 0 ? this.begin(null) : this.at(this.row + 1, this.column, false); }
    if (key === "F2") { event.preventDefault(); return this.begin(null); }
    if (key === "Delete" || key === "Backspace") {
      event.preventDefault();
      return change(() => this.each((r, c) => this.shape.set(r, c, this.shape.empty(c))));
    }
    if (ctrl || event.altKey) return;
    if (key.length === 1 || key === "Process") {
      if (this.row < 0) return;
      if (key !== "Process") event.preventDefault();
      this.begin(key === "Process" ? "" : key);
    }
  }

  begin(typed) {
    if (this.row < 0) return editHead(this);
    const cell = this.cell(this.row, this.column);
    if (!cell) return;
    const input = el("input", { class: "sheet-input", spellcheck: "false", autocomplete: "off", "aria-label": this.shape.heads()[this.column].label || this.shape.heads()[this.column].text });
    input.value = typed ?? this.shape.get(this.row, this.column);
    this.editing = { input, cell, row: this.row, column: this.column, light: typed !== null };
    cell.replaceChildren(input);
    input.focus();
    if (typed === null) input.select(); else input.setSelectionRange(input.value.length, input.value.length);
    input.addEventListener("blur", () => this.commit());
  }

  commit() {
    if (!this.editing) return;
    const { input, cell, row, column } = this.editing;
    this.editing = null;
    const before = this.shape.get(row, column);
    if (input.value !== before) change(() => this.shape.set(row, column, input.value), this, cell, row, column);
    else this.fill(cell, row, column);
  }

  keyInEdit(event) {
    if (event.isComposing) return;
    const { key } = event;
    const done = (r, c) => { event.preventDefault(); this.commit(); this.at(r, c, false); };
    if (key === "Enter") return done(this.row + 1, this.column);
    if (key === "Tab") return done(this.row, this.column + (event.shiftKey ? -1 : 1));
    if (key === "Escape") {
      event.preventDefault();
      const { cell, row, column } = this.editing;
      this.editing = null;
      this.fill(cell, row, column);
      return this.at(row, column, false);
    }
    if (this.editing.light && (key === "ArrowUp" || key === "ArrowDown")) return done(this.row + (key === "ArrowUp" ? -1 : 1), this.column);
  }

  each(action) {
    for (let r = Math.max(0, Math.min(this.row, this.toRow)); r <= Math.max(this.row, this.toRow); r++) {
      for (let c = Math.min(this.column, this.toColumn); c <= Math.max(this.column, this.toColumn); c++) action(r, c);
    }
  }

  copy(event, clear) {
    if (this.editing) return;
    const lines = [];
    for (let r = Math.max(0, Math.min(this.row, this.toRow)); r <= Math.max(this.row, this.toRow); r++) {
      const cells = [];
      for (let c = Math.min(this.column, this.toColumn); c <= Math.max(this.column, this.toColumn); c++) {
        const value = this.shape.get(r, c);
        cells.push(/[\t\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
      }
      lines.push(cells.join("\t"));
    }
    event.clipboardData.setData("text/plain", lines.join("\n"));
    event.preventDefault();
    if (clear) change(() => this.each((r, c) => this.shape.set(r, c, this.shape.empty(c))));
  }

  paste(event) {
    if (this.editing) return;
    event.preventDefault();
    const block = tabbed(event.clipboardData.getData("text/plain"));
    if (block.length === 0) return;
    const top = Math.max(0, Math.min(this.row, this.toRow)), left = Math.min(this.column, this.toColumn);
    const width = this.shape.heads().length;
    change(() => {
      block.forEach((cells, i) => {
        while (this.shape.count() <= top + i) this.shape.insert(this.shape.count());
        cells.slice(0, width - left).forEach((value, j) => this.shape.set(top + i, left + j, value.trim()));
      });
    });
    this.at(top, left, false, false);
    this.toRow = top + block.length - 1;
    this.toColumn = Math.min(width - 1, left + Math.max(...block.map((cells) => cells.length)) - 1);
    this.mark();
  }

  moveRows(by) {
    const [top, bottom] = [Math.max(0, Math.min(this.row, this.toRow)), Math.max(this.row, this.toRow)];
    if (top + by < 0 || bottom + by >= this.shape.count()) return;
    change(() => {
      if (by < 0) for (let r = top; r <= bottom; r++) this.shape.move(r, -1);
      else for (let r = bottom; r >= top; r--) this.shape.move(r, 1);
    });
    this.row += by; this.toRow += by;
    this.at(this.row, this.column, false);
  }

  does(what) {
    const row = Math.max(0, this.row);
    const table = this.shape.table;
    const [part, at] = table && table.inputs.length + table.outputs.length > 0 ? this.shape.part(this.column) : ["inputs", 0];
    switch (what) {
      case "row-above": change(() => this.shape.insert(row)); this.at(row, this.column, false); break;
      case "row-below": {
        const below = this.shape.count() === 0 ? 0 : (this.shape.key === "cases" && current !== this ? this.shape.count() : row + 1);
        change(() => this.shape.insert(below)); this.at(below, this.column, false); break;
      }
      case "row-up": this.moveRows(-1); break;
      case "row-down": this.moveRows(1); break;
      case "row-delete": {
        const [top, bottom] = [Math.max(0, Math.min(this.row, this.toRow)), Math.max(this.row, this.toRow)];
        change(() => { for (let r = bottom; r >= top; r--) this.shape.remove(r); });
        this.at(Math.min(top, this.shape.count() - 1), this.column, false); break;
      }
      case "column-head": editHead(this); break;
      case "column-in": addHead(this, "in", part === "inputs" ? at + 1 : table.inputs.length); break;
      case "column-out": addHead(this, "out", part === "outputs" ? at + 1 : table.outputs.length); break;
      case "column-note": addHead(this, "note", part === "notes" ? at + 1 : table.notes.length); break;
      case "column-left": { let moved = false; change(() => { moved = this.shape.moveColumn(this.column, -1); }); if (moved) this.at(this.row, this.column - 1, false); break; }
      case "column-right": { let moved = false; change(() => { moved = this.shape.moveColumn(this.column, 1); }); if (moved) this.at(this.row, this.column + 1, false); break; }
      case "column-delete": change(() => this.shape.removeColumn(this.column)); this.at(this.row, this.column, false); break;
    }
  }
}

// A block as spreadsheets put it on the clipboard: tabs between cells, quotes around cells with breaks.
function tabbed(block) {
  const rows = [[]];
  let cell = "", quoted = false;
  const source = block.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (quoted) {
      if (c === '"' && source[i + 1] === '"') { cell += '"'; i++; } else if (c === '"') quoted = false; else cell += c;
    } else if (c === '"' && cell === "" && closes(source, i)) quoted = true;
    else if (c === "\t") { rows.at(-1).push(cell); cell = ""; }
    else if (c === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
    else cell += c;
  }
  rows.at(-1).push(cell);
  return source === "" ? [] : rows;
}

// "大型" is a FEEL text and keeps its quotes; only a quote that holds a tab, a break or a doubled quote is the clipboard's.
function closes(source, start) {
  const end = source.slice(start + 1).search(/"(?=[\t\n]|$)/);
  return end >= 0 && /[\t\n]|""/.test(source.slice(start + 1, start + 1 + end));
}

function snapshot() { return JSON.stringify(content); }

let current = null;
const sheets = [...root.querySelectorAll("table.sheet")].map((table) => new Sheet(table));

// Every change goes through here: remembered for undo, drawn, checked.
function change(action, sheet, cell, row, column) {
  const before = snapshot();
  action();
  const after = snapshot();
  if (before === after) return;
  remember(before);
  if (cell) { faults.delete(`${sheet.shape.key}:${row}:${column}`); sheet.fill(cell, row, column); } else { faults = new Map(); sheets.forEach((each) => each.draw()); }
  changed();
}

function remember(before) {
  past.push(before);
  future = [];
  let size = past.reduce((sum, one) => sum + one.length, 0);
  while (size > MOST_UNDO && past.length > 1) size -= past.shift().length;
}

function travel(from, to) {
  if (from.length === 0) return;
  to.push(snapshot());
  content = JSON.parse(from.pop());
  faults = new Map();
  sheets.forEach((sheet) => sheet.draw());
  showClause();
  changed();
  const sheet = current ?? sheets[0];
  sheet.at(sheet.row, sheet.column, false);
}

function showClause() {
  for (const field of root.querySelectorAll("[data-clause]")) {
    const value = field.dataset.clause === "validFrom" ? content.validFrom ?? "" : content.clause[field.dataset.clause] ?? "";
    if (field.value !== value) field.value = value;
  }
  for (const table of content.tables) {
    const card = root.querySelector(`[data-table="${table.key}"]`);
    card.querySelector("[data-hit]").value = table.hitPolicy;
    const fold = card.querySelector("[data-fold]");
    fold.value = table.aggregation;
    fold.hidden = table.hitPolicy !== "COLLECT";
  }
}

function isDirty() { return snapshot() !== saved; }

let timer = 0;
function changed() {
  state();
  clearTimeout(timer);
  timer = setTimeout(check, 300);
}

function state() {
  const tag = document.getElementById("save-state");
  tag.textContent = isDirty() ? text["edit.unsaved"] : text["edit.saved"];
  tag.classList.toggle("tag-provisional", isDirty());
}

// One request of a kind at a time; a newer state asks again when the answer is there.
const asking = {};
let judges = true;
async function ask(what, target, more = {}) {
  if (asking[what]) { asking[what].again = true; return; }
  asking[what] = { again: false };
  try {
    await htmx.ajax("POST", `${root.dataset.address}/${what}`, { target, swap: "innerHTML", values: { content: snapshot(), version, ...more } });
  } finally {
    const again = asking[what].again;
    delete asking[what];
    if (again) await ask(what, target, more);
  }
}

async function check() {
  await ask("check", "#check");
  if (judges) await ask("impact", "#impact");
  else document.getElementById("impact").replaceChildren(el("section", { class: "card" }, el("p", { class: "soft" }, text["impact.after"])));
  root.dataset.checked = String(Number(root.dataset.checked ?? 0) + 1);
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "check") return;
  const data = document.getElementById("check-data").dataset.check;
  if (!data) return;
  const { cells, headings, judges: now, fields } = JSON.parse(data);
  judges = now;
  showFields(fields ?? []);
  const next = new Map();
  for (const fault of cells) {
    const key = `${fault.grid}:${fault.row}:${fault.column}`;
    if (fault.weight !== "NOTE" && (!next.has(key) || fault.weight === "ERROR")) next.set(key, fault);
  }
  faults = next;
  const fresh = headings.filter((heading) => !content.cases.columns.includes(heading));
  if (fresh.length > 0) {
    for (const heading of fresh) {
      const first = content.cases.columns.findIndex((name) => name.startsWith("expect:"));
      const at = heading.startsWith("expect:") || first < 0 ? content.cases.columns.length : first;
      content.cases.columns.splice(at, 0, heading);
      for (const row of content.cases.rows) row.splice(at, 0, "");
    }
    state();
  }
  for (const sheet of sheets) {
    if (sheet.editing) { for (const cell of sheet.table.querySelectorAll("td[data-c]")) if (cell !== sheet.editing.cell) sheet.fill(cell, Number(cell.dataset.r), Number(cell.dataset.c)); continue; }
    const focused = sheet.table.contains(document.activeElement);
    sheet.draw();
    if (focused) sheet.cell(sheet.row, sheet.column)?.focus({ preventScroll: true });
  }
});

// What is wrong in a field of the form stands beside it.
function showFields(told) {
  for (const field of root.querySelectorAll("[data-clause]")) {
    const fault = told.find((each) => each.field === field.dataset.clause);
    const known = document.getElementById("fault-" + field.id);
    if (!fault) { known?.remove(); field.removeAttribute("aria-invalid"); field.removeAttribute("aria-describedby"); continue; }
    if (!field.id) field.id = "field-" + field.dataset.clause;
    const words = document.documentElement.lang === "en" ? fault.en : fault.zh;
    if (known) known.textContent = words;
    else field.before(el("span", { class: "field-error", id: "fault-" + field.id }, words));
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", "fault-" + field.id);
  }
}

async function save(over = 0) {
  sheets.forEach((sheet) => sheet.commit());
  const sent = snapshot();
  await ask("save", "#save-result", over ? { over } : {});
  const done = document.getElementById("saved");
  if (done) {
    version = Number(done.dataset.version);
    for (const field of root.querySelectorAll("[data-version]")) if (field.tagName === "INPUT") field.value = version;
    if (snapshot() === sent) renumber();
    saved = snapshot();
    past = past.map(renumbered); future = future.map(renumbered);
    state();
    say(text["edit.saved"]);
  }
  return Boolean(done);
}

// After a save the stored model is the one on the screen: every row and column has its place there.
function renumber() {
  for (const table of content.tables) {
    for (const part of ["inputs", "outputs", "notes", "rows"]) table[part].forEach((one, i) => { one.from = i; });
  }
}

// Earlier states were laid over the former model; laid over the new one they keep no element of it that might be another's.
function renumbered(state) {
  const old = JSON.parse(state);
  const same = (part, table, now) => table[part].length === now[part].length && table[part].every((one, i) => one.from === i);
  for (const table of old.tables) {
    const now = content.tables.find((each) => each.key === table.key);
    for (const part of ["inputs", "outputs", "notes", "rows"]) if (!same(part, table, now)) for (const one of table[part]) one.from = -1;
  }
  return JSON.stringify(old);
}

// Heads of columns
const dialog = document.getElementById("head-dialog");
function editHead(sheet) {
  if (!sheet.shape.table) return;
  const [part, at] = sheet.shape.part(sheet.column);
  const head = sheet.shape.table[part][at];
  openHead(part === "inputs" ? "in" : part === "outputs" ? "out" : "note", head, (next) => change(() => { sheet.shape.table[part][at] = { ...head, ...next }; }), sheet);
}
function addHead(sheet, kind, at) {
  const part = kind === "in" ? "inputs" : kind === "out" ? "outputs" : "notes";
  openHead(kind, { from: -1, text: "", type: kind === "note" ? "" : "number", label: "", unit: "" }, (next) => {
    change(() => sheet.shape.addColumn(part, at, { from: -1, unit: "", ...next }));
    const { inputs, outputs } = sheet.shape.table;
    sheet.at(Math.max(0, sheet.row), at + (kind === "in" ? 0 : kind === "out" ? inputs.length : inputs.length + outputs.length), false);
  }, sheet);
}
function openHead(kind, head, then, sheet) {
  const field = (id) => document.getElementById(id);
  field("head-title").textContent = text[`edit.${kind}`];
  field("head-text-label").textContent = text[`edit.head.${kind}`];
  for (const part of dialog.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(kind);
  field("head-names").replaceChildren(...(kind === "in" ? Object.keys(given.names).map((name) => el("option", { value: name })) : []));
  const types = [...new Set(["", ...given.types, head.type])];
  field("head-type").replaceChildren(...types.map((type) => el("option", { value: type }, type || "–")));
  field("head-text").value = head.text; field("head-type").value = head.type; field("head-label").value = kind === "out" && head.text === "" ? "" : head.label;
  field("head-text").onchange = () => { const type = given.names[field("head-text").value]; if (kind === "in" && type) field("head-type").value = type; };
  dialog.onclose = () => {
    if (dialog.returnValue === "ok") then({ text: field("head-text").value.trim(), type: field("head-type").value, label: field("head-label").value.trim() });
    sheet.at(sheet.row, sheet.column, false);
  };
  dialog.returnValue = "";
  dialog.showModal();
  field("head-text").focus();
}

root.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-do], [data-reload], [data-over], [data-go]");
  if (!button) return;
  if (button.dataset.go) {
    const [grid, row] = button.dataset.go.split(":");
    event.preventDefault();
    return sheets.find((sheet) => sheet.shape.key === grid)?.at(Number(row), 0, false);
  }
  if ("reload" in button.dataset) { saved = snapshot(); return location.reload(); }
  if ("over" in button.dataset) return save(Number(document.getElementById("stale").dataset.theirs));
  sheets.forEach((sheet) => sheet.commit());
  const what = button.dataset.do;
  if (what === "undo") return travel(past, future);
  if (what === "redo") return travel(future, past);
  if (what === "save") return save();
  const card = button.closest(".grid-card");
  const sheet = sheets.find((each) => card.contains(each.table));
  button.closest("details.menu")?.removeAttribute("open");
  sheet.does(what);
});

root.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const typing = event.target.matches("input, textarea, select");
  if (key === "s") { event.preventDefault(); save(); }
  else if (typing) return;
  else if (key === "z" && !event.shiftKey) { event.preventDefault(); travel(past, future); }
  else if (key === "y" || key === "z") { event.preventDefault(); travel(future, past); }
});

root.addEventListener("change", (event) => {
  const card = event.target.closest("[data-table]");
  if (card && event.target.matches("[data-hit], [data-fold]")) {
    const table = content.tables.find((each) => String(each.key) === card.dataset.table);
    const before = snapshot();
    if (event.target.matches("[data-hit]")) table.hitPolicy = event.target.value; else table.aggregation = event.target.value;
    if (table.hitPolicy !== "COLLECT") table.aggregation = "";
    remember(before);
    showClause();
    changed();
  }
  if (event.target.matches("[data-clause]")) {
    const before = snapshot();
    const { clause } = event.target.dataset;
    if (clause === "validFrom") content.validFrom = event.target.value || null; else content.clause[clause] = event.target.value;
    if (before !== snapshot()) remember(before);
    changed();
  }
});

root.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method === "dialog") return;
  if (form.dataset.asks && !confirm(form.dataset.asks)) return event.preventDefault();
  if (form.dataset.asks) { saved = snapshot(); return; }
  if (form.id === "propose") {
    sheets.forEach((sheet) => sheet.commit());
    if (!isDirty()) return;
    event.preventDefault();
    if (await save()) form.submit();
  }
});

window.addEventListener("beforeunload", (event) => { if (isDirty()) event.preventDefault(); });

showClause();
state();
if (window.htmx) check(); else window.addEventListener("load", check);
