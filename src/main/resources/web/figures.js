// Draws each table that a chart names, by uPlot. Without this file the tables say the same.
"use strict";
(() => {
  const NUMBERS = new Intl.NumberFormat("vi-VN");
  const HEIGHT = 240;
  const day = (seconds) => {
    const [, month, date] = new Date(seconds * 1000).toISOString().slice(0, 10).split("-");
    return date + "/" + month;
  };

  const read = (table) => {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies[0].rows];
    return {
      days: rows.map((row) => Date.parse(row.querySelector("time").dateTime) / 1000),
      lines: heads.map((head, at) => ({
        label: head.textContent,
        kind: head.dataset.line,
        values: rows.map((row) => Number(row.cells[at + 1].textContent)),
      })),
    };
  };

  const draw = (chart) => {
    const { days, lines } = read(document.getElementById(chart.dataset.table));
    const style = getComputedStyle(chart);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = {
      stroke: colour("--quiet"),
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { stroke: colour("--line"), width: 1 },
      font: "13px " + style.fontFamily,
    };
    const dashes = { good: [], fair: [8, 5], bad: [2, 4] };
    return new uPlot(
      {
        width: chart.clientWidth,
        height: HEIGHT,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
        cursor: { drag: { x: false, y: false }, points: { size: 8 } },
        scales: { y: { range: (_, __, most) => [0, Math.max(4, Math.ceil(most * 1.1))] } },
        legend: { markers: { dash: (_, at) => ({ fair: "dashed", bad: "dotted" })[lines[at - 1]?.kind] ?? "solid" } },
        hooks: { ready: [(plot) => plot.setLegend({ idx: days.length - 1 })] },
        axes: [
          { ...axis, space: 60, values: (_, all) => all.map((each) => day(each)) },
          { ...axis, size: 60, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6],
            values: (_, all) => all.map((each) => NUMBERS.format(each)) },
        ],
        series: [
          { label: "Ngày", value: (_, each) => (each === null ? "" : day(each)) },
          ...lines.map((line) => ({
            label: line.label,
            stroke: colour("--" + line.kind),
            width: 2.5,
            dash: dashes[line.kind],
            points: { show: false },
            value: (_, each) => (each === null ? "" : NUMBERS.format(each)),
          })),
        ],
      },
      [days, ...lines.map((line) => line.values)],
      chart,
    );
  };

  const charts = new Map();
  const drawAll = () => {
    for (const chart of document.querySelectorAll(".chart")) {
      charts.get(chart)?.destroy();
      chart.hidden = false;
      charts.set(chart, draw(chart));
    }
  };
  document.fonts.ready.then(drawAll);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  addEventListener("resize", () =>
    charts.forEach((plot, chart) => plot.setSize({ width: chart.clientWidth, height: HEIGHT })));
})();
