import { Readable } from 'node:stream';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/json.ts';
import type { ServedKind } from '../src/kube/index.ts';
import { kubeconfigText } from '../src/kube/testing/connect-to.ts';
import { fakeApi } from '../src/kube/testing/fake-api.ts';
import { namespaces as namespaceKind, services } from '../src/kube/testing/kinds.ts';
import { confirm } from './confirm.ts';
import { bareIo, run, type Surroundings } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const admission = { group: 'admissionregistration.k8s.io', version: 'v1', namespaced: false } as const;
const kinds: readonly ServedKind[] = [
  services,
  namespaceKind,
  { ...admission, kind: 'MutatingWebhookConfiguration', resource: 'mutatingwebhookconfigurations' },
];
const path = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations';

const injector = (revision: string): JsonObject => ({
  metadata: {
    name: `istio-sidecar-injector-${revision}`,
    uid: `uid-of-${revision}`,
    labels: {
      'istio.io/rev': revision,
      'operator.istio.io/component': 'Pilot',
      'install.operator.istio.io/owning-resource-namespace': 'istio-system',
    },
  },
  webhooks: [{ name: 'rev.namespace.sidecar-injector.istio.io' }],
});

/** Runs `uninstall` on a cluster with two revisions; `deleted` are the uids of what went. */
async function uninstall(args: readonly string[], around: Surroundings = {}, labels: JsonObject = {}) {
  const deleted: unknown[] = [];
  const api = await fakeApi({
    kinds,
    lists: {
      [path]: [injector('a'), injector('b')],
      '/api/v1/services': [],
      '/api/v1/namespaces/istio-system/secrets': [],
      '/api/v1/namespaces': [{ metadata: { name: 'shop', labels } }],
    },
    store: ({ method, body }, response) => {
      if (method !== 'DELETE') return false;
      deleted.push(body.preconditions);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ kind: 'Status', status: 'Success' }));
      return true;
    },
  });
  const cwd = await temporaryFolder({
    kubeconfig: kubeconfigText(api.url),
    'spec.yaml': 'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  revision: b\n',
  });
  const kubeconfig = ['--kubeconfig', join(cwd, 'kubeconfig')];
  return { ...(await run(['uninstall', ...args, ...kubeconfig], { cwd, ...around })), deleted };
}

const terminal = { tty: { stdin: true, stdout: true, stderr: true } };

test('a revision goes, and no other', async () => {
  const { code, out, err, deleted } = await uninstall(['--revision', 'a', '-y']);
  expect(out).toContain('- MutatingWebhookConfiguration istio-sidecar-injector-a');
  expect(out).not.toContain('injector-b');
  expect(err).toContain('removed 1 object');
  expect({ code, deleted }).toEqual({ code: 0, deleted: [{ uid: 'uid-of-a' }] });
});

test.each([
  ['a spec', ['-f', 'spec.yaml']],
  ['a setting', ['--set', 'revision=b']],
])('%s stands for its own revision', async (_, args) => {
  const { code, deleted } = await uninstall([...args, '-y']);
  expect({ code, deleted }).toEqual({ code: 0, deleted: [{ uid: 'uid-of-b' }] });
});

test('a dry run deletes nothing', async () => {
  const { code, out, deleted } = await uninstall(['--purge', '--dry-run', '-o', 'json']);
  expect(JSON.parse(out)).toMatchObject({
    kind: 'UninstallPlan',
    outcome: 'planned',
    target: { type: 'purge' },
  });
  expect({ code, deleted }).toEqual({ code: 0, deleted: [] });
});

test('what is in use stays, unless it is forced', async () => {
  const used = { 'istio.io/rev': 'a' };
  const refused = await uninstall(['--revision', 'a', '-y', '-o', 'json'], {}, used);
  expect(JSON.parse(refused.out)).toMatchObject({
    outcome: 'refused',
    users: [{ type: 'namespace', name: 'shop' }],
  });
  expect(refused.err).toContain('namespace shop has the label istio.io/rev=a');
  expect([refused.code, refused.deleted]).toEqual([1, []]);
  const forced = await uninstall(['--revision', 'a', '-y', '--force'], {}, used);
  expect([forced.code, forced.deleted.length]).toEqual([0, 1]);
});

test('without a terminal it takes --yes', async () => {
  const { code, err, deleted } = await uninstall(['--revision', 'a']);
  expect(err).toContain('--yes');
  expect({ code, deleted }).toEqual({ code: 2, deleted: [] });
});

test.each([
  ['y\n', 0, 1],
  ['n\n', 1, 0],
  ['', 1, 0],
])('the answer %j', async (stdin, code, count) => {
  const result = await uninstall(['--revision', 'a'], { ...terminal, stdin });
  expect([result.code, result.deleted.length]).toEqual([code, count]);
});

test.each([
  ['nothing', []],
  ['all and one of them', ['--purge', '--revision', 'a']],
  ['a revision that is not there', ['--revision', 'nope']],
])('selecting %s is an error', async (_, args) => {
  const { code, deleted } = await uninstall([...args, '-y']);
  expect({ code, deleted }).toEqual({ code: 2, deleted: [] });
});

describe('a question', () => {
  const ask = (text: string) =>
    confirm({ ...bareIo, ...terminal, stdin: () => Readable.from([text]) }, 'Go on?', { yes: false });

  test.each([
    ['yes\n', true],
    ['Y\n', true],
    ['yesterday\n', false],
  ])('answered by %j', async (text, agreed) => {
    expect(await ask(text)).toBe(agreed);
  });
});
