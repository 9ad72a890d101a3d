import { printable } from '../printable.ts';

/** An XML element; `content` is a text (escaped here) or a list of elements, each on lines of its own. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly string[] = [],
): string {
  const start = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(printable(value))}"`)
    .join('')}`;
  if (content.length === 0) return `<${start}/>`;
  const inner = typeof content === 'string' ? textOf(content) : `\n${content.map(indent).join('\n')}\n`;
  return `<${start}>${inner}</${name}>`;
}

/** Lines stay lines; other control characters, which XML forbids, are spelt out. */
function textOf(content: string): string {
  return content
    .split('\n')
    .map((line) => escape(printable(line)))
    .join('\n');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** U+FFFE and U+FFFF are no characters of XML. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char).replace(/[\ufffe\uffff]/g, '\ufffd');
}

function indent(xml: string): string {
  return `  ${xml}`;
}
