import { expect, test } from 'vitest';
import { twoRevisions, namespace, pod, injector } from '../../src/revision/testing.ts';
import { run } from '../testing/run.ts';

const objects = [
  ...twoRevisions,
  namespace('shop', { 'istio.io/rev': 'prod' }),
  namespace('lost', { 'istio.io/rev': 'old' }),
  pod('shop/a', 'default'),
];
const stdin = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
const revision = (...words: readonly string[]) => run(['revision', ...words, '--from', '-'], { stdin });

test('list has a line for each control plane, and problems below', async () => {
  const { code, out } = await revision('list');
  expect([code, out]).toEqual([
    0,
    [
      'REVISION           TAGS     VERSION  READY  NAMESPACES  PODS              PROXIES  GATEWAYS',
      'canary             prod     1.31.1   1/1    1           0                 -        0',
      'default (default)  default  1.31.1   1/1    0           1 (1 to restart)  -        0',
      '',
      'unknown-revision: namespace lost has istio.io/rev=old, which is neither a revision nor a tag: nobody injects its pods',
      '',
    ].join('\n'),
  ]);
});

test('list is there for programs', async () => {
  const { out } = await revision('list', '-o', 'json');
  expect(JSON.parse(out)).toMatchObject({
    kind: 'RevisionList',
    defaultRevision: 'default',
    revisions: [{ name: 'canary' }, { name: 'default' }],
    problems: [{ code: 'unknown-revision', object: { kind: 'Namespace', name: 'lost' } }],
  });
});

test.each([
  ['mermaid', 'flowchart LR\n'],
  ['dot', 'digraph revisions {\n'],
])('list draws a graph for %s', async (language, start) => {
  expect((await revision('list', '--graph', language)).out.startsWith(start)).toBe(true);
});

test('nothing is no error', async () => {
  const { code, out, err } = await run(['revision', 'list', '--from', '-'], {
    stdin: JSON.stringify(namespace('a')),
  });
  expect([code, out]).toEqual([0, '']);
  expect(err).toContain('no control plane');
});

test.each(['canary', 'prod'])('describe shows a control plane in full: %s', async (name) => {
  const { code, out } = await revision('describe', name);
  expect([code, out]).toEqual([
    0,
    [
      'Revision:  canary',
      'Tags:      prod',
      'Istiods:',
      '  istio-system/istiod-canary  1.31.1  1/1 ready',
      'Webhooks:',
      '  istio-sidecar-injector-canary -> istiod-canary.istio-system:443/inject  injects (Fail)',
      '  istio-revision-tag-prod -> istiod-canary.istio-system:443/inject  injects (Fail)',
      'Namespaces:',
      '  shop  istio.io/rev=prod (tag prod)  1 pod, 1 to restart',
      'Pods:      0',
      'Proxies:   not asked',
      'Gateways: none',
      '',
    ].join('\n'),
  ]);
});

test('describe shows every control plane, and roles', async () => {
  const { out } = await revision('describe');
  expect(out).toContain('Revision:  default (injects by default, validates by default)');
  expect(out).toContain('Pods:      1 (1 of 1.31.0); 1 would come back with another control plane');
  expect(out).toContain('istio-sidecar-injector -> istiod.istio-system:443/inject  called for nothing');
});

test('describe is there for programs', async () => {
  const { out } = await revision('describe', 'prod', '-o', 'json');
  expect(JSON.parse(out)).toMatchObject({ kind: 'RevisionDescription', revisions: [{ name: 'canary' }] });
});

test('an unknown name is an error', async () => {
  const { code, err } = await revision('describe', 'old');
  expect([code, err]).toEqual([2, expect.stringContaining('known are canary, default')]);
});

test('an injector without a certificate is told', async () => {
  const { out } = await run(['revision', 'describe', '--from', '-'], {
    stdin: JSON.stringify(injector('a', { caBundle: '' })),
  });
  expect(out).toContain('injects (Fail), no certificate');
});
