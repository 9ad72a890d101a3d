import { describe, expect, test } from 'vitest';
import { globPattern } from './glob-pattern.ts';

describe('patterns of path.Match', () => {
  test.each([
    ['*.bak', 'a.bak', true],
    ['*.bak', 'a/b.bak', false],
    ['a/*/c', 'a/b/c', true],
    ['?.txt', 'é.txt', true],
    ['?.txt', '/.txt', false],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['a.b', 'axb', false],
    ['{a}', '{a}', true],
    ['(a)', '(a)', true],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(globPattern(pattern, { wide: false })?.(name)).toBe(expected);
  });
});

describe('patterns of files that templates ask for', () => {
  test.each([
    ['**', 'a/b/c', true],
    ['files/**.yaml', 'files/a/b.yaml', true],
    ['files/*.yaml', 'files/a/b.yaml', false],
    ['{a,b}/*.{yaml,yml}', 'b/c.yml', true],
    ['{a,b}/*.{yaml,yml}', 'c/c.yml', false],
    ['[!a]', 'b', true],
    ['[!a]', 'a', false],
    ['\\{a\\}', '{a}', true],
  ])('%s and %s: %s', (pattern, name, expected) => {
    expect(globPattern(pattern, { wide: true })?.(name)).toBe(expected);
  });
});

test.each(['[a', 'a\\', '{a', '[]'])('%s is no pattern', (pattern) => {
  expect(globPattern(pattern, { wide: true })).toBeUndefined();
});
