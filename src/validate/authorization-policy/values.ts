import { errorRule } from '../rule.ts';

export const emptyValue = errorRule({
  slug: 'authz/empty-value',
  summary: 'Lists of an authorization rule hold no empty texts.',
  message: ({ field }: { field: string }) => `\`${field}\` holds an empty text, which matches nothing`,
  hint: 'Remove the item, or write `*` for any value that is not empty.',
});

export const customUnsupportedField = errorRule({
  slug: 'authz/custom-unsupported-field',
  summary: 'A CUSTOM policy uses only what is known before the provider is asked.',
  message: ({ field }: { field: string }) => `\`${field}\` cannot be used with action CUSTOM`,
  hint: 'Select by paths, methods, hosts, ports or IP blocks.',
});
