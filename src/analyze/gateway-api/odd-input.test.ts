import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readText } from '../../resources/index.ts';
import { analyze } from '../analyze.ts';

const kinds: readonly (readonly [string, string])[] = [
  ...['Gateway', 'GatewayClass', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute', 'ListenerSet'],
  ...['BackendTLSPolicy'],
].map((kind) => ['gateway.networking.k8s.io/v1', kind] as const);
const others: readonly (readonly [string, string])[] = [
  ['gateway.networking.k8s.io/v1beta1', 'ReferenceGrant'],
  ['gateway.networking.x-k8s.io/v1alpha1', 'XBackendTrafficPolicy'],
  ['v1', 'Service'],
  ['v1', 'Secret'],
  ['v1', 'ConfigMap'],
  ['v1', 'Namespace'],
];

/** Fields that the rules look at, with values of the right and of the wrong type in any place. */
const fields = [
  ...[
    'gatewayClassName',
    'listeners',
    'parentRef',
    'parentRefs',
    'rules',
    'backendRefs',
    'matches',
    'filters',
  ],
  ...[
    'hostnames',
    'allowedRoutes',
    'namespaces',
    'selector',
    'tls',
    'certificateRefs',
    'options',
    'addresses',
  ],
  ...[
    'targetRefs',
    'validation',
    'from',
    'to',
    'name',
    'namespace',
    'kind',
    'group',
    'port',
    'ports',
    'type',
  ],
  ...[
    'frontend',
    'default',
    'caCertificateRefs',
    'infrastructure',
    'parametersRef',
    'allowedListeners',
    'kinds',
  ],
];

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, '', 'front', '*', 0, 80, -1, true, 'Gateway', 'Service', 'Selector', 'HTTPS'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 4 }),
  ),
}));

const object = fc
  .record({ type: fc.constantFrom(...kinds, ...others), spec: value, data: value, status: value })
  .map(({ type: [apiVersion, kind], spec, data, status }) => ({
    ...{ apiVersion, kind, spec, data, status },
    metadata: { name: 'front', namespace: 'front' },
  }));

it('takes any objects of Gateway API, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 6 }), async (objects) => {
      const text = objects.map((held) => JSON.stringify(held)).join('\n---\n');
      const { findings } = await analyze(readText(text, 'odd.yaml'), { assume: 'complete' });
      expect(findings.every(({ message }) => message !== '' && !message.includes('undefined'))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
