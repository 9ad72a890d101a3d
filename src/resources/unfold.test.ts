import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

function resources(text: string) {
  return readText(text, 'x.yaml').resources.map(({ base, apiVersion, kind, name, namespace, document }) => {
    return { base, apiVersion, kind, name, namespace, index: document.index };
  });
}

const item = { apiVersion: 'v1', kind: 'Service', name: 'a', namespace: undefined, index: 0 };

describe('resources of documents', () => {
  it.each<[string, string, object[]]>([
    [
      'an object',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: b}\n',
      [{ ...item, base: [], namespace: 'b' }],
    ],
    ['an object without metadata', 'apiVersion: v1\nkind: Service\n', [{ ...item, base: [], name: '' }]],
    [
      'an object whose names are no text',
      'apiVersion: v1\nkind: Service\nmetadata: {name: 1, namespace: [b]}\n',
      [{ ...item, base: [], name: '' }],
    ],
    ['no apiVersion', 'kind: Service\n', []],
    ['no kind', 'apiVersion: v1\n', []],
    ['a kind that is no text', 'apiVersion: v1\nkind: 1\n', []],
    [
      'a List',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: a}}\n- {apiVersion: v1, kind: Pod}\n',
      [
        { ...item, base: ['items', 0] },
        { ...item, base: ['items', 1], kind: 'Pod', name: '' },
      ],
    ],
    [
      'a List in a List',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items: [{apiVersion: v1, kind: Service, metadata: {name: a}}]\n',
      [{ ...item, base: ['items', 0, 'items', 0] }],
    ],
    [
      'a typed list, whose items need no kind',
      'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: a}\n- {kind: Pod, apiVersion: v2}\n',
      [
        { ...item, base: ['items', 0] },
        { ...item, base: ['items', 1], kind: 'Pod', apiVersion: 'v2', name: '' },
      ],
    ],
    [
      'items of a List that are no objects',
      'apiVersion: v1\nkind: List\nitems: [1, null, {kind: Pod}]\n',
      [],
    ],
    ['an empty List', 'apiVersion: v1\nkind: List\nitems: []\n', []],
    [
      'a kind that only ends like a list',
      'apiVersion: v1\nkind: AllowList\nmetadata: {name: a}\n',
      [{ ...item, base: [], kind: 'AllowList' }],
    ],
  ])('%s', (_name, text, expected) => {
    expect(resources(text)).toEqual(expected);
  });

  it('know their document', () => {
    const text =
      '---\napiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Service}]\n';
    expect(resources(text).map(({ index, kind }) => [index, kind])).toEqual([
      [0, 'Pod'],
      [1, 'Service'],
    ]);
  });
});
