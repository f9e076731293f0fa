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
      textStyle: { fontFamily: "inherit" },
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

  function months(chart, colour) {
    return Object.assign(frame(colour), {
      xAxis: { type: "category", data: chart.categories, axisLabel: { color: colour.text } },
      yAxis: axis("", colour, { type: "value" }),
      series: [{ name: chart.y, type: "bar", data: chart.values }],
    });
  }

  async function draw(place) {
    place.dataset.drawn = "true";
    const [echarts, charts] = await Promise.all([library(), load(place.dataset.chartSrc)]);
    const chart = charts.find((one) => one.kind === place.dataset.chartKind);
    if (!chart) return;
    const colour = colours();
    const drawing = echarts.init(place, null, { renderer: "svg" });
    drawing.setOption(chart.kind === "months" ? months(chart, colour) : curve(chart, colour));
    new ResizeObserver(() => drawing.resize()).observe(place);
  }

  function drawAll() {
    document.querySelectorAll("[data-chart-src]:not([data-drawn])").forEach((place) => draw(place).catch(() => place.remove()));
  }

  drawAll();
  if (!window.chartsFollow) {
    window.chartsFollow = true;
    document.addEventListener("htmx:load", drawAll);
  }
})();
