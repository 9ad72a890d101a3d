import { describe, expect, test } from 'vitest';
import type { ClusterChange } from '../../changes/index.ts';
import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { issue } from '../../kube/testing/certificate.ts';
import { paint } from '../../output/index.ts';
import type { InstallPlan } from '../install-plan.ts';
import { formatVerifyReport, verifyInstall, type VerifySnapshot } from './index.ts';

const day = 86_400_000;
const now = new Date();
const root = issue({ name: 'root', ca: true });
const other = issue({ name: 'other', ca: true });
const ending = issue({ name: 'ending', ca: true, notAfter: new Date(now.getTime() + 10 * day) });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const labels = {
  'operator.istio.io/component': 'Pilot',
  'operator.istio.io/version': '1.31.1',
  'istio.io/rev': 'default',
};
const deployment = (readyReplicas = 1, rev = 'default', name = 'istiod'): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'istio-system', labels: { ...labels, 'istio.io/rev': rev } },
  spec: { replicas: 1 },
  status: { updatedReplicas: 1, readyReplicas },
});
const webhook = (changes: JsonObject = {}, client: JsonObject = {}): JsonObject => ({
  name: 'rev.namespace.sidecar-injector.istio.io',
  namespaceSelector: { matchLabels: { 'istio.io/rev': 'default' } },
  rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
  failurePolicy: 'Fail',
  clientConfig: {
    service: { namespace: 'istio-system', name: 'istiod', path: '/inject' },
    caBundle: base64(root.certificate),
    ...client,
  },
  ...changes,
});
const configuration = (kind: string, name: string, one: JsonObject, rev = 'default'): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name, labels: { 'istio.io/rev': rev } },
  webhooks: [one],
});
const injector = (one: JsonObject = webhook(), name = 'injector'): JsonObject =>
  configuration('MutatingWebhookConfiguration', name, one);
const validator = (failurePolicy: string): JsonObject =>
  configuration('ValidatingWebhookConfiguration', 'validator', webhook({ failurePolicy }));
const slice = (ready: boolean): JsonObject => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    name: 'istiod-1',
    namespace: 'istio-system',
    labels: { 'kubernetes.io/service-name': 'istiod' },
  },
  endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready } }],
});

const working: VerifySnapshot = {
  namespace: 'istio-system',
  objects: [deployment(), injector(), validator('Fail'), slice(true)],
  authority: {
    root: root.certificate,
    signer: { secret: 'istio-ca-secret', certificate: root.certificate, root: root.certificate },
    problems: [],
  },
  versions: {
    controlPlanes: [{ revision: 'default', version: '1.31.1', pods: 1 }],
    dataPlane: [{ version: '1.31.1', revision: 'default', controlPlane: '1.31.1', proxies: 2 }],
    missing: [],
  },
  unseen: [],
};

/** What is not fine, as `outcome: message`. */
function complaints(snapshot: VerifySnapshot, revision?: string): readonly string[] {
  const { sections } = verifyInstall(snapshot, { now, ...(revision !== undefined && { revision }) });
  return sections
    .flatMap(({ checks }) => checks)
    .filter(({ outcome }) => outcome !== 'ok')
    .map(({ outcome, message }) => `${outcome}: ${message}`);
}

const withObjects = (...objects: readonly JsonObject[]): VerifySnapshot => ({ ...working, objects });

test('an installation that works', () => {
  const report = verifyInstall(working, { now });
  expect([report.ok, report.complete, complaints(working)]).toEqual([true, true, []]);
  expect(report.sections.map(({ name }) => name)).toEqual([
    'installations',
    'workloads',
    'webhooks',
    'certificates',
    'versions',
  ]);
});

describe('what is installed', () => {
  test('is something', () => {
    const nothing: VerifySnapshot = { ...working, objects: [], authority: { problems: [] } };
    expect(complaints(nothing)).toEqual(['failed: no installation is in the cluster']);
  });

  test('is of the revision that is asked for', () => {
    expect(complaints(working, 'canary')).toEqual([
      'failed: no installation of the revision canary is in the cluster',
    ]);
    const both = withObjects(deployment(), deployment(0, 'canary', 'istiod-canary'));
    expect(complaints(both, 'default')).toEqual([]);
    expect(complaints(both, 'canary')).toEqual([
      'failed: Deployment istio-system/istiod-canary is not ready: 0 of 1 pods are ready',
    ]);
  });

  test('is not known as far as it may not be read', () => {
    const snapshot = { ...working, unseen: ['Pod objects: may not list pods'] };
    expect(verifyInstall(snapshot, { now })).toMatchObject({ ok: true, complete: false });
    expect(complaints(snapshot)).toEqual(['skipped: not seen: Pod objects: may not list pods']);
  });
});

