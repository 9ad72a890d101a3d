import { compareText } from '../../../compare-text.ts';
import type { HttpRoute } from '../../destinations.ts';

type Item<L> = L extends readonly (infer T)[] ? T : never;
export type HttpMatch = Item<NonNullable<HttpRoute['match']>>;
type Text = NonNullable<HttpMatch['uri']>;
type Texts = Readonly<Record<string, Text>>;

/**
 * Whether every request that fits `b` also fits `a`, as far as that is certain: regular expressions are compared as
 * text, and conditions of an unknown form hold for nothing. The gateways of the two are not looked at.
 */
export const covers = (a: HttpMatch, b: HttpMatch): boolean =>
  coversUri(a, b) &&
  coversText(a.scheme, b.scheme) &&
  coversText(a.method, b.method) &&
  coversText(a.authority, b.authority) &&
  coversTexts(a.headers, b.headers) &&
  coversTexts(a.queryParams, b.queryParams) &&
  shutsOut(b.withoutHeaders, a.withoutHeaders) &&
  coversSource(a, b);

function coversUri(a: HttpMatch, b: HttpMatch): boolean {
  // Every path begins with a slash.
  if (a.uri === undefined || (a.uri.prefix === '/' && formOf(a.uri) === 'prefix')) return true;
  if (a.ignoreUriCase !== true) return b.ignoreUriCase !== true && coversText(a.uri, b.uri);
  return b.uri !== undefined && coversText(lowered(a.uri), lowered(b.uri));
}

const lowered = (text: Text): Text =>
  formOf(text) === 'regex'
    ? text
    : Object.fromEntries(Object.entries(text).map(([form, value]) => [form, value.toLowerCase()]));

/** The one form that a condition has; undefined for none, several, or an empty text, which means different things. */
function formOf(text: Text): 'exact' | 'prefix' | 'regex' | undefined {
  const [form, ...more] = (['exact', 'prefix', 'regex'] as const).filter((name) => text[name] !== undefined);
  return form === undefined || more.length > 0 || text[form] === '' ? undefined : form;
}

function coversText(a: Text | undefined, b: Text | undefined): boolean {
  if (a === undefined) return true;
  return b !== undefined && (isSame(a, b) || coversForm(a, b));
}

const isSame = (a: Text, b: Text): boolean =>
  a.exact === b.exact && a.prefix === b.prefix && a.regex === b.regex;

function coversForm(a: Text, b: Text): boolean {
  const form = formOf(b);
  if (formOf(a) !== 'prefix' || form === undefined || form === 'regex') return false;
  return (b[form] ?? '').startsWith(a.prefix ?? '');
}

/** A condition without a form asks for no more than that there is a value. */
const coversTexts = (a: Texts = {}, b: Texts = {}): boolean =>
  Object.entries(a).every(([name, text]) => {
    const other = b[name];
    if (other === undefined) return false;
    return coversText(text, other) || (Object.keys(text).length === 0 && formOf(other) !== undefined);
  });

/** Whether `b` shuts out all that `a` shuts out. */
const shutsOut = (b: Texts = {}, a: Texts = {}): boolean =>
  Object.entries(a).every(([name, text]) => b[name] !== undefined && coversText(b[name], text));

const coversSource = (a: HttpMatch, b: HttpMatch): boolean =>
  (!a.port || a.port === b.port) &&
  (!a.sourceNamespace || a.sourceNamespace === b.sourceNamespace) &&
  Object.entries(a.sourceLabels ?? {}).every(([name, value]) => b.sourceLabels?.[name] === value);

/** Whether `validate` tells of the pair already: the same match twice, or a prefix after a shorter one. */
export function isToldByItself(a: HttpMatch, b: HttpMatch): boolean {
  if (sameBut(a, b, ['name'])) return true;
  const [short = '', long = ''] = [a.uri?.prefix, b.uri?.prefix];
  if (short === '' || short === long || !long.startsWith(short)) return false;
  return sameBut(withMethod(a), withMethod(b), passedOver);
}

/** Conditions that the comparison of prefixes does not look at. */
const passedOver = [
  ...['name', 'uri', 'scheme', 'sourceLabels', 'sourceNamespace', 'gateways', 'ignoreUriCase', 'statPrefix'],
];

/** To that comparison, no method means GET. */
const withMethod = (match: HttpMatch): HttpMatch => ({ ...match, method: match.method ?? { exact: 'GET' } });

function sameBut(a: HttpMatch, b: HttpMatch, names: readonly string[]): boolean {
  const text = (match: HttpMatch): string =>
    JSON.stringify(
      Object.entries(match)
        .filter(([name]) => !names.includes(name))
        .sort(([one], [other]) => compareText(one, other)),
    );
  return text(a) === text(b);
}
