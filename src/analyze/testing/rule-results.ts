import { analyzeExample } from './analyze-example.ts';

/** What one rule says of a YAML text: `severity object path`, in the order of places. */
export async function ruleResults(
  slug: string,
  text: string,
  ...words: string[]
): Promise<readonly string[]> {
  const { findings } = await analyzeExample({ text, words }, { only: [slug], channel: 'experimental' });
  return findings
    .filter(({ rule }) => rule === slug)
    .map(({ severity, resource, path }) => `${severity} ${resource.kind}/${resource.name} ${path}`);
}
