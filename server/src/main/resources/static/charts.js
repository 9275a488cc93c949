// Draws every figure[data-chart] from its JSON block. Colours are the page's tokens themselves (var(--up) in the SVG),
// so charts follow light, dark and print without being drawn again.
const numbers = (digits) => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const one = numbers(1);
const two = numbers(2);

/** With its sign, a real minus, and none on zero. */
function signed(value, format = two) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const text = format.format(Math.abs(value));
  if (!/[1-9]/.test(text)) return text;
  return (value < 0 ? "−" : "+") + text;
}

/** As it is, with a real minus and no more decimals than it has. */
function plain(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  return (value < 0 ? "−" : "") + new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 }).format(Math.abs(value));
}

function type() {
  const style = getComputedStyle(document.body);
  return { family: style.fontFamily, size: parseFloat(style.fontSize), note: parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.75 };
}

const ink = "var(--ink)";
const soft = "var(--soft)";
const line = "var(--line)";
const edge = "var(--edge)";
const tone = (value) => (value < 0 ? "var(--down)" : "var(--up)");

function base(font, size) {
  return {
    animation: false,
    textStyle: { fontFamily: font.family, fontSize: font.size, color: ink },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: "var(--sheet)",
      borderColor: edge,
      borderWidth: 1,
      padding: 8,
      textStyle: { color: ink, fontFamily: font.family, fontSize: size ?? font.note },
      shadowBlur: 0,
      shadowOffsetX: 0,
      shadowOffsetY: 0,
      shadowColor: "transparent",
    },
  };
}

const cut = (text, room, size) => {
  const most = Math.max(4, Math.floor(room / size));
  return [...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text;
};

/** Room for names at the left: no more than 40 % of the figure. */
function nameRoom(items, width, size) {
  const longest = Math.max(...items.map((item) => [...item.name].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 1 : 0.55), 0)));
  return Math.min(longest * size + 8, width * 0.4);
}

/** Room beside the bars for a label on either side, in units of the axis. */
function labelMargin(lowest, highest, plot, size) {
  const label = 4 * size;
  return ((highest - lowest) * label) / Math.max(label, plot - 2 * label) || 1;
}

/** How many steps an axis of this length has room to name. */
const axisSteps = (length) => Math.max(2, Math.min(5, Math.floor(length / 64)));

