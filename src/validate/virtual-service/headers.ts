import type { Static } from 'typebox';
import type { Headers, HeadersHeaderOperations } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { emptyHeaderName } from '../values/header-names.ts';

const reservedName = errorRule({
  slug: 'header/name-reserved',
  summary: 'Headers that belong to the protocol are not changed; of a request only `host` may be set.',
  message: ({ name, side }: { name: string; side: Side }) =>
    `${JSON.stringify(name)} is part of the protocol and cannot be changed in a ${side}`,
  hint: 'To change the host of a request, set `host` or use `rewrite.authority`.',
});

const invalidValue = errorRule({
  slug: 'header/value-invalid',
  summary: 'A header value has no control characters, and every `%` belongs to a command such as `%REQ(x)%`.',
  message: ({ value }: { value: string }) =>
    controls.test(value)
      ? `the value ${JSON.stringify(value)} holds a control character`
      : `the value ${JSON.stringify(value)} has a \`%\` that starts no complete command`,
  hint: 'Write `%%` for a percent sign.',
});

export const headerRules: readonly RuleInfo[] = [reservedName, invalidValue];

type Side = 'request' | 'response';
type Operations = Loose<Static<typeof HeadersHeaderOperations>>;

/** Checks which headers are set, added and removed on the way. */
export function checkHeaders(headers: Loose<Static<typeof Headers>>, path: Path, report: Report): void {
  const { request, response } = headers;
  if (request !== undefined) checkOperations(request, 'request', [...path, 'request'], report);
  if (response !== undefined) checkOperations(response, 'response', [...path, 'response'], report);
}

/** Whether a header is the host that a request is for. */
export const isAuthority = (name: string): boolean => {
  const lower = name.toLowerCase();
  return lower === 'host' || lower === ':authority';
};

function checkOperations(operations: Operations, side: Side, path: Path, report: Report): void {
  const { set = {}, add = {}, remove = [] } = operations;
  checkValues(set, side, [...path, 'set'], report);
  checkValues(add, side, [...path, 'add'], report);
  for (const [index, name] of remove.entries()) {
    if (name === '') report(emptyHeaderName, [...path, 'remove', index], {});
    else if (isReserved(name)) report(reservedName, [...path, 'remove', index], { name, side });
  }
}

function checkValues(values: Readonly<Record<string, string>>, side: Side, path: Path, report: Report): void {
  for (const [name, value] of Object.entries(values)) {
    if (name === '') report(emptyHeaderName, path, {}, [...path, name]);
    else if (isReserved(name) && !(side === 'request' && isAuthority(name))) {
      report(reservedName, path, { name, side }, [...path, name]);
    }
    if (!isHeaderValue(value)) report(invalidValue, [...path, name], { value });
  }
}

/** Whether Istio lets a header value pass; the names of its commands are not looked at. */
export const isHeaderValue = (value: string): boolean => !controls.test(value) && template.test(value);

const isReserved = (name: string): boolean => name.startsWith(':') || name.toLowerCase() === 'host';

// eslint-disable-next-line no-control-regex -- these are what it looks for
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/**
 * Envoy's format of header values: text, `%%`, and commands `%NAME%`, `%NAME(text)%` and `%NAME(["text", "text"])%`,
 * where a backslash in a text escapes the next character and blanks may stand around its parts.
 */
const template = ((): RegExp => {
  const text = '(?:[^\\\\)"]|\\\\[^])*';
  const start = '\\( *(?:[^ []|\\[ *")';
  const end = '(?:\\)|" *\\] *\\)) *';
  const args = `${start}${text}(?:" *, *"${text})*${end}`;
  return new RegExp(`^(?:[^%]|%[^%(]*(?:${args})?%)*$`);
})();
