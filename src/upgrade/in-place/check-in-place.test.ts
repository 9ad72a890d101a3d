import { describe, expect, test } from 'vitest';
import { planChange } from '../../changes/index.ts';
import type { InstallPlan } from '../../install/index.ts';
import { istiod } from '../../revision/testing.ts';
import { backupOf, checkInPlace } from './index.ts';

/** A plan that puts one istiod in the place of another; none was there without `from`. */
function planOf(from: string | undefined, to: string): InstallPlan {
  const live = from === undefined ? undefined : istiod('default', 1, from);
  const change = planChange({ group: 'Pilot', desired: istiod('default', 1, to), live });
  return {
    ...{ revision: 'default', version: to, namespace: 'istio-system', prune: [], notices: [] },
    stages: [{ name: 'Pilot', changes: [change], after: [] }],
  };
}

describe('in place', () => {
  test.each([
    ['a first control plane is no upgrade', undefined, '1.31.1'],
    ['the same version may be installed again', '1.31.1', '1.31.1'],
    ['a newer patch may take its place', '1.31.0', '1.31.1'],
    ['the next minor release may take its place', '1.30.2', '1.31.1'],
    ['a build that names no release may be replaced by anything', 'latest', '1.31.1'],
  ])('%s', (_, from, to) => {
    expect(() => {
      checkInPlace(planOf(from, to));
    }).not.toThrow();
  });

  test.each([
    [
      'two minor releases at once are refused, with the stop between',
      '1.29.1',
      '1.31.1',
      /1\.30\.\d+, then 1\.31\.1/,
    ],
    ['an older patch is refused, with the way back', '1.31.1', '1.31.0', /--restore/],
    ['an older minor release is refused, with the way back', '1.31.1', '1.30.2', /--restore/],
  ])('%s', (_, from, to, hint) => {
    expect(() => {
      checkInPlace(planOf(from, to));
    }).toThrow(expect.objectContaining({ code: 'usage', hint: expect.stringMatching(hint) as string }));
  });
});

test('a backup is named after the revision and the version that it is of', () => {
  const { name, objects } = backupOf(planOf('1.30.2', '1.31.1'));
  expect([name, objects.map(({ before }) => before?.kind)]).toEqual(['default-1-30-2', ['Deployment']]);
  expect(backupOf(planOf(undefined, '1.31.1')).objects.map(({ before }) => before)).toEqual([null]);
});
