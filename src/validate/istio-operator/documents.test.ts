import { expect, test } from 'vitest';
import { readText } from '../../resources/index.ts';
import { validate } from '../validate.ts';

const found = async (spec: string, more = ''): Promise<string[]> => {
  const text = `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: a}\nspec: ${spec}\n${more}`;
  const { findings } = await validate(readText(text, 'a.yaml'));
  return findings.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`);
};

test.each<[string, string, string[]]>([
  [
    'the usual settings pass',
    '{profile: demo, tag: 1.31, components: {pilot: {k8s: {replicaCount: 2}}}}',
    [],
  ],
  ['an unknown field', '{addonComponents: {}}', ['error schema/unknown-field spec']],
  ['an unknown component', '{components: {kiali: {}}}', ['error schema/unknown-field spec.components']],
  [
    'a field in another case is read and has no effect',
    '{components: {Pilot: {enabled: false}}}',
    ['warning schema/ignored-field spec.components'],
  ],
  ['a protobuf spelling is unknown', '{compatibility_version: "1.30"}', ['error schema/unknown-field spec']],
  [
    'a null among components passes',
    '{components: {egressGateways: [null], pilot: {k8s: {env: [null]}}}}',
    [],
  ],
  [
    'a number of replicas below none',
    '{components: {pilot: {k8s: {replicaCount: -1}}}}',
    ['error schema/bound spec.components.pilot.k8s.replicaCount'],
  ],
  [
    'a target port beyond 32 bits',
    '{components: {ingressGateways: [{k8s: {service: {ports: [{port: 80, targetPort: 4294967301}]}}}]}}',
    ['error schema/type spec.components.ingressGateways[0].k8s.service.ports[0].targetPort'],
  ],
  [
    'a quantity that is none',
    '{components: {pilot: {k8s: {resources: {requests: {cpu: much}}}}}}',
    ['error schema/type spec.components.pilot.k8s.resources.requests.cpu'],
  ],
  ['an unknown value', '{values: {pilott: {}}}', ['error schema/unknown-field spec.values']],
  ['a value in another case is unknown', '{values: {Pilot: {}}}', ['error schema/unknown-field spec.values']],
  [
    'a value of another type',
    '{values: {pilot: {autoscaleEnabled: "true"}}}',
    ['error schema/type spec.values.pilot.autoscaleEnabled'],
  ],
  ['values that nobody checks', '{unvalidatedValues: {anything: [1]}}', []],
  [
    'an unknown field of a selector',
    '{values: {sidecarInjectorWebhook: {neverInjectSelector: [{matchLabel: {}}]}}}',
    ['error schema/unknown-field spec.values.sidecarInjectorWebhook.neverInjectSelector[0]'],
  ],
  [
    'a number as value of a label in a selector passes',
    '{values: {sidecarInjectorWebhook: {neverInjectSelector: [{matchLabels: {a: 5}}]}}}',
    [],
  ],
  [
    'an unknown field of the mesh config',
    '{meshConfig: {acessLogFile: a}}',
    ['warning schema/ignored-field spec.meshConfig'],
  ],
  [
    'a wrong word in the mesh config',
    '{meshConfig: {accessLogEncoding: XML}}',
    ['error schema/enum spec.meshConfig.accessLogEncoding'],
  ],
  [
    'a low port, once, though the port of another gateway cannot be read',
    '{components: {ingressGateways: [{k8s: {service: {ports: [{port: 80}]}}}, {k8s: {service: {ports: [{port: x}]}}}]}}',
    [
      'error operator/privileged-port spec.components.ingressGateways[0].k8s.service.ports[0]',
      'error schema/type spec.components.ingressGateways[1].k8s.service.ports[0].port',
    ],
  ],
])('%s', async (_, spec, expected) => {
  expect(await found(spec)).toEqual(expected);
});

test('beside the spec nothing is allowed, in whatever case', async () => {
  expect(await found('{}', 'Spec: {}\n')).toEqual(['error schema/unknown-field ']);
});
