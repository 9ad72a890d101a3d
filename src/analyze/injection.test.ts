import { describe, expect, it } from 'vitest';
import { readText } from '../resources/index.ts';
import { analyze } from './analyze.ts';
import { isAmbientNamespace, membershipOf, type Membership } from './injection.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import { defineRule } from './rule.ts';

interface Labels {
  /** Of the Namespace; undefined for an input without it. */
  readonly home?: string | undefined;
  readonly labels?: string;
  readonly annotations?: string;
  readonly spec?: string;
  readonly kind?: 'Pod' | 'Deployment';
  readonly rest?: string;
}

function yamlOf({ home, labels = '', annotations = '', spec = '', kind = 'Pod', rest = '' }: Labels): string {
  const metadata = `labels: { app: books, ${labels} }, annotations: { note: x, ${annotations} }`;
  const pod = `{ containers: [{ name: books, image: shop/books }], ${spec} }`;
  const name = 'name: books, namespace: storefront';
  const object =
    kind === 'Pod'
      ? `apiVersion: v1\nkind: Pod\nmetadata: { ${name}, ${metadata} }\nspec: ${pod}`
      : `apiVersion: apps/v1\nkind: Deployment\nmetadata: { ${name} }\nspec: { template: { metadata: { ${metadata} }, spec: ${pod} } }`;
  const namespace =
    home === undefined
      ? []
      : [`apiVersion: v1\nkind: Namespace\nmetadata: { name: storefront, labels: { team: x, ${home} } }`];
  return [...namespace, object, ...(rest === '' ? [] : [rest])].join('\n---\n');
}

/** What is decided about the one workload of an input. */
async function membership(given: Labels, options: AnalyzeOptions = {}): Promise<Membership | undefined> {
  let decided: Membership | undefined;
  const probe = defineRule({
    slug: 'test/membership',
    code: 'IST0000',
    severity: 'info',
    summary: 'Looks at the mesh.',
    kinds: [],
    message: () => '',
    check(mesh) {
      const workload = mesh.workloads.all.find(({ object }) => object.name === 'books');
      decided = workload && membershipOf(mesh, workload);
    },
  });
  await analyze(readText(yamlOf(given), 'mesh.yaml'), { ...options, rules: [probe], only: [probe.slug] });
  return decided;
}

const label = 'sidecar.istio.io/inject';

describe('a workload', () => {
  it.each<[string, Labels, Membership]>([
    ['of a namespace with injection has a sidecar', { home: 'istio-injection: enabled' }, 'sidecar'],
    ['of a namespace with a revision has a sidecar', { home: 'istio.io/rev: canary' }, 'sidecar'],
    ['of a namespace without a label is outside', { home: '' }, 'outside'],
    ['of a namespace that is not given is undecided', {}, 'unknown'],
    [
      'that wants no sidecar gets none',
      { home: 'istio-injection: enabled', labels: `${label}: "false"` },
      'outside',
    ],
    [
      'that wants no sidecar by annotation gets none',
      { home: 'istio-injection: enabled', annotations: `${label}: "false"` },
      'outside',
    ],
    [
      'that wants a sidecar gets one without its namespace',
      { home: '', labels: `${label}: "true"` },
      'sidecar',
    ],
    ['gets none by an annotation that nobody sees', { home: '', annotations: `${label}: "true"` }, 'outside'],
    [
      'gets none where its namespace switches injection off',
      { home: 'istio-injection: disabled', labels: `${label}: "true"` },
      'outside',
    ],
    ['with a revision of its own has a sidecar', { home: '', labels: 'istio.io/rev: canary' }, 'sidecar'],
    [
      'of the network of the node has none',
      { home: 'istio-injection: enabled', spec: 'hostNetwork: true' },
      'outside',
    ],
    [
      'with a proxy among its containers has one',
      { home: '', spec: 'initContainers: [{ name: istio-proxy, image: proxyv2 }]' },
      'sidecar',
    ],
    ['of a namespace in ambient mode is redirected', { home: 'istio.io/dataplane-mode: ambient' }, 'ambient'],
    [
      'may stay outside of ambient mode',
      { home: 'istio.io/dataplane-mode: ambient', labels: 'istio.io/dataplane-mode: none' },
      'outside',
    ],
    [
      'with a sidecar is not redirected',
      { home: 'istio-injection: enabled, istio.io/dataplane-mode: ambient' },
      'sidecar',
    ],
    [
      'of a template is decided as its Pods',
      { home: 'istio-injection: enabled', kind: 'Deployment' },
      'sidecar',
    ],
  ])('%s', async (_, given, expected) => {
    expect(await membership(given)).toBe(expected);
  });

  it('of a namespace that does not exist is outside', async () => {
    expect(await membership({}, { assume: 'complete' })).toBe('outside');
  });

  it('has a sidecar without a label where that is the default', async () => {
    const values = JSON.stringify({ sidecarInjectorWebhook: { enableNamespacesByDefault: true } });
    const rest = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio-sidecar-injector, namespace: istio-system }\ndata: { values: '${values}' }`;
    expect(await membership({ home: '', rest })).toBe('sidecar');
  });
});

describe('as istioctl decides, a workload', () => {
  it.each<[string, Labels, Membership]>([
    ['has a sidecar by its annotation', { home: '', annotations: `${label}: "true"` }, 'sidecar'],
    ['has none by a revision', { home: 'istio.io/rev: canary' }, 'outside'],
    [
      'is in ambient mode by what the CNI wrote',
      { annotations: 'ambient.istio.io/redirection: enabled' },
      'ambient',
    ],
  ])('%s', async (_, given, expected) => {
    expect(await membership(given, { compat: 'istioctl' })).toBe(expected);
  });
});

it.each([
  ['in ambient mode', 'istio.io/dataplane-mode: ambient', true],
  ['with sidecars', 'istio.io/dataplane-mode: ambient, istio-injection: enabled', false],
  ['with a revision', 'istio.io/dataplane-mode: ambient, istio.io/rev: canary', false],
  ['outside', 'istio.io/dataplane-mode: none', false],
])('a namespace %s', async (_, home, expected) => {
  let decided: boolean | undefined;
  const probe = defineRule({
    ...{ slug: 'test/ambient', code: 'IST0000', severity: 'info' },
    summary: 'Looks at the mesh.',
    kinds: [],
    message: () => '',
    check(mesh) {
      decided = isAmbientNamespace(mesh, 'storefront');
    },
  });
  await analyze(readText(yamlOf({ home }), 'mesh.yaml'), { rules: [probe], only: [probe.slug] });
  expect(decided).toBe(expected);
});
