/** Sum of `pilot_total_xds_rejects` in the metrics of an istiod: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function rejectsIn(text: string): number {
  const lines = text.matchAll(/^pilot_total_xds_rejects(?:\{[^}]*\})? ([0-9.e+]+)/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}