const kinds = {
  /** Parts that start where the one above ended, down to the total: { items: [{name, value, href}], total: {name, value} }. */
  waterfall(data, font, width) {
    const steps = [];
    let at = 0;
    for (const item of data.items) {
      steps.push({ ...item, from: at, to: at + item.value });
      at += item.value;
    }
    steps.push({ ...data.total, from: 0, to: data.total.value, isTotal: true });
    const room = nameRoom(steps, width, font.size);
    const lowest = Math.min(0, ...steps.map((s) => Math.min(s.from, s.to)));
    const highest = Math.max(0, ...steps.map((s) => Math.max(s.from, s.to)));
    const margin = labelMargin(lowest, highest, width - room - 24, font.size);
    return {
      ...base(font),
      grid: { left: room + 8, right: 16, top: 8, bottom: 28 },
      xAxis: {
        type: "value",
        splitNumber: axisSteps(width - room),
        min: lowest < 0 ? lowest - margin : 0,
        max: highest + margin,
        axisLabel: { color: soft, fontSize: font.note, formatter: (v) => signed(v, one), hideOverlap: true, showMinLabel: false, showMaxLabel: false },
        splitLine: { lineStyle: { color: line } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: steps.map((s) => s.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: edge }, onZero: true },
        axisLabel: { color: ink, fontSize: font.size, formatter: (name) => cut(name, room, font.size), interval: 0, margin: 8 },
      },
      series: [{
        type: "custom",
        clip: false,
        encode: { x: [1, 2], y: 0 },
        data: steps.map((s, i) => ({ value: [i, s.from, s.to], href: s.href, step: s })),
        tooltip: { formatter: (p) => `${p.data.step.name}\n${signed(p.data.step.value)} ${data.unit}${p.data.step.note ? "\n" + p.data.step.note : ""}` },
        renderItem(params, api) {
          const i = api.value(0);
          const step = steps[i];
          const from = api.coord([step.from, i]);
          const to = api.coord([step.to, i]);
          const next = steps[i + 1];
          const height = Math.min(api.size([0, 1])[1] * 0.62, 28);
          const left = Math.min(from[0], to[0]);
          const wide = Math.max(Math.abs(to[0] - from[0]), 1);
          const rightwards = step.value >= 0;
          return {
            type: "group",
            children: [
              { type: "rect", shape: { x: left, y: from[1] - height / 2, width: wide, height }, style: { fill: step.isTotal ? ink : step.isRest ? "var(--flat)" : tone(step.value) } },
              { type: "text", style: { text: signed(step.value, step.isTotal ? one : two), x: rightwards ? left + wide + 5 : left - 5, y: from[1], fill: ink, textAlign: rightwards ? "left" : "right", textVerticalAlign: "middle", font: `${step.isTotal ? 600 : 400} ${font.size}px ${font.family}` } },
              ...(next ? [{ type: "line", shape: { x1: to[0], y1: from[1] + height / 2, x2: to[0], y2: from[1] + api.size([0, 1])[1] - height / 2 }, style: { stroke: edge, lineWidth: 1 } }] : []),
            ],
          };
        },
      }],
    };
  },

  /** Bars from zero, largest first: { items: [{name, value, href}], unit }. */
  bars(data, font, width) {
    const room = nameRoom(data.items, width, font.size);
    const values = data.items.map((i) => i.value);
    const lowest = Math.min(0, ...values);
    const highest = Math.max(0, ...values);
    const margin = labelMargin(lowest, highest, width - room - 24, font.size);
    return {
      ...base(font),
      grid: { left: room + 8, right: 16, top: 8, bottom: 28 },
      xAxis: { type: "value", splitNumber: axisSteps(width - room), min: lowest < 0 ? lowest - margin : 0, max: highest > 0 ? highest + margin : 0, axisLabel: { color: soft, fontSize: font.note, formatter: (v) => signed(v, one), hideOverlap: true, showMinLabel: false, showMaxLabel: false }, splitLine: { lineStyle: { color: line } } },
      yAxis: { type: "category", inverse: true, data: data.items.map((i) => i.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: ink, fontSize: font.size, interval: 0, formatter: (name) => cut(name, room, font.size) } },
      series: [{
        type: "bar",
        barMaxWidth: 24,
        data: data.items.map((i) => ({ value: i.value, href: i.href, itemStyle: { color: i.isRest ? "var(--flat)" : tone(i.value) }, label: { position: i.value < 0 ? "left" : "right" } })),
        label: { show: true, color: ink, fontSize: font.size, formatter: (p) => signed(p.value) },
        emphasis: { disabled: true },
        tooltip: { formatter: (p) => `${p.name}\n${signed(p.value)} ${data.unit}` },
      }],
    };
  },

  /** Lines over time, named at their ends: { labels, series: [{name, values, style}], unit }; plain figures have no sign. */
  trend(data, font, width) {
    const said = (value) => (data.plain ? plain(value) : signed(value, one));
    const styles = { strong: { color: "var(--accent)", width: 2.5, type: "solid" }, plain: { color: "var(--flat)", width: 1.5, type: "solid" }, dashed: { color: "var(--flat)", width: 1.5, type: "dashed" } };
    const room = Math.max(...data.series.map((s) => [...s.name].length)) * font.note + 56;
    const every = Math.ceil(data.labels.length / Math.max(3, Math.floor((width - room) / 72)));
    return {
      ...base(font),
      grid: { left: data.plain ? 64 : 44, right: room, top: 16, bottom: 28 },
      tooltip: { ...base(font).tooltip, trigger: "axis", axisPointer: { lineStyle: { color: edge } }, formatter: (ps) => [data.labels[ps[0].dataIndex], ...ps.map((p) => `${p.seriesName} ${said(p.value)}${data.unit}`)].join("\n") },
      xAxis: { type: "category", boundaryGap: false, data: data.labels, axisLine: { onZero: true, lineStyle: { color: edge } }, axisTick: { show: false }, axisLabel: { color: soft, fontSize: font.note, interval: (i) => (data.labels.length - 1 - i) % every === 0, showMaxLabel: true } },
      yAxis: { type: "value", axisLabel: { color: soft, fontSize: font.note, formatter: (v) => said(v) }, splitLine: { lineStyle: { color: line } } },
      series: data.series.map((s) => {
        const style = styles[s.style] ?? styles.plain;
        return {
          type: "line",
          name: s.name,
          data: s.values,
          symbol: "circle",
          symbolSize: 4,
          showSymbol: false,
          connectNulls: true,
          lineStyle: style,
          itemStyle: { color: style.color },
          emphasis: { disabled: true },
          endLabel: { show: true, color: style.color === "var(--flat)" ? soft : style.color, fontSize: font.note, formatter: (p) => `${s.name} ${said(p.value)}` },
          labelLayout: { moveOverlap: "shiftY" },
        };
      }),
    };
  },

  /** Regions by growth in steps: { outline, items: [{code, name, value, contribution, href}], unit, steps }. */
  async map(data, font, width, box) {
    const outline = await (await fetch(data.outline)).json();
    const byCode = new Map(data.items.map((item) => [item.code, item]));
    for (const feature of outline.features) feature.properties.name = String(feature.properties.code ?? feature.properties.adcode);
    window.echarts.registerMap(data.outline, outline);
    const namesOnly = width / font.note < 36; // no room for figures: the list beside has them
    return {
      ...base(font),
      visualMap: {
        type: "piecewise",
        left: 0,
        bottom: 0,
        itemGap: 2,
        itemWidth: 14,
        itemHeight: 14,
        itemSymbol: "rect",
        textStyle: { color: soft, fontSize: font.note },
        pieces: data.steps.map((step) => ({ ...(step.min === null ? {} : { gte: step.min }), ...(step.max === null ? {} : { lt: step.max }), label: step.label, color: `var(${step.token})` })),
        outOfRange: { color: "var(--sunk)" },
        selectedMode: false,
      },
      series: [{
        type: "map",
        map: data.outline,
        aspectScale: 0.68,
        layoutCenter: ["51%", "50%"],
        layoutSize: Math.min(box.clientWidth * 0.97, box.clientHeight * 1.12),
        roam: false,
        selectedMode: false,
        itemStyle: { borderColor: "var(--sheet)", borderWidth: 1, areaColor: "var(--sunk)" },
        emphasis: { disabled: true },
        label: { show: true, color: ink, fontSize: font.note, lineHeight: font.note * 1.25, formatter: (p) => { const item = byCode.get(p.name); return item ? (namesOnly ? item.stem : `${item.stem}\n${item.label ?? (item.value === null ? "–" : signed(item.value, one))}`) : ""; } },
        labelLayout: { hideOverlap: true },
        tooltip: { formatter: (p) => { const item = byCode.get(p.name); return item ? `${item.name}\n${item.note}` : ""; } },
        data: data.items.map((item) => ({ name: item.code, value: item.value ?? "-", href: item.href })),
      }],
    };
  },
};

