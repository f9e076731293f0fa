// Draws the charts of a page: each place names where its data is, and a table with the same figures stands beside it.
(() => {
  const LIBRARY = "/_static/echarts/6.0.0/dist/echarts.min.js";
  const data = new Map();

  function library() {
    if (window.echarts) return Promise.resolve(window.echarts);
    if (!window.echartsComing) {
      window.echartsComing = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = LIBRARY;
        script.onload = () => resolve(window.echarts);
        script.onerror = reject;
        document.head.append(script);
      });
    }
    return window.echartsComing;
  }

  function load(address) {
    if (!data.has(address)) {
      data.set(address, fetch(address, { headers: { Accept: "application/json" } }).then((answer) => answer.json()));
    }
    return data.get(address);
  }

  function colours() {
    const style = getComputedStyle(document.documentElement);
    return {
      line: style.getPropertyValue("--tblr-primary").trim() || "#12525f",
      text: style.getPropertyValue("--ms-quiet").trim() || "#54606e",
      grid: style.getPropertyValue("--tblr-border-color").trim() || "#dce1e7",
    };
  }

  function axis(name, colour, extra) {
    return Object.assign({
      name, nameLocation: "middle", nameGap: 28,
      nameTextStyle: { color: colour.text }, axisLabel: { color: colour.text },
      splitLine: { lineStyle: { color: colour.grid } },
    }, extra);
  }

  function frame(colour) {
    return {
      aria: { enabled: false },
      animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => Number(value).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) },
      grid: { left: 76, right: 16, top: 16, bottom: 44 },
      color: [colour.line],
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    };
  }

  function curve(chart, colour) {
    const chinese = document.documentElement.lang.startsWith("zh");
    const percent = { formatter: chinese ? "{value}%" : "{value} %", color: colour.text };
    return Object.assign(frame(colour), {
      xAxis: axis(chart.x, colour, { type: "value", min: 0, max: 100, axisLabel: percent }),
      yAxis: axis("", colour, { type: "value", axisLabel: percent }),
      series: chart.lines.map((line) => ({
        name: line.name, type: "line", data: line.points, showSymbol: false, areaStyle: { opacity: 0.08 },
        markLine: {
          silent: true, symbol: "none", animation: false, data: [{ yAxis: chart.kind === "whale" ? 100 : 80 }],
          lineStyle: { color: colour.text, type: "dashed", width: 1 },
          label: { position: "insideEndBottom", formatter: percent.formatter.replace("value", "c"), color: colour.text },
        },
      })),
    });
  }

  // Bars, and a lighter one beside each for the days that it is compared with.
  function columns(chart, colour) {
    const before = chart.before && chart.before.length > 0
      ? [{ name: chart.beforeName, type: "bar", data: chart.before, itemStyle: { color: colour.text, opacity: 0.45 } }]
      : [];
    return { shown: [...before, { name: chart.y, type: "bar", data: chart.values }], legend: before.length > 0 };
  }

  function legend(colour, shown) {
    return shown ? { legend: { top: 0, right: 8, itemGap: 28, itemHeight: 10, textStyle: { color: colour.text, fontFamily: getComputedStyle(document.body).fontFamily } } } : {};
  }

  function short(colour) {
    const format = new Intl.NumberFormat(document.documentElement.lang, { notation: "compact", maximumFractionDigits: 1 });
    return { color: colour.text, formatter: (value) => format.format(value) };
  }

  function months(chart, colour) {
    const { shown, legend: named } = columns(chart, colour);
    return Object.assign(frame(colour), legend(colour, named), {
      grid: { left: 76, right: 16, top: named ? 32 : 16, bottom: 44 },
      xAxis: { type: "category", data: chart.categories, axisLabel: { color: colour.text } },
      yAxis: axis("", colour, { type: "value", axisLabel: short(colour) }),
      series: shown,
    });
  }

  function bars(chart, colour) {
    const { shown, legend: named } = columns(chart, colour);
    return Object.assign(frame(colour), legend(colour, named), {
      grid: { left: 8, right: 24, top: named ? 32 : 8, bottom: 8, containLabel: true },
      xAxis: axis("", colour, { type: "value", axisLabel: Object.assign(short(colour), { hideOverlap: true }) }),
      yAxis: { type: "category", inverse: true, data: chart.categories, axisLabel: { color: colour.text, width: 160, overflow: "truncate", interval: 0, fontSize: chart.categories.length > 14 ? 11 : 12 } },
      series: shown,
    });
  }

  // What happened as a line, and a dashed one for what was expected.
  function lines(chart, colour) {
    const line = (name, data, style) => ({ name, type: "line", data, showSymbol: false, lineStyle: style });
    return Object.assign(frame(colour), legend(colour, true), {
      grid: { left: 76, right: 16, top: 32, bottom: 44 },
      color: [colour.line, colour.text],
      xAxis: { type: "category", data: chart.categories, axisLabel: { color: colour.text } },
      yAxis: axis("", colour, { type: "value", axisLabel: short(colour) }),
      series: [line(chart.y, chart.values, { width: 2 }), line(chart.beforeName, chart.before, { width: 2, type: "dashed" })],
    });
  }

  // The gaps between purchases, the running one last, under the length after which one is late.
  function rhythm(chart, colour) {
    const { xAxis, yAxis } = months({ ...chart, before: [] }, colour);
    const limit = chart.before.length > 0
      ? [{ name: chart.beforeName, type: "line", data: chart.before, showSymbol: false, lineStyle: { type: "dashed", color: colour.text }, itemStyle: { color: colour.text } }]
      : [];
    return Object.assign(frame(colour), legend(colour, true), {
      grid: { left: 76, right: 16, top: 32, bottom: 44 }, xAxis, yAxis,
      series: [{ name: chart.y, type: "bar", data: chart.values }, ...limit],
    });
  }

  // A line through figures, each with the interval around it as an upright bar with caps.
  function range(chart, colour) {
    const whisker = (params, api) => {
      if (!Number.isFinite(api.value(1)) || !Number.isFinite(api.value(2))) return null;
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: colour.text, lineWidth: 1.5 } });
      return { type: "group", children: [line(x, low, x, high), line(x - 6, low, x + 6, low), line(x - 6, high, x + 6, high)] };
    };
    const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 });
    const said = (number) => (number === null ? "—" : format.format(number));
    const between = (i) => (chart.lows[i] === null ? "" : "\n" + chart.range + ": " + said(chart.lows[i]) + " – " + said(chart.highs[i]));
    return Object.assign(frame(colour), legend(colour, true), {
      tooltip: { trigger: "axis", renderMode: "richText", formatter: (found) => { const i = found[0].dataIndex; return chart.categories[i] + "\n" + chart.y + ": " + said(chart.values[i]) + between(i); } },
      grid: { left: 76, right: 16, top: 32, bottom: 44 },
      xAxis: { type: "category", data: chart.categories, axisLabel: { color: colour.text } },
      yAxis: axis("", colour, { type: "value", axisLabel: short(colour) }),
      series: [
        { name: chart.y, type: "line", data: chart.values, symbol: "circle", symbolSize: 8, lineStyle: { width: 2 } },
        { name: chart.range, type: "custom", renderItem: whisker, encode: { x: 0, y: [1, 2] }, itemStyle: { color: colour.text }, data: chart.lows.map((low, i) => [i, low, chart.highs[i]]) },
      ],
    });
  }

  // Bars that float from one level to the next. What lies below zero is stacked apart from what lies above. An axis
  // that starts past zero says so.
  function waterfall(chart, colour) {
    const part = (one, side) => {
      const [low, high] = one ? [Math.min(one.from, one.to), Math.max(one.from, one.to)] : [0, 0];
      return side > 0 ? [Math.max(0, low), Math.max(0, high)] : [Math.min(0, high), Math.min(0, low)];
    };
    const hidden = (side) => ({ type: "bar", stack: "fall", silent: true, itemStyle: { color: "transparent" }, tooltip: { show: false }, data: chart.bars.map((one) => part(one, side)[0]) });
    const shown = (side) => ({
      type: "bar", stack: "fall", name: chart.y,
      data: chart.bars.map((one) => { const [a, b] = part(one, side); return { value: b - a, itemStyle: { color: one && one.total ? colour.line : colour.text, opacity: one && one.total ? 1 : 0.6 } }; }),
    });
    const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 });
    const said = (one) => (one ? format.format(one.total ? one.to : one.to - one.from) : "—");
    return Object.assign(frame(colour), {
      tooltip: { trigger: "axis", renderMode: "richText", formatter: (found) => chart.categories[found[0].dataIndex] + ": " + said(chart.bars[found[0].dataIndex]) },
      grid: { left: 8, right: 24, top: 8, bottom: chart.note ? 28 : 8, containLabel: true },
      xAxis: axis(chart.note || "", colour, { type: "value", min: chart.start || null, axisLabel: Object.assign(short(colour), { hideOverlap: true }) }),
      yAxis: { type: "category", inverse: true, data: chart.categories, axisLabel: { color: colour.text, width: 150, overflow: "truncate", interval: 0 } },
      series: [hidden(1), shown(1), hidden(-1), shown(-1)],
    });
  }

  const KINDS = { months, bars, waterfall, pareto: curve, whale: curve, tracking: lines, steps: lines, rhythm, range };
  const drawings = new Map();

  function paint(place, renderer) {
    const { drawing, chart } = drawings.get(place);
    (renderer || drawing).setOption(KINDS[chart.kind](chart, colours()), true);
  }

  async function draw(place) {
    place.dataset.drawn = "true";
    const [echarts, charts] = await Promise.all([library(), load(place.dataset.chartSrc)]);
    const chart = charts.find((one) => one.kind === place.dataset.chartKind);
    if (!chart) return;
    const drawing = echarts.init(place, null, { renderer: "svg" });
    drawings.set(place, { drawing, chart });
    paint(place);
    new ResizeObserver(() => drawing.resize()).observe(place);
    const button = pictureButton(place);
    if (button) button.hidden = false;
  }

  function pictureButton(place) {
    const card = place.closest(".card");
    return card && card.querySelector("[data-chart-picture]");
  }

  // Drawn once more on a canvas, with its title above it, as the picture leaves the page: white, whatever the screen is.
  function picture(button) {
    const card = button.closest(".card");
    const place = card.querySelector("[data-chart-src]");
    const title = card.querySelector(".card-title").textContent.trim();
    const sheet = document.createElement("div");
    sheet.className = "chart-sheet";
    document.body.append(sheet);
    const drawing = window.echarts.init(sheet, null, { renderer: "canvas", width: 1200, height: 640 });
    lightly(true);
    paint(place, drawing);
    const ink = getComputedStyle(card).color;
    lightly(false);
    drawing.setOption({
      animation: false, backgroundColor: "#ffffff",
      title: { text: title, left: 16, top: 12, textStyle: { fontSize: 20, color: ink, width: 1160, overflow: "truncate" } },
      legend: { top: 48 }, grid: { top: 88 },
    });
    const link = document.createElement("a");
    link.href = drawing.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: "#ffffff" });
    link.download = title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80) + ".png";
    drawing.dispose();
    sheet.remove();
    link.click();
  }

  function lightly(begins) {
    const root = document.documentElement;
    if (begins) {
      root.dataset.screenTheme = root.dataset.bsTheme || "";
      root.dataset.bsTheme = "light";
    } else {
      root.dataset.bsTheme = root.dataset.screenTheme;
    }
  }

  // Paper is white and narrow, whatever the screen is.
  function forPaper(printing) {
    lightly(printing);
    drawings.forEach(({ drawing }, place) => {
      if (!place.isConnected) return;
      drawing.resize(printing ? { width: Math.min(place.clientWidth, 640) } : { width: "auto" });
      paint(place);
    });
  }

  function drawAll() {
    document.querySelectorAll("[data-chart-src]:not([data-drawn])").forEach((place) => draw(place).catch(() => place.remove()));
  }

  drawAll();
  if (!window.chartsFollow) {
    window.chartsFollow = true;
    document.addEventListener("htmx:load", drawAll);
    window.addEventListener("beforeprint", () => forPaper(true));
    window.addEventListener("afterprint", () => forPaper(false));
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-chart-picture]");
      if (button) picture(button);
    });
  }
})();
