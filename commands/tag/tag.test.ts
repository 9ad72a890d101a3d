import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { isObject, objectIn, plainText, type JsonObject } from '../../src/json.ts';
import { fakeApi, type FakeApi } from '../../src/kube/testing/fake-api.ts';
import { namespaces, services } from '../../src/kube/testing/kinds.ts';
import { storedObjects } from '../../src/kube/testing/stored-objects.ts';
import { injector, namespace, tagOf, twoRevisions } from '../../src/revision/testing.ts';
import { kubeconfigFor } from '../testing/kubeconfig.ts';
import { run, type Surroundings } from '../testing/run.ts';

const admission = { group: 'admissionregistration.k8s.io', version: 'v1', namespaced: false } as const;
const kinds = [
  services,
  namespaces,
  { ...services, group: 'apps', kind: 'Deployment', resource: 'deployments' },
  { ...admission, kind: 'MutatingWebhookConfiguration', resource: 'mutatingwebhookconfigurations' },
  { ...admission, kind: 'ValidatingWebhookConfiguration', resource: 'validatingwebhookconfigurations' },
];

const paths: Readonly<Record<string, string>> = {
  Namespace: '/api/v1/namespaces',
  Service: '/api/v1/namespaces/istio-system/services',
  Deployment: '/apis/apps/v1/namespaces/istio-system/deployments',
  MutatingWebhookConfiguration: '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
  ValidatingWebhookConfiguration: '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
};

const all = [...twoRevisions, namespace('shop', { 'istio.io/rev': 'prod' }), namespace('plain')];

async function clusterOf(objects: readonly JsonObject[]): Promise<FakeApi> {
  const known = objects.map((object, index) => ({
    ...object,
    metadata: { ...objectIn(object, 'metadata'), uid: `u${index}`, resourceVersion: '1' },
  }));
  const pathOf = ({ kind }: JsonObject): string => paths[plainText(kind)] ?? '';
  const lists = Object.fromEntries(
    Object.values(paths).map((path) => [path, known.filter((object) => pathOf(object) === path)]),
  );
  const stored = new Map(
    known.map((object) => [`${pathOf(object)}/${plainText(objectIn(object, 'metadata').name)}`, object]),
  );
  return fakeApi({ kinds, lists, store: storedObjects(stored) });
}

