import { describe, expect, it } from 'vitest';
import type { LabelSelector } from '../kubernetes-shapes.ts';
import { matchesSelector, type LabelLookup } from './label-selector.ts';

const known: LabelLookup = (name) => ({ team: 'books', tier: 'front' })[name] ?? null;
const unknown: LabelLookup = (name) => (name === 'team' ? 'books' : undefined);
const expression = (key: string, operator: string, values: string[] = []): LabelSelector => ({
  matchExpressions: [{ key, operator, values }],
});

describe('a selector', () => {
  const table: readonly (readonly [string, LabelSelector, LabelLookup, boolean | undefined])[] = [
    ['that is empty matches', {}, known, true],
    ['matches by all of its labels', { matchLabels: { team: 'books', tier: 'front' } }, known, true],
    ['does not match when one label differs', { matchLabels: { team: 'books', tier: 'back' } }, known, false],
    ['does not match without the label', { matchLabels: { area: 'north' } }, known, false],
    ['takes one of several values', expression('team', 'In', ['games', 'books']), known, true],
    ['takes none of no values', expression('team', 'In'), known, false],
    ['refuses a value', expression('team', 'NotIn', ['books']), known, false],
    ['refuses nothing where there is no label', expression('area', 'NotIn', ['north']), known, true],
    ['asks for a label', expression('tier', 'Exists'), known, true],
    ['asks for no label', expression('area', 'DoesNotExist'), known, true],
    ['with an unknown operator does not match', expression('team', 'Like', ['b*']), known, false],
    ['stays open where labels are unknown', { matchLabels: { tier: 'front' } }, unknown, undefined],
    ['is decided by what is known', { matchLabels: { team: 'games', tier: 'front' } }, unknown, false],
  ];
  it.each(table)('%s', (_, selector, label, expected) => {
    expect(matchesSelector(selector, label)).toBe(expected);
  });
});
