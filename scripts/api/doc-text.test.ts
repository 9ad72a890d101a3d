import { expect, test } from 'vitest';
import { docText } from './doc-text.ts';
import { declarationIn } from './testing.ts';

test.each([
  ['a line', '/** Reads a row. */', 'Reads a row.'],
  ['several lines', '/**\n * Reads a row.\n *\n *     code\n */', 'Reads a row.\n\n    code'],
  ['no comment', '', ''],
  ['a comment that is no doc comment', '// Reads a row.', ''],
  ['the last of several', '/** The file. */\n\n/** Reads a row. */', 'Reads a row.'],
  ['a link', '/** As {@link b} does. */', 'As <b> does.'],
  [
    'tags',
    '/**\n * Reads.\n *\n * @param row - Which\n * one.\n * @returns Its text.\n * @throws {Oops} `input` if none.\n */',
    'Reads.\n\n`row`: Which\none.\n\nGives Its text.\n\nThrows `Oops` `input` if none.',
  ],
  [
    'tags in one line',
    '/** @throws {Oops} when none. @throws {Ouch} otherwise. */',
    'Throws `Oops` when none.\n\nThrows `Ouch` otherwise.',
  ],
])('%s', (_, comment, shown) => {
  const linked = (name: string): string => `<${name}>`;
  for (const code of ['export function a(): void {}', 'export const a = 1;', 'export interface a {}'])
    expect(docText(declarationIn(`${comment}\n${code}`, 'a'), linked)).toBe(shown);
});
