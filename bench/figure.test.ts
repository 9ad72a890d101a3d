import { expect, test } from 'vitest';
import { floor, type Benchmark } from './benchmark.ts';
import { formatFigures, judge, type Measured } from './figure.ts';

const measured = (name: string, milliseconds: number, targets: Partial<Benchmark> = {}): Measured => ({
  benchmark: { name, program: () => ({ command: name, args: [] }), ...targets },
  ...{ command: name, milliseconds, megabytes: 100 },
});
const judged = (...list: readonly Measured[]) =>
  judge([measured(floor, 50), ...list])
    .slice(1)
    .flatMap(({ verdicts }) => verdicts);

test.each([
  ['a ratio that is kept', { targets: [{ times: 2, of: floor }] }, [{ text: '2.00 of 2x node', kept: true }]],
  [
    'a ratio that is missed',
    { targets: [{ times: 1.9, of: floor }] },
    [{ text: '2.00 of 1.9x node', kept: false }],
  ],
  ['a program that was not measured', { targets: [{ times: 1, of: 'peer' }] }, []],
  ['memory that is kept', { megabytes: 100 }, [{ text: '100.00 of 100 MB', kept: true }]],
  ['memory that is missed', { megabytes: 99 }, [{ text: '100.00 of 99 MB', kept: false }]],
])('%s', (_, targets, expected) => {
  expect(judged(measured('read', 100, targets))).toEqual(expected);
});

test('the table', () => {
  const slow = measured('read', 120, { targets: [{ times: 2, of: floor }] });
  expect(formatFigures(judge([measured(floor, 50), slow]))).toBe(
    [
      'BENCHMARK   MS    X NODE   PEAK MB   TARGETS',
      'node        50    1.00     100',
      'read        120   2.40     100       2.40 of 2x node MISSED',
    ].join('\n'),
  );
});
