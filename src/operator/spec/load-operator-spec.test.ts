import { expect, test } from 'vitest';
import { loadOperatorSpec } from './load-operator-spec.ts';

const load = (spec: string, sets: readonly string[] = []) =>
  loadOperatorSpec({
    files: [
      {
        name: 'mesh.yaml',
        text: `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: ${spec}\n`,
      },
    ],
    sets,
  });

test.each([
  ['nothing wrong', '{}', []],
  [
    'a setting that moved',
    '{values: {global: {mtls: {auto: true}}}}',
    ['error spec.values.global', 'enableAutoMtls'],
  ],
  [
    'an access log where it was once',
    '{values: {global: {proxy: {accessLogFile: x}}}}',
    ['error spec.values.global.proxy', 'Use `meshConfig.accessLogFile`.'],
  ],
  [
    'an address of a tracer',
    '{values: {global: {tracer: {zipkin: {address: "a:1"}}}}}',
    ['warning spec.values.global.tracer.zipkin.address', 'tracing.zipkin.address'],
  ],
  ['a field that never was', '{values: {global: {mtsl: {}}}}', ['error spec.values.global', 'Fields here']],
  ['an add-on', '{addonComponents: {}}', ['error spec', 'no part of Istio']],
  [
    'a component that is gone',
    '{components: {citadel: {}}}',
    ['error spec.components', 'istiod does its work'],
  ],
  [
    'a component that never was',
    '{components: {pilots: {}}}',
    ['error spec.components', 'Did you mean `pilot`?'],
  ],
  ['a percentage', '{values: {cni: {rollingMaxUnavailable: 30%}}}', []],
  ['a number of pods', '{values: {cni: {rollingMaxUnavailable: 3}}}', []],
  [
    'either as an object',
    '{values: {cni: {rollingMaxUnavailable: {type: 1, strVal: 30%}}}}',
    ['error spec.values.cni.rollingMaxUnavailable', ''],
  ],
  [
    'a key of the mesh config that Istio passes over',
    '{meshConfig: {accesLogFile: x}}',
    ['warning spec.meshConfig', 'accessLogFile'],
  ],
  [
    'a number for text in a file',
    '{values: {global: {network: 1}}}',
    ['error spec.values.global.network', 'quotes'],
  ],
])('%s', async (_, spec, expected) => {
  const { findings } = await load(spec);
  const told = findings.flatMap(({ severity, path, hint = '' }) => [`${severity} ${path}`, hint]);
  expect(told).toEqual(
    expected.map((text, i) => (i === 0 ? text : (expect.stringContaining(text) as unknown))),
  );
});

test.each([
  ['a number is text where text is wanted', 'values.global.network=1', '1', 0],
  ['it stays as it is written', 'values.global.network=1.10', '1.10', 0],
  ['a boolean is not', 'values.global.network=true', true, 1],
])('--set: %s', async (_, expression, value, faults) => {
  const { merged, findings } = await load('{}', [expression]);
  expect(merged).toMatchObject({ spec: { values: { global: { network: value } } } });
  expect(findings.map(({ path }) => path)).toEqual(Array(faults).fill('spec.values.global.network'));
});

test.each([
  ['a number stays a number elsewhere', 'values.pilot.autoscaleMin=2', 2],
  ['with a fraction, too', 'values.pilot.traceSampling=0.5', 0.5],
])('--set: %s', async (_, expression, value) => {
  const { merged } = await load('{}', [expression]);
  expect(JSON.stringify(merged)).toContain(`:${value}`);
});

test('a port that needs root is told with the name of the gateway', async () => {
  const service = 'k8s: {service: {ports: [{name: http, port: 80}]}}';
  const { findings } = await load(`{components: {egressGateways: [{name: out, ${service}}]}}`);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('gateway out')]);
});
