import { expect, test } from 'vitest';
import { matchesPath } from './path-pattern.ts';

test.each([
  ['a file', 'mesh/a.yaml', 'mesh/a.yaml', true],
  ['another file', 'mesh/a.yaml', 'mesh/b.yaml', false],
  ['a folder means all below it', 'mesh', 'mesh/east/a.yaml', true],
  ['a slash at its end changes nothing', './mesh/', 'mesh/east/a.yaml', true],
  ['a folder of that name elsewhere is another', 'mesh', 'old/mesh/a.yaml', false],
  ['a name that only begins the same is another', 'mesh', 'mesh-old/a.yaml', false],
  ['a star stays within a name', 'mesh/*.yaml', 'mesh/east/a.yaml', false],
  ['a star takes any name', '*/a.yaml', 'mesh/a.yaml', true],
  ['two stars take folders', '**/a.yaml', 'mesh/east/a.yaml', true],
  ['two stars take no folder too', '**/a.yaml', 'a.yaml', true],
  ['two stars between', 'mesh/**/a.yaml', 'mesh/a.yaml', true],
  ['two stars at the end', 'mesh/**', 'mesh/east/a.yaml', true],
  ['two stars at the end mean what is below, not the thing itself', 'mesh/**', 'mesh', false],
  ['a hidden folder is a folder', '**/*.yaml', '.github/a.yaml', true],
  ['either of two', '{mesh,old}/*.{yaml,yml}', 'old/a.yml', true],
  ['neither of two', '{mesh,old}/*', 'new/a.yml', false],
  ['outside of the folder of the settings', '../other/*', '../other/a.yaml', true],
  ['a pattern inside of it does not reach outside', 'other', '../other/a.yaml', false],
  ['the folder after two stars is looked for again', '**/a/b', 'a/c/a/b/d.yaml', true],
  ['a folder after two stars that is not there', '**/a/b', 'a/c/b/a', false],
  ['many stars in vain', '**/a/'.repeat(30) + 'b', 'a/'.repeat(200) + 'c', false],
  ['braces in braces', '{a,b{c,d}}/*', 'bd/a.yaml', true],
])('%s', (_, pattern, path, matches) => {
  expect(matchesPath(pattern, path)).toBe(matches);
});

test('refuses braces that stand for too much', () => {
  expect(() => matchesPath('{a,b}'.repeat(40), 'a')).toThrow('stands for more than 1000 patterns');
});
