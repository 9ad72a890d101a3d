import { printValue } from '../print/print-value.ts';
import { sprintf } from '../print/sprintf.ts';
import type { GoValue } from '../values/go-value.ts';
import { goFunction } from '../values/go-function.ts';

/** `fmt.Sprint`: blanks only between values that are no texts. */
function sprint(values: readonly GoValue[]): string {
  let text = '';
  let wasText = true;
  for (const [i, value] of values.entries()) {
    const isText = typeof value === 'string';
    if (i > 0 && !isText && !wasText) text += ' ';
    text += printValue(value);
    wasText = isText;
  }
  return text;
}

/** The printing and escaping functions of https://pkg.go.dev/text/template#hdr-Functions */
export const printing = {
  print: goFunction(['...any'], (...values) => sprint(values)),
  printf: goFunction(['string', '...any'], (format, ...values) => sprintf(format, values)),
  println: goFunction(['...any'], (...values) => `${values.map(printValue).join(' ')}\n`),
  html: goFunction(['...any'], (...values) => escaped(values, /[\0"'&<>]/g, htmlEscapes)),
  js: goFunction(['...any'], (...values) => escapedForScript(sprintEscaped(values))),
  urlquery: goFunction(['...any'], (...values) => queryEscape(sprintEscaped(values))),
};

/** Escaping functions take what is not there for `<no value>`. */
const sprintEscaped = (values: readonly GoValue[]): string =>
  values.length === 1 && values[0] === null ? '<no value>' : sprint(values);

const htmlEscapes: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

const escaped = (
  values: readonly GoValue[],
  pattern: RegExp,
  escapes: Readonly<Record<string, string>>,
): string => sprintEscaped(values).replace(pattern, (each) => escapes[each] ?? each);

const scriptEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
};
const visible = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

function escapedForScript(text: string): string {
  return text.replace(/[\\'"<>&=\p{Cc}]|[^\0-\x7f]/gu, (each) => {
    const known = scriptEscapes[each];
    if (known !== undefined) return known;
    if (each > '\x7f' && visible.test(each)) return each;
    return `\\u${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** `url.QueryEscape`. */
const queryEscape = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
