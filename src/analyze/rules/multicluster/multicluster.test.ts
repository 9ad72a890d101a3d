import { expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const service = (cluster: string, spec: string): string => `# cluster: ${cluster}
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: orders }
spec: { ${spec} }
`;

const ports = (given: string): string => `ports: [${given}]`;
const two = '{ name: a, port: 1 }, { name: b, port: 2 }';

it.each([
  [
    'in the order of their ports only',
    ports(two),
    ports('{ name: b, port: 2 }, { name: a, port: 1 }'),
    undefined,
  ],
  [
    'in what the API server fills in',
    ports(two),
    `type: ClusterIP, ${ports('{ name: a, port: 1, targetPort: 1, protocol: TCP }, { name: b, port: 2 }')}`,
    undefined,
  ],
  [
    'in node ports that a cluster chooses',
    ports('{ port: 1, nodePort: 30001 }'),
    ports('{ port: 1, nodePort: 30002 }'),
    undefined,
  ],
  ['in a port', ports(two), ports('{ name: a, port: 1 }'), 'its ports differ'],
  ['in a target port', ports('{ port: 1 }'), ports('{ port: 1, targetPort: 2 }'), 'its ports differ'],
  ['in their type', ports(two), `type: LoadBalancer, ${ports(two)}`, 'its type differs'],
  ['in having an address', ports(two), `clusterIP: None, ${ports(two)}`, 'it is headless in some of them'],
])('compares Services of two clusters that differ %s', async (_, one, other, expected) => {
  const text = service('east', one) + service('west', other);
  const { findings } = await analyzeExample({ text, words: [] }, { only: ['IST0170'] });
  expect(findings.map(({ args }) => args)).toEqual(
    expected === undefined
      ? []
      : [{ serviceName: 'cart', namespace: 'orders', clusters: ['east', 'west'], error: expected }],
  );
});