/** Runs a command about tags; `writes` are its writes, as `PATCH name`. */
async function tag(words: readonly string[], objects = all, surroundings: Surroundings = {}) {
  const api = await clusterOf(objects);
  const env = { KUBECONFIG: await kubeconfigFor(api) };
  const said = await run(['tag', ...words], { env, ...surroundings });
  const requests = api.requests.filter(({ method }) => method !== 'GET');
  const names = requests.map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`);
  return { ...said, requests, writes: [...new Set(names)] };
}

test('set shows what it does, and does it as meshctl', async () => {
  const { code, out, err, requests, writes } = await tag(['set', 'stable', '--revision', 'default']);
  expect([code, out]).toEqual([
    0,
    [
      '+ MutatingWebhookConfiguration istio-revision-tag-stable',
      '+ Service istio-system/istiod-revision-tag-stable',
      '',
      'NAMESPACE  PODS                INJECTED BY  AFTERWARDS BY',
      'plain      istio.io/rev=<tag>  nobody       default (tag stable)',
      '',
      '1 namespace stays as before.',
      '',
    ].join('\n'),
  ]);
  expect(err).toContain('The tag stable stands for revision default.');
  expect(writes).toEqual(['PATCH istio-revision-tag-stable', 'PATCH istiod-revision-tag-stable']);
  expect(requests.map(({ query }) => query.get('fieldManager'))).toEqual(['meshctl', 'meshctl']);
});

test('a tag that moves takes its namespaces along', async () => {
  const { code, out } = await tag(['set', 'prod', '-r', 'default', '--overwrite', '-o', 'json']);
  expect(code).toBe(0);
  const document = JSON.parse(out) as JsonObject;
  expect(document).toMatchObject({ kind: 'TagPlan', tag: 'prod', revision: 'default', dryRun: false });
  expect(document.injection).toContainEqual({
    namespace: 'shop',
    pods: 'any',
    before: [{ revision: 'canary', tag: 'prod' }],
    after: [{ revision: 'default', tag: 'prod' }],
  });
});

test.each([
  ['a dry run', ['set', 'stable', '-r', 'canary', '--dry-run'], 0, 'this is a dry run'],
  ['an unknown revision', ['set', 'stable', '-r', 'old'], 2, 'there is no revision old'],
  ['no revision', ['set', 'stable'], 2, '--revision'],
  ['a tag that is there', ['set', 'prod', '-r', 'default'], 2, 'add --overwrite to move it'],
  ['two injectors, with nobody to ask', ['set', 'canary', '-r', 'default', '--overwrite'], 2, 'give --yes'],
  ['a tag that is not there', ['remove', 'old'], 2, 'known are default, prod'],
  ['a tag in use, with nobody to ask', ['remove', 'prod'], 2, 'give --yes'],
  ['a dry run of removal', ['remove', 'prod', '--dry-run'], 0, 'this is a dry run'],
  ['an unknown format', ['list', '-o', 'xml'], 2, 'table, json, yaml'],
])('%s writes nothing', async (_, words, expected, message) => {
  const { code, err, writes } = await tag(words);
  expect([code, writes]).toEqual([expected, []]);
  expect(err).toContain(message);
});

test('two injectors for a pod are told, and made only with --yes', async () => {
  const { code, err, writes } = await tag(['set', 'canary', '-r', 'default', '--overwrite', '-y']);
  expect([code, writes.length]).toEqual([0, 2]);
  expect(err).toContain(
    'IST0139: istio-revision-tag-canary/rev.namespace.sidecar-injector.istio.io would be called',
  );
});

test.each([
  ['y', 0, ['DELETE istio-revision-tag-prod', 'DELETE istiod-revision-tag-prod']],
  ['n', 1, []],
])('at a terminal one is asked, and may say %s', async (answer, expected, deleted) => {
  const { code, err, writes } = await tag(['remove', 'prod'], all, {
    stdin: `${answer}\n`,
    tty: { stdin: true, stdout: true, stderr: true },
  });
  expect([code, writes]).toEqual([expected, deleted]);
  expect(err).toContain('Remove the tag prod, which is used by the namespace shop? (y/N)');
});

test('a tag that nobody follows is removed without a question', async () => {
  const objects = [...all, ...tagOf('idle', 'canary')];
  const { code, writes } = await tag(['delete', 'idle'], objects);
  expect([code, writes]).toEqual([0, ['DELETE istio-revision-tag-idle', 'DELETE istiod-revision-tag-idle']]);
});

test.each(['list', 'show'])('%s has a line for each tag', async (word) => {
  expect((await tag([word])).out).toBe(
    'TAG      REVISION  NAMESPACES\nprod     canary    shop\ndefault  default\n',
  );
});

test('an empty cluster has no tags, which is no error', async () => {
  const { code, out, err } = await tag(['list'], []);
  expect([code, out]).toEqual([0, '']);
  expect(err).toContain('no revisions and no tags');
});

test('the list is there for programs', async () => {
  expect(JSON.parse((await tag(['list', '-o', 'json'])).out)).toMatchObject({
    kind: 'TagList',
    tags: [{ tag: 'prod', revision: 'canary', namespaces: ['shop'] }, { tag: 'default' }],
  });
});

const kindsIn = (out: string): readonly unknown[] =>
  parseAllDocuments(out).map((document) => {
    const object: unknown = document.toJS();
    return isObject(object) ? object.kind : undefined;
  });

test('generate prints the objects, from the cluster', async () => {
  const { code, out, writes } = await tag(['generate', 'stable', '-r', 'canary']);
  expect([code, writes]).toEqual([0, []]);
  expect(kindsIn(out)).toEqual(['MutatingWebhookConfiguration', 'Service']);
});

test('generate prints the objects, from what is on standard input', async () => {
  const stdin = JSON.stringify(injector('canary'));
  const args = ['tag', 'generate', 'default', '-r', 'canary', '-f', '-'];
  const { code, out } = await run(args, { stdin });
  expect(code).toBe(0);
  expect(kindsIn(out)).toEqual(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'Service']);
  const { out: list } = await run([...args, '-o', 'json'], { stdin });
  expect(JSON.parse(list)).toMatchObject({ kind: 'ManifestList', objects: [{}, {}, {}] });
});
