import { describe, expect, test } from 'vitest';
import { analyzeExample } from '../testing/analyze-example.ts';
import { readRulePage } from '../testing/rule-page.ts';
import { policyRules } from './rules.ts';

test.each([
  [
    'a rule of validate',
    'schema/enum',
    [],
    'schema/enum finds nothing in this document: this comment is not needed',
  ],
  [
    'a rule that finds nothing',
    'IST0101',
    [],
    'IST0101 finds nothing in this document: this comment is not needed',
  ],
  ['a rule that did not run', 'IST0101', ['annotation/unknown'], undefined],
])('analyze knows %s', async (_, name, only, message) => {
  const text = `# meshctl-ignore[${name}]: why\napiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n`;
  const { findings } = await analyzeExample({ text, words: [] }, only.length === 0 ? {} : { only });
  expect(findings.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
});

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