describe('webhooks', () => {
  const deactivated = { matchLabels: { 'istio.io/deactivated': 'never-match' } };
  test.each<[string, VerifySnapshot, string[]]>([
    [
      'whose istiod is away cannot be called',
      withObjects(deployment(), injector(), slice(false)),
      [
        'failed: MutatingWebhookConfiguration injector: it calls the Service istio-system/istiod, which has no endpoint that is ready',
      ],
    ],
    [
      'of which istiod is away may be deactivated ones',
      withObjects(
        deployment(),
        injector(webhook({ namespaceSelector: deactivated, objectSelector: deactivated })),
      ),
      [],
    ],
    [
      'need a certificate',
      withObjects(deployment(), injector(webhook({}, { caBundle: '' })), slice(true)),
      [
        'failed: MutatingWebhookConfiguration injector: the API server does not know the certificate of istiod (caBundle is empty)',
      ],
    ],
    [
      'need the certificate of the mesh',
      withObjects(deployment(), injector(webhook({}, { caBundle: base64(other.certificate) })), slice(true)),
      [
        'failed: MutatingWebhookConfiguration injector: the API server trusts another root certificate (caBundle) than the mesh has',
      ],
    ],
    [
      'may have more certificates than that',
      withObjects(
        deployment(),
        injector(webhook({}, { caBundle: base64(`${other.certificate}\n${root.certificate}`) })),
        slice(true),
      ),
      [],
    ],
    [
      'at a URL are not judged',
      withObjects(
        deployment(),
        injector(webhook({ clientConfig: { url: 'https://istiod.example/inject' } })),
      ),
      [],
    ],
    [
      'that let everything pass are told',
      withObjects(deployment(), validator('Ignore'), slice(true)),
      [
        'warning: ValidatingWebhookConfiguration validator lets configuration pass while no istiod answers (failurePolicy Ignore)',
      ],
    ],
    [
      'of others do not matter',
      withObjects(deployment(), {
        ...injector(webhook({ name: 'cert-manager.io', namespaceSelector: { matchLabels: { team: 'a' } } })),
        metadata: { name: 'cert-manager' },
      }),
      [],
    ],
  ])('%s', (_, snapshot, wrong) => {
    expect(complaints(snapshot)).toEqual(wrong);
  });

  test('for the same pods are told, each', () => {
    const snapshot = withObjects(
      deployment(),
      injector(webhook(), 'one'),
      injector(webhook(), 'two'),
      slice(true),
    );
    expect(complaints(snapshot)).toEqual([
      expect.stringContaining('sidecar-injector.istio.io of one is called for the same pods as two/'),
      expect.stringContaining('sidecar-injector.istio.io of two is called for the same pods as one/'),
    ]);
  });
});

describe('certificates', () => {
  const withAuthority = (authority: VerifySnapshot['authority']): VerifySnapshot => ({
    ...working,
    objects: [deployment()],
    authority,
  });
  const signedBy = (one: { readonly certificate: string }, top = one) => ({
    secret: 'cacerts',
    certificate: one.certificate,
    root: top.certificate,
  });
  const endsOn = new Date(now.getTime() + 10 * day).toISOString().slice(0, 10);

  test.each<[string, VerifySnapshot['authority'], string[]]>([
    [
      'that end soon are told',
      { root: root.certificate, signer: signedBy(ending, root), problems: [] },
      [`warning: the certificate that istiod signs with (cacerts) ends on ${endsOn}, in 9 days`],
    ],
    [
      'that nobody trusts are told',
      { root: root.certificate, signer: signedBy(other), problems: [] },
      ['failed: the root certificate in cacerts is not among those in istio-ca-root-cert'],
    ],
    [
      'that are none are told',
      { root: 'text', problems: [] },
      ['failed: the root certificate (istio-ca-root-cert) is none that can be read'],
    ],
    [
      'that cannot be seen are not judged',
      { problems: ['cacerts cannot be read'] },
      ['skipped: cacerts cannot be read'],
    ],
    ['of an authority elsewhere are not judged', { root: root.certificate, problems: [] }, []],
  ])('%s', (_, authority, wrong) => {
    expect(complaints(withAuthority(authority))).toEqual(wrong);
  });

  test.each([
    [11 * day, `failed: the root certificate (istio-ca-root-cert) has been invalid since ${endsOn}`],
    [
      -4000 * day,
      expect.stringContaining('failed: the root certificate (istio-ca-root-cert) is not valid before '),
    ],
  ])('are judged %i ms from now', (later, wrong) => {
    const { sections } = verifyInstall(withAuthority({ root: ending.certificate, problems: [] }), {
      now: new Date(now.getTime() + later),
    });
    const [check] = sections.find(({ name }) => name === 'certificates')?.checks ?? [];
    expect(`${check?.outcome}: ${check?.message}`).toEqual(wrong);
  });
});

