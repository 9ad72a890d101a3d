import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const gateway = (status: string): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: shop, generation: 2 }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
status: ${status}
`;

it.each<[string, string, readonly string[], readonly string[]]>([
  [
    'that failed',
    '{ conditions: [{ type: Programmed, status: "False" }] }',
    [],
    ['status.conditions[0].status'],
  ],
  ['that nobody knows yet', '{ conditions: [{ type: Programmed, status: Unknown }] }', [], []],
  [
    'of an older generation',
    '{ conditions: [{ type: Programmed, status: "False", observedGeneration: 1 }] }',
    [],
    [],
  ],
  [
    'of an older generation, to istioctl',
    '{ conditions: [{ type: Programmed, status: "False", observedGeneration: 1 }] }',
    ['compat'],
    ['status.conditions[0].status'],
  ],
  [
    'of a listener',
    '{ listeners: [{ name: http, conditions: [{ type: Conflicted, status: "True" }] }] }',
    [],
    ['status.listeners[0].conditions[0].status'],
  ],
  [
    'of a listener, to istioctl',
    '{ listeners: [{ conditions: [{ type: Accepted, status: "False" }] }] }',
    ['compat'],
    [],
  ],
  ['in a status that is no status', '[conditions]', [], []],
  [
    'that is no condition',
    '{ conditions: [1, { type: Accepted, status: "False" }] }',
    [],
    ['status.conditions[1].status'],
  ],
])('a condition %s', async (_, status, words, expected) => {
  const { findings } = await analyzeExample({ text: gateway(status), words }, { only: ['condition/failed'] });
  expect(findings.filter(({ rule }) => rule === 'condition/failed').map(({ path }) => path)).toEqual(
    expected,
  );
});
