/**
 * One line for the error of an Envoy: of a refused message, which Envoy repeats whole, its name and what was wrong.
 */
export function condensed(error: string): string {
  const lines = error
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const last = (lines.at(-1) ?? '').replace(/^:\s*/, '');
  if (!/^goo\.gle\/\S+$/.test(lines[0] ?? '')) return lines.join(' ');
  const name = /^(?:cluster_)?name: "(.*)"$/.exec(lines[1] ?? '')?.[1];
  return name === undefined ? last : `${name}: ${last}`;
}
