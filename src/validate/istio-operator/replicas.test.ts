import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkReplicas } from './replicas.ts';

type Spec = Parameters<typeof checkReplicas>[0];

const pilot = (replicaCount: number): NonNullable<Spec['components']> => ({
  pilot: { k8s: { replicaCount } },
});
const ingress = (replicaCount: number): NonNullable<Spec['components']> => ({
  ingressGateways: [{ name: 'a' }, { name: 'b', k8s: { replicaCount } }],
});
const scaledPilot = { pilot: { autoscaleEnabled: true } };
const scaledIngress = { gateways: { 'istio-ingressgateway': { autoscaleEnabled: true } } };

test.each<[string, Spec, string[]]>([
  ['nothing passes', {}, []],
  ['istiod scaled and counted', { components: pilot(2), values: scaledPilot }, ['pilot.k8s.replicaCount']],
  ['one replica of istiod passes', { components: pilot(1), values: scaledPilot }, []],
  [
    'istiod only counted passes',
    { components: pilot(3), values: { pilot: { autoscaleEnabled: false } } },
    [],
  ],
  [
    'a gateway scaled and counted',
    { components: ingress(1), values: scaledIngress },
    ['ingressGateways[1].k8s.replicaCount'],
  ],
  ['a count of 0 is none', { components: ingress(0), values: scaledIngress }, []],
  [
    'a gateway of the other list passes',
    { components: { egressGateways: [{ k8s: { replicaCount: 2 } }] }, values: scaledIngress },
    [],
  ],
])('replicas: %s', (_, spec, expected) => {
  const lines = reported((report) => {
    checkReplicas(spec, report);
  });
  expect(lines).toEqual(expected.map((place) => `operator/replicas-with-autoscale spec.components.${place}`));
});
