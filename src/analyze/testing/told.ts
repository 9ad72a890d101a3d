import type { AnalysisRule } from '../rule.ts';
import { analyzeExample } from './analyze-example.ts';

/**
 * What rules say of objects, sorted: `name severity object path +1` for a finding with one related place, where the name
 * of the rule is without its topic; `name undecided 2` for two objects that it cannot judge. `words` as in the fences of
 * pages; each object is YAML text.
 */
export async function told(
  rules: readonly AnalysisRule[],
  words: string,
  objects: readonly string[],
): Promise<string[]> {
  const only = rules.map(({ slug }) => slug);
  const text = objects.join('\n---\n');
  const { findings, undecided } = await analyzeExample({ text, words: words.split(' ') }, { only });
  return [
    ...findings.map(({ rule, severity, resource: { name }, path, related: { length } }) =>
      [rule, severity, name, path, ...(length > 0 ? [`+${length}`] : [])].join(' '),
    ),
    ...undecided.map(({ rule, objects: count }) => `${rule} undecided ${count}`),
  ]
    .map((line) => line.slice(line.indexOf('/') + 1))
    .sort();
}
