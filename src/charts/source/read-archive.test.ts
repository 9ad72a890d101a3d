import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packed, paxRecord, writeTar, type Entry } from '../testing/write-tar.ts';
import { readArchive } from './read-archive.ts';

const contents = (entries: readonly Entry[]): Record<string, string> =>
  Object.fromEntries(
    readArchive(packed(entries), 'a.tgz').map(({ name, read }) => [name, Buffer.from(read()).toString()]),
  );

const long = `chart/${'folder/'.repeat(40)}file.yaml`;

describe('what is in an archive', () => {
  const cases: readonly [string, readonly Entry[], Record<string, string>][] = [
    [
      'files, not folders',
      [
        { name: 'a/', type: '5' },
        { name: 'a/b', text: 'B' },
      ],
      { 'a/b': 'B' },
    ],
    [
      'empty files, and those of whole blocks',
      [{ name: 'a/e' }, { name: 'a/f', text: 'x'.repeat(1024) }],
      { 'a/e': '', 'a/f': 'x'.repeat(1024) },
    ],
    ['steps that stay where they are', [{ name: './a//./b', text: '1' }], { 'a/b': '1' }],
    ['names as Windows writes them', [{ name: 'a\\b.yaml', text: '1' }], { 'a/b.yaml': '1' }],
    [
      'long names of pax',
      [
        { name: 'x', type: 'x', text: paxRecord('path', long) },
        { name: 'short', text: '1' },
        { name: 'a', text: '2' },
      ],
      { [long]: '1', a: '2' },
    ],
    [
      'sizes of pax',
      [
        { name: 'x', type: 'x', text: paxRecord('size', '3') },
        { name: 'a', text: 'abc', size: 0 },
      ],
      { a: 'abc' },
    ],
    [
      'settings of pax for all',
      [
        { name: 'pax_global_header', type: 'g', text: paxRecord('comment', 'abc') },
        { name: 'a', text: '1' },
      ],
      { a: '1' },
    ],
    [
      'long names of GNU',
      [
        { name: '././@LongLink', type: 'L', text: `${long}\0` },
        { name: 'short', text: '1' },
      ],
      { [long]: '1' },
    ],
  ];
  test.each(cases)('%s', (_, entries, expected) => {
    expect(contents(entries)).toEqual(expected);
  });
});

describe('is refused', () => {
  const cases: readonly [string, readonly Entry[], string][] = [
    ['a name that leads upwards', [{ name: 'a/../../b' }], 'outside of the archive'],
    ['an absolute name', [{ name: '/etc/passwd' }], 'outside of the archive'],
    ['a name on a drive', [{ name: 'C:\\b' }], 'outside of the archive'],
    ['a name that is only dots', [{ name: './', text: '' }], 'outside of the archive'],
    ['a link', [{ name: 'a/link', type: '2' }], 'a.tgz: a/link is a link'],
    ['a device', [{ name: 'a/null', type: '3' }], 'is no plain file'],
    ['a file of more than 5 MiB', [{ name: 'a/b', text: 'x'.repeat(5 * 1024 * 1024 + 1) }], 'have at most 5'],
    ['a size beyond the end', [{ name: 'a/b', text: 'x', size: 9999 }], 'ends in the middle'],
    [
      'a size that is no number',
      [{ name: 'x', type: 'x', text: paxRecord('size', '-1') }, { name: 'a' }],
      'ends in the middle',
    ],
    [
      'too many files',
      Array.from({ length: 20_001 }, (_, i) => ({ name: `a/${i}` })),
      'more than 20000 files',
    ],
  ];
  test.each(cases)('%s', (_, entries, message) => {
    expect(() => contents(entries)).toThrow(message);
  });

  test.each([
    ['text', Buffer.from('no archive'), 'is no .tgz archive'],
    ['a packed text', gzipSync('x'.repeat(600)), 'is no tar archive'],
    ['an archive that is cut', packed([{ name: 'a', text: 'x' }]).subarray(0, 40), 'is no .tgz archive'],
    [
      'a damaged header',
      gzipSync(Buffer.from(writeTar([{ name: 'a' }])).fill('b', 0, 1)),
      'is no tar archive',
    ],
    ['more than 256 MiB', gzipSync(Buffer.alloc(257 * 1024 * 1024)), 'more than 256 MiB'],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, 'a.tgz')).toThrow(message);
  });
});
