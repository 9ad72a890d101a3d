import { defineRule } from '../../rule.ts';
import { expressionsOf } from './expressions.ts';

/** In a regular expression `.` stands for any character; in host names the dot itself is meant. */
export const unescapedDot = defineRule<{ regex: string; foreign: string }>({
  slug: 'regex/unescaped-dot',
  code: 'MSH0172',
  severity: 'warning',
  summary: 'Dots of host names are escaped in regular expressions.',
  hint: 'Write `\\.` for a dot.',
  kinds: ['VirtualService', 'HTTPRoute', 'GRPCRoute'],
  message: ({ foreign }) =>
    `\`.\` stands for any character, so a name with ${JSON.stringify(foreign)} in it fits as well`,
  check(mesh, report) {
    for (const { object, path, text, subject } of mesh.derive(expressionsOf)) {
      if (subject !== 'host' && subject !== 'origin') continue;
      const foreign = foreignPart(text);
      if (foreign !== undefined) report(object, path, { regex: text, foreign });
    }
  },
});

/** An escaped sign, a class, or a single character; in this order, so that dots in the first two are no bare ones. */
const token = /\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|[^]/g;

/** A part that fits at the first bare dot between a label and the next: `shopXexample`. */
function foreignPart(regex: string): string | undefined {
  const tokens = regex.match(token) ?? [];
  for (const [index, text] of tokens.entries()) {
    if (text !== '.' || !startsLabel(tokens, index + 1)) continue;
    const [before, after] = [
      letters(tokens.slice(0, index).reverse()).reverse(),
      letters(tokens.slice(index + 1)),
    ];
    return [...before, 'X', ...after].join('');
  }
  return undefined;
}

/** A dot that is repeated, or before anything but a letter, may be meant as a wildcard. */
const startsLabel = (tokens: readonly string[], index: number): boolean =>
  /^[A-Za-z]$/.test(tokens[index] ?? '') && !/^[*+?{]$/.test(tokens[index + 1] ?? '');

function letters(tokens: readonly string[]): string[] {
  const end = tokens.findIndex((text) => !/^[A-Za-z0-9-]$/.test(text));
  return end < 0 ? [...tokens] : tokens.slice(0, end);
}
