import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { docText } from './doc-text.ts';
import { reference } from './reference.ts';

const { entries } = reference(fileURLToPath(new URL('../..', import.meta.url)));

test('what the library exports is explained where it is declared, the kinds aside', () => {
  const silent = entries
    .filter(({ page, section }) => page !== 'kinds' && section !== 'Other types')
    .filter(({ meaning }) => meaning.declarations.every((each) => docText(each, String) === ''));
  expect(silent.map(({ name, meaning }) => `${name}, in ${meaning.file}`)).toEqual([]);
});

test('no two entries of a page have the same anchor', () => {
  const places = entries.map(({ page, anchor }) => `${page}#${anchor}`);
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
});
