import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { sampleGroupObject } from '../testing/sample-vm.ts';
import { makeGroup } from './make-group.ts';
import { readVmGroup } from './read-group.ts';

describe('reading a group', () => {
  test.each<[string, JsonObject, object]>([
    [
      'an older version is read, too',
      { ...sampleGroupObject(), apiVersion: 'networking.istio.io/v1alpha3' },
      { name: 'web' },
    ],
    [
      'the version may be missing',
      { kind: 'WorkloadGroup', metadata: { name: 'a', namespace: 'b' } },
      { namespace: 'b' },
    ],
    [
      'a group without metadata for its entries has no labels',
      sampleGroupObject(),
      { labels: {}, ports: {} },
    ],
    [
      'labels of the template win',
      sampleGroupObject({ metadata: { labels: { a: '1', b: '1' } }, template: { labels: { b: '2' } } }),
      { labels: { a: '1', b: '2' }, overriddenLabels: ['b'] },
    ],
    [
      'no service account is the default one',
      sampleGroupObject({ template: {} }),
      { serviceAccount: 'default' },
    ],
  ])('%s', (_, object, expected) => {
    expect(readVmGroup(object, 'f')).toMatchObject(expected);
  });

  test.each<[string, JsonObject, RegExp]>([
    ['another kind', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } }, /f: the document is a Pod/],
    ['no kind', {}, /has no kind/],
    [
      'a kind of that name of others',
      { ...sampleGroupObject(), apiVersion: 'example.com/v1' },
      /example\.com\/v1/,
    ],
    [
      'a name of two lines',
      sampleGroupObject({}, { name: 'we\nb' }),
      /the name of the group, "we\\nb", is none/,
    ],
    ['a command for a name', sampleGroupObject({}, { name: '$(id)' }), /the name of the group/],
    [
      'a path for a namespace',
      sampleGroupObject({}, { namespace: '../kube-system' }),
      /the namespace of the group/,
    ],
    [
      'a path for a service account',
      sampleGroupObject({ template: { serviceAccount: '../x' } }),
      /the service account of the group/,
    ],
    ['a name that is too long', sampleGroupObject({}, { name: 'a'.repeat(64) }), /the name of the group/],
    ['no name', sampleGroupObject({}, { name: '' }), /no name/],
    ['no namespace', sampleGroupObject({}, { namespace: '' }), /no namespace/],
    [
      'a label that is a number',
      sampleGroupObject({ metadata: { labels: { v: 1 } } }),
      /labels\.v is no text/,
    ],
    [
      'a port that is a text',
      sampleGroupObject({ template: { ports: { http: '80' } } }),
      /port http is "80"/,
    ],
    ['a port that there is not', sampleGroupObject({ template: { ports: { http: 70000 } } }), /70000/],
    [
      'settings that are no YAML',
      sampleGroupObject({}, { annotations: { 'proxy.istio.io/config': 'a: [' } }),
      /annotation proxy\.istio\.io\/config/,
    ],
    [
      'settings of another type',
      sampleGroupObject({}, { annotations: { 'proxy.istio.io/config': 'proxyMetadata: {A: off}' } }),
      /proxyMetadata\.A/,
    ],
  ])('%s is refused', (_, object, message) => {
    expect(() => readVmGroup(object, 'f')).toThrow(message);
  });

  test('a namespace that is asked for counts where the group names none, and must fit where it does', () => {
    expect(readVmGroup(sampleGroupObject({}, { namespace: '' }), 'f', 'shop').namespace).toBe('shop');
    expect(readVmGroup(sampleGroupObject(), 'f', 'shop').namespace).toBe('shop');
    expect(() => readVmGroup(sampleGroupObject(), 'f', 'other')).toThrow(/"shop", not in "other"/);
  });
});

test('a new group leaves out what is empty, and keeps what is there', () => {
  expect(makeGroup({ name: 'a', namespace: 'b', weight: 0, labels: {}, network: '' })).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'WorkloadGroup',
    metadata: { name: 'a', namespace: 'b' },
    spec: { metadata: {}, template: { serviceAccount: 'default' } },
  });
  expect(
    makeGroup({ name: 'a', namespace: 'b', weight: 7, ports: { http: 80 }, serviceAccount: '' }),
  ).toMatchObject({
    spec: { template: { weight: 7, ports: { http: 80 } } },
  });
});
