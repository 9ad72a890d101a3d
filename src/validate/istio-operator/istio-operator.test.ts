import { expect, test } from 'vitest';
import { problems } from '../testing.ts';
import { checkIstioOperator } from './istio-operator.ts';

type Spec = Parameters<typeof checkIstioOperator>[0];

const withPorts = (...ports: { port?: number; targetPort?: number | string }[]): Spec => ({
  components: { ingressGateways: [{ name: 'edge', k8s: { service: { ports } } }] },
});

const rootIngress = { gateways: { 'istio-ingressgateway': { runAsRoot: true } } };

test.each<[string, Spec, string[]]>([
  ['an empty spec passes', {}, []],
  ['a hub and a tag pass', { hub: 'docker.io/istio', tag: '1.31.1' }, []],
  ['a hub in capitals', { hub: 'docker.io/Istio' }, ['operator/image spec.hub']],
  ['an empty tag', { tag: '' }, ['operator/image spec.tag']],
  ['a revision passes', { revision: '1-31-1' }, []],
  ['a revision in capitals passes', { revision: 'Canary' }, []],
  ['no revision passes', { revision: '' }, []],
  ['a revision with a dot', { revision: '1.31' }, ['operator/revision spec.revision']],
  ['a revision of 64 characters', { revision: 'a'.repeat(64) }, ['operator/revision spec.revision']],
  ['gateways without a name pass', { components: { egressGateways: [{ name: '' }, {}] } }, []],
  [
    'a gateway name in capitals',
    { components: { egressGateways: [{ name: 'edge' }, { name: 'Edge' }] } },
    ['operator/gateway-name spec.components.egressGateways[1].name'],
  ],
  [
    'a gateway on a low port',
    withPorts({ port: 443, targetPort: 8443 }, { port: 80 }),
    ['operator/privileged-port spec.components.ingressGateways[0].k8s.service.ports[1]'],
  ],
  ['a gateway on a low port as root passes', { ...withPorts({ port: 80 }), values: rootIngress }, []],
  [
    'the root of the other gateways does not count',
    {
      components: { egressGateways: [{ k8s: { service: { ports: [{ port: 80 }] } } }] },
      values: rootIngress,
    },
    ['operator/privileged-port spec.components.egressGateways[0].k8s.service.ports[0]'],
  ],
  [
    'replicas beside the autoscaler',
    { components: { pilot: { k8s: { replicaCount: 2 } } }, values: { pilot: { autoscaleEnabled: true } } },
    ['operator/replicas-with-autoscale spec.components.pilot.k8s.replicaCount'],
  ],
  [
    'a list in the values',
    { values: { global: { proxy: { includeIPRanges: '10.0.0.1' } } } },
    ['operator/values-list spec.values.global.proxy.includeIPRanges'],
  ],
  [
    'the ingress ports in the values, root or not',
    { values: { gateways: { 'istio-ingressgateway': { runAsRoot: true, ingressPorts: [{ port: 80 }] } } } },
    ['operator/privileged-port spec.values.gateways.istio-ingressgateway.ingressPorts[0]'],
  ],
  ['a mesh config passes', { meshConfig: { accessLogFile: '/dev/stdout', proxyListenPort: 15001 } }, []],
  [
    'the rules of mesh config hold',
    { meshConfig: { proxyListenPort: 0 } },
    ['port/range spec.meshConfig.proxyListenPort'],
  ],
  [
    'in the values as well',
    { values: { meshConfig: { proxyListenPort: 70000 } } },
    ['port/range spec.values.meshConfig.proxyListenPort'],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkIstioOperator, spec)).toEqual(expected);
});
