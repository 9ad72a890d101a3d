import { expect, test } from 'vitest';
import { range } from '../../../../testdata/output/sample-report.ts';
import type { Edit } from '../../../finding.ts';
import { repairedLines } from './repaired-lines.ts';

const edit = (where: string, text: string): Edit => ({ range: range(where), text });
const lines = ['spec:', '  mirorPercent: 20', '  timeout: 1s'];

test.each<[string, readonly Edit[], readonly string[] | undefined]>([
  ['one word', [edit('11:3-11:15', 'percent')], ['spec:', '  percent: 20', '  timeout: 1s']],
  [
    'several places of a line, in any order',
    [edit('11:17-11:19', '\n    value: 20'), edit('11:3-11:15', 'percentage')],
    ['spec:', '  percentage: ', '    value: 20', '  timeout: 1s'],
  ],
  ['a line that goes', [edit('11:1-12:1', '')], ['spec:', '  timeout: 1s']],
  [
    'a line that comes',
    [edit('12:1-12:1', '  a: b\n')],
    ['spec:', '  mirorPercent: 20', '  a: b', '  timeout: 1s'],
  ],
  ['the end of a line', [edit('10:6-10:6', ' {}')], ['spec: {}', '  mirorPercent: 20', '  timeout: 1s']],
  [
    'two insertions at one place, in their order',
    [edit('10:1-10:1', 'a'), edit('10:1-10:1', 'b')],
    ['abspec:', '  mirorPercent: 20', '  timeout: 1s'],
  ],
  ['nothing of a line above', [edit('9:1-10:1', '')], undefined],
  ['nothing of a line below', [edit('12:1-13:1', '')], undefined],
  ['nothing past the end of a line', [edit('10:7-10:8', '')], undefined],
  ['nothing where edits overlap', [edit('10:1-10:4', 'a'), edit('10:2-10:3', 'b')], undefined],
])('repairs %s', (_, edits, expected) => {
  expect(repairedLines(lines, 10, edits)).toEqual(expected);
});

test('without lines there is nothing to repair', () => {
  expect(repairedLines([], 10, [edit('10:1-10:2', 'a')])).toBeUndefined();
});
