import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { terminalPicture, type PictureSize } from './terminal-picture.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The rows below the prompt: plain text, and text with attributes in brackets. */
function rowsOf(output: string, size?: PictureSize): readonly string[] {
  return terminalPicture('a', output, size)
    .split('\n')
    .filter((line) => line.startsWith('<text'))
    .slice(1)
    .map((line) => parseFragment(line).childNodes.map(shown).join('').replaceAll('\u00a0', ' '));
}

function shown(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map(shown).join('');
  const attributes = node.attrs.map(({ name, value }) => `${name}=${value}`).join(' ');
  return node.nodeName === 'tspan' ? `[${attributes}: ${inner}]` : inner;
}

const esc = '\u001b[';

describe('what is drawn of a line', () => {
  test.each([
    ['a plain one', 'a line', 'a line'],
    ['what XML means something by', 'a <b> & "c" &amp;', 'a <b> & "c" &amp;'],
    ['several spaces', '  a   b', '  a   b'],
    ['a control character', 'a\u0007b', 'a\ufffdb'],
    ['a colour, and its end', `a ${esc}31mb${esc}39m c`, 'a [fill=#ff7b72: b] c'],
    ['a colour that follows another', `${esc}31ma${esc}32mb`, '[fill=#ff7b72: a][fill=#7ee787: b]'],
    [
      'a colour in bold, and each end',
      `${esc}1m${esc}33ma${esc}22mb${esc}39mc`,
      '[fill=#e3b341 font-weight=bold: a][fill=#e3b341: b]c',
    ],
    [
      'codes in one sequence, and the end of all',
      `${esc}1;36ma${esc}0mb`,
      '[fill=#76e3ea font-weight=bold: a]b',
    ],
    ['an end without a code', `${esc}2ma${esc}mb`, '[opacity=0.65: a]b'],
    ['a code that has no picture', `${esc}4ma${esc}24m`, 'a'],
  ])('%s', (_, line, drawn) => {
    expect(rowsOf(line)).toEqual([drawn]);
  });
});

describe('the size', () => {
  const widthOf = (output: string, size?: PictureSize): number =>
    Number(/width="(\d+)"/.exec(terminalPicture('a', output, size))?.[1]);

  test('characters of two cells count twice, codes do not', () => {
    expect(widthOf('漢字漢字')).toBe(widthOf('12345678'));
    expect(widthOf(`${esc}31m12345678${esc}39m`)).toBe(widthOf('12345678'));
    expect(widthOf('1234567')).toBeLessThan(widthOf('12345678'));
  });

  test.each([
    ['a line that just fits', '1234', '1234'],
    ['a longer one', '12345', '123[opacity=0.65: …]'],
    ['a character of two cells that does not fit', '12漢45', '12[opacity=0.65: …]'],
    ['a colour that goes on', `1${esc}31m2345${esc}39m`, '1[fill=#ff7b72: 23][opacity=0.65: …]'],
    ['a colour behind the end', `12345${esc}31m6${esc}39m`, '123[opacity=0.65: …]'],
  ])('%s is four cells wide at most', (_, line, drawn) => {
    expect(rowsOf(line, { columns: 4 })).toEqual([drawn]);
  });

  test('rows that are left out are counted, an end of the last line is none', () => {
    expect(rowsOf('1\n2\n3\n4\n', { rows: 2 })).toEqual(['1', '2', '[opacity=0.65: ... 2 more lines]']);
    expect(rowsOf('1\n2\n', { rows: 2 })).toEqual(['1', '2']);
  });
});

test('an empty line takes its room', () => {
  const places = [...terminalPicture('a', '1\n\n3').matchAll(/ y="(\d+)"/g)].map(([, y]) => Number(y));
  expect(places.slice(1).map((y) => y - (places[0] ?? 0))).toEqual([19, 57]);
});