async function draw(figure) {
  const box = figure.querySelector(".chart-canvas");
  const block = figure.querySelector("script[type='application/json']");
  if (!box || !block || box.clientWidth === 0) return;
  const data = JSON.parse(block.textContent);
  const option = await kinds[figure.dataset.chart](data, type(), box.clientWidth, box);
  let chart = window.echarts.getInstanceByDom(box);
  if (!chart) {
    chart = window.echarts.init(box, null, { renderer: "svg" });
    chart.on("click", (event) => { if (event.data?.href) window.location.assign(event.data.href); });
    resized.observe(box);
  }
  chart.resize();
  chart.setOption(option, true);
  box.classList.add("drawn");
}

const widths = new WeakMap();
const resized = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    const before = widths.get(target);
    widths.set(target, contentRect.width);
    if (before !== undefined && Math.abs(before - contentRect.width) > 1) draw(target.closest("figure"));
  }
});

function drawAll() {
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    if (!figure.querySelector(".drawn")) draw(figure);
  }
}

function redrawAll() {
  for (const figure of document.querySelectorAll("figure[data-chart]")) draw(figure);
}

drawAll();
document.addEventListener("htmx:afterSettle", drawAll);
document.addEventListener("htmx:beforeCleanupElement", (event) => {
  if (event.target.matches?.(".chart-canvas")) window.echarts.getInstanceByDom(event.target)?.dispose();
});
document.addEventListener("look:changed", redrawAll);