describe('versions', () => {
  const skewed = {
    controlPlanes: [{ revision: 'default', version: '1.31.1', pods: 1 }],
    dataPlane: [{ version: '1.28.0', revision: 'default', controlPlane: '1.31.1', proxies: 1 }],
    missing: [{ istiod: 'istiod-1', error: new MeshctlError('environment', 'too slow', { hint: 'wait' }) }],
  };
  test('that do not go together are told, and istiods that do not answer', () => {
    expect(complaints({ ...working, versions: skewed })).toEqual([
      'warning: istiod-1 does not answer: too slow',
      'warning: 1 proxy of version 1.28.0 is more than one minor version behind the control plane default (1.31.1)',
    ]);
  });

  test('that nobody tells are not judged', () => {
    const versions = new MeshctlError('environment', 'may not list pods');
    expect(complaints({ ...working, versions })).toEqual([
      'skipped: no istiod was asked for its version: may not list pods',
    ]);
  });
});

describe('objects against a spec', () => {
  const key = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'istio-system', name });
  const change = (
    name: string,
    action: ClusterChange['action'],
    changes: ClusterChange['changes'] = [],
  ): ClusterChange => ({ action, object: key(name), group: 'Pilot', changes, conflicts: [], adopts: [] });
  const planOf = (changes: readonly ClusterChange[], prune: readonly ClusterChange[] = []): InstallPlan => ({
    ...{ revision: 'default', version: '1.31.1', namespace: 'istio-system', prune, notices: [] },
    stages: [{ name: 'Pilot', changes, after: [] }],
  });
  const spread = { path: 'data.mesh', what: 'changed', before: 'a', after: 'b' } as const;

  test.each<[string, InstallPlan, string[]]>([
    ['are the same', planOf([change('a', 'unchanged'), { ...change('b', 'change'), adopts: ['helm'] }]), []],
    [
      'are missing, one',
      planOf([change('a', 'unchanged'), change('b', 'create')]),
      ['failed: ConfigMap istio-system/b is missing'],
    ],
    [
      'are missing, all',
      planOf([change('a', 'create'), change('b', 'create')]),
      ['failed: Pilot: none of its 2 objects is there'],
    ],
    [
      'differ',
      planOf([change('a', 'change', [spread])]),
      ['failed: ConfigMap istio-system/a differs from what the spec renders'],
    ],
    [
      'are left over',
      planOf([change('a', 'unchanged')], [change('z', 'delete')]),
      ['warning: ConfigMap istio-system/z is left from an earlier installation'],
    ],
  ])('%s', (_, plan, wrong) => {
    expect(complaints({ ...working, plan })).toEqual(wrong);
  });

  test('are shown with the fields that differ and what to do', () => {
    const report = verifyInstall({ ...working, plan: planOf([change('a', 'change', [spread])]) }, { now });
    expect(formatVerifyReport({ ...report, sections: report.sections.slice(0, 2) }, paint(false)))
      .toBe(`What is installed
√ revision default in istio-system, as of Istio 1.31.1: istiod

Objects against the spec
× ConfigMap istio-system/a differs from what the spec renders
    ~ data.mesh a -> b
    hint: \`meshctl install\` with the same spec mends it
`);
  });
});
