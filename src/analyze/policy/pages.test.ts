import { describe, expect, test } from 'vitest';
import { analyzeExample } from '../testing/analyze-example.ts';
import { readRulePage } from '../testing/rule-page.ts';
import { policyRules } from './rules.ts';

describe.each(policyRules.map((rule) => [rule.slug, rule] as const))('the page of %s', (slug, rule) => {
  const page = readRulePage(slug);

  test('has the name, the code and the severity of the rule, and all sections', () => {
    expect(page).toMatchObject({
      title: `# ${slug}`,
      facts: `Code ${rule.code}, ${rule.severity}.`,
      headings: ['Reported', 'Not reported', 'What to do', 'When it is silent'],
    });
  });

  test('shows what is reported and what is not', async () => {
    const reports = async (text: string): Promise<boolean> =>
      (await analyzeExample({ text, words: [] })).findings.some((finding) => finding.rule === slug);
    for (const { text } of page.reported) expect([text, await reports(text)]).toEqual([text, true]);
    for (const { text } of [...page.mended, ...page.notReported])
      expect([text, await reports(text)]).toEqual([text, false]);
  });
});
