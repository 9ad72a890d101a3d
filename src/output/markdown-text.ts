import { printable } from './printable.ts';

const invisibleSpace = '\u200b';

/**
 * Plain text in Markdown, safe in a table cell: no markup, no HTML; `@name` notifies nobody and `#1` links nowhere,
 * since an invisible space stands after the sign.
 */
export function markdownText(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]~|$]/g, '\\$&')
    .replace(/[@#](?=\w)/g, `$&${invisibleSpace}`);
}

/** Text as inline code, safe in a table cell. */
export function markdownCode(text: string): string {
  const code = printable(text).replaceAll('|', '\\|');
  if (code.trim() === '') return '';
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || /^ .* $/.test(code) ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}
