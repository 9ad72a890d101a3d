import { describe, expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';
import { annotationFault } from '../../../validate/index.ts';

const annotations = (text: string): string => `{ app: books, ${text} }`;

const deployment = (own: string, template: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: books, namespace: storefront, annotations: ${annotations(own)} }
spec:
  template:
    metadata: { annotations: ${annotations(template)} }
    spec: { containers: [{ name: books, image: shop/books }] }
`;

async function found(text: string, words: readonly string[] = []): Promise<string[]> {
  const only = ['IST0107', 'IST0108', 'IST0125', 'IST0135', 'IST0136'];
  const { findings } = await analyzeExample({ text, words }, { only });
  return findings.map(({ code, path }) => `${code} ${path}`).sort();
}

describe('annotations of a Deployment', () => {
  it.each([
    [
      'on the template are judged as those of a Pod',
      ['', 'sidecar.istio.io/interceptionMode: SOMETIMES'],
      [
        'IST0125 spec.template.metadata.annotations["sidecar.istio.io/interceptionMode"]',
        'IST0136 spec.template.metadata.annotations["sidecar.istio.io/interceptionMode"]',
      ],
    ],
    [
      'of its own are not deprecated but misplaced',
      ['sidecar.istio.io/statsInclusionPrefixes: x', ''],
      [
        'IST0107 metadata.annotations["sidecar.istio.io/statsInclusionPrefixes"]',
        'IST0136 metadata.annotations["sidecar.istio.io/statsInclusionPrefixes"]',
      ],
    ],
    ['that Istio writes are passed over', ['', 'sidecar.istio.io/status: broken'], []],
    ['of an installation are passed over', ['install.operator.istio.io/version: "1"', ''], []],
  ] as const)('%s', async (_, [own, template], expected) => {
    expect(await found(deployment(own, template))).toEqual(expected);
  });

  it('on the template are not read as istioctl reads them', async () => {
    expect(await found(deployment('', 'sidecar.istio.io/nothing: x'), ['compat'])).toEqual([]);
  });
});

it('says where an annotation of Pods belongs, and what else may be meant', async () => {
  const text = deployment('sidecar.istio.io/logLevel: debug', 'istio.io/dataplane-mode: none');
  const { findings } = await analyzeExample({ text, words: [] }, { only: ['IST0107', 'IST0108'] });
  expect(findings.map(({ hint }) => hint)).toEqual([
    'Move it to the Pods: spec.template.metadata.annotations.',
    'It is a label: move it from `annotations` to `labels`.',
  ]);
});

it.each([
  ['a list of ports', 'traffic.sidecar.istio.io/excludeInboundPorts', '80, 443', true],
  ['no ports', 'traffic.sidecar.istio.io/excludeInboundPorts', '', true],
  ['all inbound ports', 'traffic.sidecar.istio.io/includeInboundPorts', '*', true],
  ['all ports to exclude', 'traffic.sidecar.istio.io/excludeInboundPorts', '*', false],
  ['a port out of range', 'status.sidecar.istio.io/port', '65536', false],
  [
    'ranges of both versions',
    'traffic.sidecar.istio.io/includeOutboundIPRanges',
    '10.0.0.0/8,fd00::/8',
    true,
  ],
  [
    'a blank in a list of ranges',
    'traffic.sidecar.istio.io/includeOutboundIPRanges',
    '10.0.0.0/8, ::/0',
    false,
  ],
  ['too many bits', 'traffic.sidecar.istio.io/includeOutboundIPRanges', '10.0.0.0/33', false],
  ['a quantity', 'sidecar.istio.io/proxyMemory', '128Mi', true],
  ['a unit that is none', 'sidecar.istio.io/proxyMemory', '128MB', false],
  [
    'a long name of an interface',
    'traffic.sidecar.istio.io/excludeInterfaces',
    'an-interface-too-long',
    false,
  ],
  ['a boolean in short', 'prometheus.istio.io/merge-metrics', 't', true],
  ['yes', 'prometheus.istio.io/merge-metrics', 'yes', false],
  ['settings of a proxy', 'proxy.istio.io/config', 'concurrency: 2', true],
  ['settings that no proxy has', 'proxy.istio.io/config', 'concurrency: two', false],
  ['a number that is negative', 'readiness.status.sidecar.istio.io/periodSeconds', '-1', false],
])('%s as a value', (_, name, value, fits) => {
  expect(annotationFault(name, value) === undefined).toBe(fits);
});
