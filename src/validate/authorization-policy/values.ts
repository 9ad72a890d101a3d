import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const emptyValue = errorRule({
  slug: 'authz/empty-value',
  summary: 'Lists of an authorization rule hold no empty texts.',
  message: ({ field }: { field: string }) => `\`${field}\` holds an empty text, which matches nothing`,
  hint: 'Remove the item, or write `*` for any value that is not empty.',
});

/** What an external provider does not get to see. */
export const customUnsupportedField = errorRule({
  slug: 'authz/custom-unsupported-field',
  summary: 'A CUSTOM policy uses only what is known before the provider is asked.',
  message: ({ field }: { field: string }) => `\`${field}\` cannot be used with action CUSTOM`,
  hint: 'Select by paths, methods, hosts, ports or IP blocks.',
});

const port = errorRule({
  slug: 'authz/port',
  summary: 'Ports of an authorization rule are numbers from 0 to 65535, as text.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a port number`,
});

const serviceAccountFormat = errorRule({
  slug: 'authz/service-account-format',
  summary: 'A service account is `name` or `namespace/name`, without wildcards.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not \`name\` or \`namespace/name\``,
  hint: 'Name each account in full, in at most 320 characters; to match by pattern, use `principals`.',
});

const serviceAccountCount = errorRule({
  slug: 'authz/service-account-count',
  summary: 'A list of service accounts has at most 16 items.',
  message: ({ count }: { count: number }) => `the list has ${count} service accounts, more than 16`,
  hint: 'Spread them over several items of `from`, or match by `principals`.',
});

export const authorizationValueRules: readonly RuleInfo[] = [
  ...[emptyValue, customUnsupportedField, port, serviceAccountFormat, serviceAccountCount],
];

/** Checks the values of a list; empty ones are not its business. */
export type ListCheck = (values: readonly string[], path: Path, report: Report) => void;

/** Reports empty texts in the list called `field`: they match nothing, whatever the field. */
export function checkNotEmpty(field: string, values: readonly string[], path: Path, report: Report): void {
  for (const [index, value] of values.entries()) {
    if (value === '') report(emptyValue, [...path, index], { field });
  }
}

/** Turns the check of one value into the check of a list of them. */
export function each(check: (value: string, path: Path, report: Report) => void): ListCheck {
  return (values, path, report) => {
    for (const [index, value] of values.entries()) {
      if (value !== '') check(value, [...path, index], report);
    }
  };
}

/** Reports what is no decimal port number; 0 passes. */
export const checkPorts = each((value, path, report) => {
  if (!/^\d+$/.test(value) || Number(value) > 65535) report(port, path, { value });
});

/** Reports too many service accounts, and those that are not `name` or `namespace/name`. */
export const checkServiceAccounts: ListCheck = (values, path, report) => {
  if (values.length > 16) report(serviceAccountCount, path, { count: values.length });
  checkAccountFormat(values, path, report);
};

const checkAccountFormat = each((value, path, report) => {
  if (!account.test(value) || Buffer.byteLength(value) > 320) report(serviceAccountFormat, path, { value });
});

const account = /^[^*/]+(?:\/[^*/]+)?$/;
