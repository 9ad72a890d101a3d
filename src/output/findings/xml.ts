import { printable } from '../printable.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Text, which is escaped here, or the elements inside. */
  readonly content?: string | readonly XmlElement[];
}

/** A whole XML document, indented. */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, '')}`;
}

function render({ name, attributes, content = '' }: XmlElement, indent: string): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escape(printable(String(value)))}"`,
  );
  const start = `${indent}<${name}${list.join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === 'string') return `${start}>${textOf(content)}</${name}>\n`;
  const inner = content.map((element) => render(element, `${indent}  `)).join('');
  return `${start}>\n${inner}${indent}</${name}>\n`;
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
