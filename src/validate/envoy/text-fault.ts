import type { EnvoyRules } from '../../api/envoy/index.ts';

/** What Envoy's load-time rules find wrong with a text. */
export function textFault(rules: EnvoyRules, text: string): string | undefined {
  return lengthFault(rules, text) ?? formFault(rules, text);
}

function lengthFault(
  { minLen = 0, maxLen = Infinity, maxBytes = Infinity }: EnvoyRules,
  text: string,
): string | undefined {
  const length = Array.from(text).length;
  if (length < minLen) return minLen === 1 ? 'must not be empty' : `needs at least ${minLen} characters`;
  if (length > maxLen) return `has more than ${maxLen} characters`;
  return Buffer.byteLength(text) > maxBytes ? `has more than ${maxBytes} bytes` : undefined;
}

function formFault(rules: EnvoyRules, text: string): string | undefined {
  const { prefix = '', suffix = '' } = rules;
  if (!text.startsWith(prefix)) return `must start with ${prefix}`;
  return text.endsWith(suffix) ? contentFault(rules, text) : `must end with ${suffix}`;
}

function contentFault(rules: EnvoyRules, text: string): string | undefined {
  const { pattern, header } = rules;
  if (rules.in !== undefined && !rules.in.includes(text)) return `can only be ${quoted(rules.in)}`;
  if (pattern !== undefined && !regexOf(pattern).test(text)) return `must match ${pattern}`;
  return header === undefined || headerForms[header].test(text) ? undefined : headerFaults[header];
}

const quoted = (values: readonly string[]): string => values.map((value) => JSON.stringify(value)).join(', ');

const compiled = new Map<string, RegExp>();

function regexOf(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const regex = new RegExp(pattern, 's');
  compiled.set(pattern, regex);
  return regex;
}

// As protoc-gen-validate defines them.
const headerForms = {
  HTTP_HEADER_NAME: /^:?[0-9a-zA-Z!#$%&'*+-.^_|~`]+$/,
  // eslint-disable-next-line no-control-regex
  HTTP_HEADER_VALUE: /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/,
  // eslint-disable-next-line no-control-regex
  LOOSE: /^[^\u0000\n\r]*$/,
} as const;

const headerFaults = {
  HTTP_HEADER_NAME: 'is not the name of an HTTP header',
  HTTP_HEADER_VALUE: 'holds control characters',
  LOOSE: 'holds a line break or NUL',
} as const;
