import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const invalidLabel = errorRule({
  slug: 'label/invalid',
  summary: 'Labels have the form that Kubernetes asks for.',
  message: ({ key, value, part }: { key: string; value: string; part: 'key' | 'value' }) =>
    part === 'key'
      ? `${JSON.stringify(key)} is not a label key`
      : `${JSON.stringify(value)} is not a value for the label ${key}`,
  hint: 'Letters and digits, with `-`, `_` and `.` inside; a key may start with a DNS name and a slash.',
});

export const labelRules: readonly RuleInfo[] = [invalidLabel];

const label = '[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?';
const name = '(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const keyForm = new RegExp(`^(${label}(?:\\.${label})*/)?(${name})$`);
const valueForm = new RegExp(`^(?:${name})?$`);

/** Reports label keys and values that Kubernetes would not take; the length of values is left to the API server. */
export function checkLabels(
  labels: Readonly<Record<string, string | undefined>>,
  path: Path,
  report: Report,
): void {
  for (const [key, value = ''] of Object.entries(labels)) {
    if (!isLabelKey(key)) report(invalidLabel, path, { key, value, part: 'key' }, [...path, key]);
    else if (!valueForm.test(value)) report(invalidLabel, [...path, key], { key, value, part: 'value' });
  }
}

function isLabelKey(key: string): boolean {
  const [, prefix = '', rest = ''] = keyForm.exec(key) ?? [];
  return rest !== '' && rest.length <= 63 && prefix.length <= 254;
}
