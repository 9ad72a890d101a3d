import { printable } from '../printable.ts';

/** Text that is HTML already. Only this file makes it, so that nothing gets into a page without being escaped. */
export interface Markup {
  readonly markup: string;
}

/** What stands between two tags: HTML, or plain text that is escaped here. */
export type Content = Markup | string;

/** `undefined` leaves an attribute out, `true` gives it no value. */
export type Attributes = Readonly<Record<string, string | true | undefined>>;

const empty = new Set(['br', 'input', 'meta']);

/** An element; its name and those of its attributes are never data. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escape(printable(value ?? ''))}"`));
  const start = `<${name}${list.join('')}>`;
  return { markup: empty.has(name) ? start : `${start}${joined(...content).markup}</${name}>` };
}

/** Several pieces as one. */
export function joined(...content: readonly Content[]): Markup {
  return {
    markup: content
      .map((part) => (typeof part === 'string' ? escape(printable(part)) : part.markup))
      .join(''),
  };
}

/** Text that has been made printable before, piece by piece. */
export function drawn(text: string): Markup {
  return { markup: escape(text) };
}

/** The text of a style sheet or a script: constants of this program, which hold no tag. */
export function verbatim(constant: string): Markup {
  return { markup: constant };
}

/** Ends a line of the page, for those who read its source. */
export const newline: Markup = { markup: '\n' };

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Code points that are no characters are an error in HTML. */
function escape(text: string): string {
  return text
    .replace(/[&<>"']/g, (char) => entities[char] ?? char)
    .replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd');
}
