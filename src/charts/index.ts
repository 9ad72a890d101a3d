/** Charts of Helm, found, read and rendered: https://helm.sh/docs/topics/charts/ */
export type { Chart } from './chart.ts';
export { findCharts, type FoundChart } from './load/find-charts.ts';
export { renderChart, type RenderedChart } from './render/render-chart.ts';
