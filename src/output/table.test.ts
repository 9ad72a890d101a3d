import { expect, test } from 'vitest';
import { table } from './table.ts';
import type { Column, TableOptions } from './table.ts';

interface Host {
  name: string;
  port: number;
}

const columns: Column<Host>[] = [
  { header: 'Host name', cell: ({ name }) => name },
  { header: 'port', cell: ({ port }) => String(port), align: 'right' },
  { header: 'note', cell: ({ port }) => (port === 80 ? 'plain' : '') },
];
const hosts: Host[] = [
  { name: 'reviews.shop.svc.cluster.local', port: 80 },
  { name: 'a', port: 15010 },
];

function lines(rows: Host[], options?: TableOptions, list = columns): string[] {
  return table(list, rows, options).split('\n');
}

test('columns are as wide as their cells, two blanks apart, without blanks at the end', () => {
  expect(lines(hosts)).toEqual([
    'HOST NAME                        PORT  NOTE',
    'reviews.shop.svc.cluster.local     80  plain',
    'a                               15010',
    '',
  ]);
});

test('without headers their width does not count', () => {
  expect(lines([{ name: 'a', port: 80 }], { headers: false })).toEqual(['a  80  plain', '']);
});

test('without rows the headers stand alone', () => {
  expect(lines([])).toEqual(['HOST NAME  PORT  NOTE', '']);
});

test.each([
  ['the widest column gives way', 30, 'reviews.shop....     80  plain'],
  ['no column gets too narrow to tell anything', 1, 'revie...     80  plain'],
  ['a row that fits is left alone', 44, 'reviews.shop.svc.cluster.local     80  plain'],
])('on a terminal %s', (_, width, row) => {
  expect(lines(hosts, { width })[1]).toBe(row);
});

test('wide characters keep the columns aligned', () => {
  expect(
    lines(
      [
        { name: '商店', port: 80 },
        { name: 'shop', port: 80 },
      ],
      { headers: false },
    ),
  ).toEqual(['商店  80  plain', 'shop  80  plain', '']);
});

test('cells cannot break out of their line', () => {
  expect(lines([{ name: 'a\nb\u001b[2J', port: 80 }], { headers: false })).toEqual([
    'a\\nb\\x1b[2J  80  plain',
    '',
  ]);
});

test('colours go around the text, not the blanks', () => {
  const painted = columns.map((column) => ({ ...column, style: (text: string) => `<${text}>` }));
  expect(lines(hosts, {}, painted).slice(1)).toEqual([
    '<reviews.shop.svc.cluster.local>     <80>  <plain>',
    '<a>                               <15010>',
    '',
  ]);
});
