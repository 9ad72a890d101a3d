import { describe, expect, it } from 'vitest';
import { analyzeExample } from '../testing/analyze-example.ts';
import { readRulePage, type RulePage } from '../testing/rule-page.ts';
import { allRules } from './index.ts';

const headings = ['Reported', 'Not reported', 'What to do', 'When it is silent'];

describe.each(allRules.map((rule) => [rule.slug, rule] as const))('the page of %s', (slug, rule) => {
  // Read by the tests, so that a page that is missing fails those of its rule alone.
  const read = (): RulePage => readRulePage(slug);

  it('has the name, the code and the severity of the rule, and all sections', () => {
    const page = read();
    expect(page.title).toBe(`# ${slug}`);
    expect(page.facts).toBe(`Code ${rule.code}, ${rule.severity}.`);
    expect(page.headings).toEqual(headings);
  });

  it('shows at least two inputs that look wrong and are right, one line from one that is reported', () => {
    const page = read();
    expect(page.reported.length).toBeGreaterThanOrEqual(1);
    expect(page.mended.length).toBeGreaterThanOrEqual(2);
  });

  it('shows what is reported', async () => {
    const page = read();
    for (const example of page.reported) {
      const { findings } = await analyzeExample(example, { only: [slug] });
      expect(findings.map((finding) => finding.rule)).toContain(slug);
    }
  });

  it('shows what is not reported', async () => {
    const page = read();
    for (const example of [...page.mended, ...page.notReported]) {
      const { findings } = await analyzeExample(example, { only: [slug] });
      expect(findings.filter((finding) => finding.rule === slug)).toEqual([]);
    }
  });
});

it('gives every rule a name of its own', () => {
  const slugs = allRules.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
});
