import { expect, test } from 'vitest';
import type { Finding } from '../finding.ts';
import { readText } from '../resources/index.ts';
import { FrameSource } from './frame-source.ts';
import { readFindings } from './to-finding.ts';

const { documents } = readText('a: 1\n---\nb: 2\nb: 3\n---\nc: 4\n', 'a.yaml');
const [, broken] = documents;

test('lines come from the document of the finding that starts among them', () => {
  const frames = new FrameSource();
  const [finding] = broken === undefined ? [] : readFindings(broken);
  if (broken === undefined || finding === undefined) throw new Error('the document has no problem');
  frames.add(finding, broken);
  frames.add(otherFile(finding), broken);
  const { line } = finding.range.start;
  expect(frames.lines('a.yaml', line - 1, line)).toEqual(['b: 2', 'b: 3']);
  expect(frames.lines('a.yaml', line, line + 2)).toEqual(['b: 3', '---', 'c: 4']);
  expect(frames.lines('a.yaml', 1, line - 1)).toEqual([]);
  expect(frames.lines('b.yaml', line, line)).toEqual(['b: 3']);
  expect(frames.lines('c.yaml', line, line)).toEqual([]);
});

test('lines around a related place come from the document that it was added with', () => {
  const [first, , last] = documents;
  if (first === undefined || last === undefined) throw new Error('a document is missing');
  const frames = new FrameSource();
  frames.add({ file: 'a.yaml', range: first.locate(['a']).value }, first);
  frames.add({ file: 'a.yaml', range: last.locate(['c']).value }, last);
  expect(frames.lines('a.yaml', 6, 6)).toEqual(['c: 4']);
  expect(frames.lines('a.yaml', 1, 2)).toEqual(['a: 1', '---']);
  expect(frames.lines('a.yaml', 3, 3)).toEqual([]);
});

const otherFile = (finding: Finding): Finding => ({ ...finding, file: 'b.yaml' });
