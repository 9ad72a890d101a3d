import { expect, test } from 'vitest';
import { MeshctlError } from '../../src/errors.ts';
import { checkClock } from './check-clock.ts';

/** What is noted, or thrown, when the clock of the cluster is so many milliseconds ahead. */
function said(offset: number | undefined): readonly string[] | MeshctlError {
  const notes: string[] = [];
  try {
    checkClock({ note: (text) => void notes.push(text) }, { clockOffset: () => offset }, 600);
  } catch (error) {
    if (error instanceof MeshctlError) return error;
    throw error;
  }
  return notes;
}

test.each([undefined, 0, 30_000, -30_000])('nothing is said of %s milliseconds', (offset) => {
  expect(said(offset)).toEqual([]);
});

test('a clock that is somewhat off is worth a warning with a hint', () => {
  expect(said(90_000)).toEqual([
    'warning: the clock of this machine is 90 s behind that of the cluster',
    expect.stringContaining('hint: set the clock'),
  ]);
});

test('no token is asked for with a clock that is off by more than its life', () => {
  expect(said(-700_000)).toMatchObject({
    ...{ code: 'environment', reason: 'no token was asked for' },
    hint: expect.stringContaining('set the clock') as string,
  });
});
