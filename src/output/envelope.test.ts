import { expect, test } from 'vitest';
import { jsonText, toJson } from './envelope.ts';

test('a document has apiVersion and kind first, then its body as given', () => {
  expect(toJson('FindingList', { b: 1, a: [] })).toBe(
    '{\n  "apiVersion": "meshctl.dev/v1",\n  "kind": "FindingList",\n  "b": 1,\n  "a": []\n}\n',
  );
});

test('a text that would steer a terminal keeps its value', () => {
  const body = { name: '\u009b31m##[error]\u202e\u001b\u2028' };
  const json = jsonText(body);
  expect(json).toBe('{\n  "name": "\\u009b31m#\\u0023[error]\\u202e\\u001b\\u2028"\n}\n');
  expect(JSON.parse(json)).toEqual(body);
});
