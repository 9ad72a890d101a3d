import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding, reportOf, sampleReport } from '../../../testdata/output/sample-report.ts';
import { findingFormats } from '../index.ts';
import type { FindingFormat } from '../index.ts';

const names = Object.keys(findingFormats) as FindingFormat[];
const golden = (name: string): string => `../../../testdata/output/expected/${name}.txt`;

describe.each(names)('%s', (name) => {
  test('shows the sample as it did before', async () => {
    const format = await findingFormats[name]();
    await expect(format(sampleReport)).toMatchFileSnapshot(golden(name));
  });

  test('gives the same text whatever the order of findings', async () => {
    const format = await findingFormats[name]();
    const findings = sampleReport.findings.toReversed();
    expect(format({ ...sampleReport, findings })).toBe(format(sampleReport));
  });

  test('has nothing in it that steers a terminal or a CI system, whatever the names', async () => {
    const format = await findingFormats[name]();
    const nasty = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 1 }),
        fc.constantFrom(
          '\u001b[31m',
          '\u009b',
          '::error::',
          '##[group]',
          '##vso[x]',
          '\r',
          '\n',
          '\u2028',
          '\u202e',
          ']]>',
          '%',
          ',',
          '|',
          '`',
          '\ud800',
        ),
      ),
    });
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (message, hint, word, file) => {
        const resource = { apiVersion: 'v1', kind: word, name: word };
        const related = [{ message: hint, file, path: message, range: finding().range }];
        const one = finding({ message, hint, resource, file, path: word, related, args: { word } });
        const text = format(
          reportOf([one], { [file]: `${word}\n`.repeat(10) }, { resources: 1, skipped: { [word]: 1 } }),
        );
        expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e]/u);
        expect(text).not.toMatch(/##\w*\[/);
        if (name !== 'github') expect(text).not.toMatch(/^\s*::/m);
      }),
    );
  });

  test('ends with exactly one newline', async () => {
    const format = await findingFormats[name]();
    expect(format(sampleReport)).toMatch(/[^\n]\n$/);
  });
});

test.each([
  ['table', ''],
  ['log', ''],
  ['github', ''],
  ['gitlab', '[]\n'],
  ['markdown', '### meshctl: no findings in 0 files\n\n0 resources checked\n'],
  [
    'junit',
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="meshctl" tests="0" failures="0" errors="0"/>\n',
  ],
] as const)('%s says of a run without files and findings: %j', async (name, text) => {
  const format = await findingFormats[name]();
  expect(format(reportOf([]))).toBe(text);
});
