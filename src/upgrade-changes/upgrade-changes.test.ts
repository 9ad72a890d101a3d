import { describe, expect, test } from 'vitest';
import { detect } from '../detect/index.ts';
import { exampleOf, wholeMesh } from '../detect/testing/example-of.ts';
import { allChanges } from './all-changes.ts';
import type { UpgradeChange } from './upgrade-change.ts';
import { upgradeChanges } from './upgrade-changes.ts';

const ids = (changes: readonly UpgradeChange[]): readonly string[] => changes.map(({ id }) => id);

describe('the records', () => {
  test('are 102, each with an id of its minor version', () => {
    expect(new Set(ids(allChanges)).size).toBe(102);
    expect(allChanges.filter(({ id, to }) => !id.startsWith(`${to}-`))).toEqual([]);
  });

  test('have something to look for where it can be found', () => {
    const empty = allChanges.filter(
      ({ detectability, detect: entries }) => detectability !== 'none' && entries.length === 0,
    );
    expect(empty).toEqual([]);
  });

  test.each(allChanges)('$id speaks in sentences', ({ change, action, note }) => {
    for (const text of [change, action, note])
      if (text !== undefined) expect(text).toMatch(/^[A-Za-z][^]*[^.]\.$|\)\.$/);
  });

  test.each(allChanges)('$id is judged over an empty mesh', ({ match = 'any', detect: entries }) => {
    const known = detect({ match, entries }, wholeMesh([]));
    expect(known).not.toMatchObject({ state: 'yes', evidence: [] });
    expect(detect({ match, entries }, { resources: [], complete: () => false }).state).toBe('unseen');
  });
});

const blind = new Set(['Script', 'Count', 'HelmRelease', 'HelmVersion']);
const rows = allChanges.flatMap(({ id, detectability, detect: entries }) =>
  entries
    .filter(({ kind }) => detectability !== 'none' && !blind.has(kind))
    .map((entry) => ({ id, entry, title: `${id}: ${entry.kind} ${entry.path} ${entry.predicate}` })),
);

describe('each thing to look for', () => {
  test.each(rows)('$title is found', ({ entry }) => {
    expect(detect({ entries: [entry] }, exampleOf(entry).yes)).toMatchObject({ state: 'yes' });
  });

  test.each(rows)('$title is missed by little', ({ entry }) => {
    expect(detect({ entries: [entry] }, exampleOf(entry).no)).toEqual({ state: 'no' });
  });
});

describe('a step', () => {
  test.each([
    ['1.23', '1.31', 102 - 8],
    ['1.30', '1.31', 16],
    ['1.22', '1.24', 20],
    ['1.31', '1.31', 1],
  ])('from %s to %s has its share', (from, to, count) => {
    expect(upgradeChanges({ from, to })).toHaveLength(count);
  });

  test.each([
    ['1.28.3', '1.28.4', ['1.29-debug-auth']],
    ['1.28.4', '1.28.4', []],
    ['1.29.1', '1.29.2', ['1.29-tlsroute-max', '1.30-retry-budget']],
    ['1.30.0', '1.30.2', []],
    ['1.31.0', '1.31.1', ['1.31-signing-key']],
  ])('from the patch %s to %s is not empty of what came early', (from, to, wanted) => {
    expect(ids(upgradeChanges({ from, to }))).toEqual(wanted);
  });

  test.each([
    ['1.29', '1.30.0', '1.30-ring-hash', true],
    ['1.29', '1.30.1', '1.30-ring-hash', false],
    ['1.29', '1.31', '1.30-registry', false],
    ['1.29', '1.30', '1.30-registry', true],
    ['1.28.4', '1.29', '1.29-debug-auth', false],
    ['1.28.3', '1.29', '1.29-debug-auth', true],
    ['1.24', '1.26', '1.25-ztunnel-names', false],
    ['1.28', '1.30', '1.29-tlsroute-max', false],
    ['1.30', '1.31.0', '1.31-signing-key', false],
    ['1.30', '1.31.0', '1.31-stats-interval', true],
    ['1.30', '1.31.1', '1.31-stats-interval', false],
  ])('from %s to %s: %s %s', (from, to, id, has) => {
    expect(ids(upgradeChanges({ from, to })).includes(id)).toBe(has);
  });

  test.each([
    ['1.31', '1.30'],
    ['1.31.1', '1.31.0'],
    ['1.30', 'latest'],
    ['2.0', '1.31'],
  ])('from %s to %s is refused', (from, to) => {
    expect(() => upgradeChanges({ from, to })).toThrow(/older than|no version of Istio/);
  });
});
