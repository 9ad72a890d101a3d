import { describe, expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const configuration = (name: string, webhook: string, labels = ''): string =>
  `\napiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: ${name}, labels: { app: x, ${labels} } }\nwebhooks: [{ name: a.sidecar-injector.istio.io, ${webhook} }]\n---`;

async function found(text: string, only: string, words: readonly string[] = []): Promise<unknown[]> {
  const { findings } = await analyzeExample({ text, words }, { only: [only] });
  return findings.map(({ severity, resource, args, related }) => [
    ...[severity, resource.name, args.with ?? args.hostname],
    related.length,
  ]);
}

const enabled = 'namespaceSelector: { matchLabels: { istio-injection: enabled } }';
const revision = (name: string): string => `namespaceSelector: { matchLabels: { istio.io/rev: ${name} } }`;

describe('injectors', () => {
  it.each([
    [
      'of the same Pods meet, which is said once',
      [enabled, enabled],
      [['error', 'one', ['two/a.sidecar-injector.istio.io'], 2]],
    ],
    ['of two revisions do not meet', [revision('a'), revision('b')], []],
    [
      'of one revision meet',
      [revision('a'), revision('a')],
      [['error', 'one', ['two/a.sidecar-injector.istio.io'], 2]],
    ],
    [
      'for Pods with and without a label do not meet',
      [
        `${enabled}, objectSelector: { matchExpressions: [{ key: sidecar.istio.io/inject, operator: DoesNotExist }] }`,
        `${enabled}, objectSelector: { matchExpressions: [{ key: sidecar.istio.io/inject, operator: Exists }] }`,
      ],
      [],
    ],
  ] as const)('%s', async (_, [one, two], expected) => {
    expect(await found(configuration('one', one) + configuration('two', two), 'webhook/overlap')).toEqual(
      expected,
    );
  });

  it('of others do not count', async () => {
    const other = configuration('one', enabled).replace('a.sidecar-injector.istio.io', 'inject.example.com');
    expect(await found(other + configuration('two', enabled), 'webhook/overlap')).toEqual([]);
  });

  it('that meet are told of one by one as istioctl does', async () => {
    const text = configuration('one', enabled) + configuration('two', enabled);
    expect(await found(text, 'webhook/overlap', ['compat'])).toHaveLength(2);
  });
});

describe('the Service of an injector', () => {
  const text = configuration('one', 'clientConfig: { service: { name: istiod, namespace: istio-system } }');
  const other =
    '\napiVersion: v1\nkind: Service\nmetadata: { name: other, namespace: istio-system }\nspec: { ports: [] }\n';

  it.each([
    ['may be in the cluster', text, [], [['info', 'one', 'istio-system/istiod', 0]]],
    ['is missing beside others', text + other, [], [['error', 'one', 'istio-system/istiod', 0]]],
    ['is missing in a complete input', text, ['complete'], [['error', 'one', 'istio-system/istiod', 0]]],
  ])('%s', async (_, given, words, expected) => {
    expect(await found(given, 'webhook/missing-service', words)).toEqual(expected);
  });
});

it.each([
  [
    'a URL that cannot be read',
    '"https://[::1"',
    'IST0163',
    [['warning', 'istio-sidecar-injector', 'https://[::1', 0]],
  ],
  [
    'an address of version 6',
    '"https://[2001:db8::7]/inject"',
    'IST0164',
    [['info', 'istio-sidecar-injector', 'https://[2001:db8::7]/inject', 0]],
  ],
  ['a host', '"https://istiod.example.com/inject"', 'IST0164', []],
])('%s as the address of a control plane', async (_, url, code, expected) => {
  expect(await found(configuration('istio-sidecar-injector', `clientConfig: { url: ${url} }`), code)).toEqual(
    expected,
  );
});

it.each([
  ['an address without a scheme', '198.51.100.7:15017/inject', ['IST0163'], ['IST0163']],
  ['a host without a scheme', 'istiod.example.com/inject', ['IST0163'], []],
  ['a blank in a host', 'https://istiod example.com', ['IST0163'], ['IST0163']],
  ['an address with a port', 'https://198.51.100.7:15017/inject', ['IST0164'], ['IST0164']],
  ['a host with a user', 'https://me@istiod.example.com', [], []],
])('%s in a URL, as the API server and as istioctl read it', async (_, url, expected, inIstioctl) => {
  const text = configuration('istio-sidecar-injector', `clientConfig: { url: "${url}" }`);
  for (const [words, codes] of [
    [[], expected],
    [['compat'], inIstioctl],
  ] as const) {
    const { findings } = await analyzeExample({ text, words }, { only: ['IST0163', 'IST0164'] });
    expect(findings.map(({ code }) => code)).toEqual(codes);
  }
});
