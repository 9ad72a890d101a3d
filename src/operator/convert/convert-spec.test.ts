import { expect, test } from 'vitest';
import { convertSpec } from './convert-spec.ts';

const head = 'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n';

test.each([
  [
    'a setting goes to its new place with its comment',
    '  values:\n    global:\n      enableTracing: true # yes\n',
    '  meshConfig:\n    enableTracing: true # yes\n',
    ['6 moved spec.meshConfig.enableTracing'],
  ],
  [
    'what is there already stays',
    '  meshConfig:\n    enableTracing: false\n  values:\n    global:\n      enableTracing: true\n',
    '  meshConfig:\n    enableTracing: false\n',
    ['8 removed '],
  ],
  [
    'maps are joined',
    '  meshConfig:\n    outboundTrafficPolicy: {}\n  values:\n    global:\n      outboundTrafficPolicy:\n        mode: ALLOW_ANY\n',
    '  meshConfig:\n    outboundTrafficPolicy: { mode: ALLOW_ANY }\n',
    ['8 moved spec.meshConfig.outboundTrafficPolicy'],
  ],
  [
    'what is gone goes, also when it says nothing',
    '  components:\n    galley: {}\n    base: {}\n',
    '  components:\n    base: {}\n',
    ['5 removed '],
  ],
  [
    'a component that is gone is told',
    '  components:\n    galley:\n      enabled: true\n    base: {}\n',
    '  components:\n    base: {}\n',
    ['5 removed '],
  ],
  [
    'a setting of today stays as it is',
    '  values:\n    global:\n      proxy: {logLevel: debug}\n',
    '  values:\n    global:\n      proxy: {logLevel: debug}\n',
    [],
  ],
  [
    'metrics have the form of today',
    '  components:\n    pilot:\n      k8s:\n        hpaSpec:\n          metrics:\n            - resource:\n                name: cpu\n                targetAverageUtilization: 80\n',
    '  components:\n    pilot:\n      k8s:\n        hpaSpec:\n          metrics:\n            - resource:\n                name: cpu\n                target:\n                  type: Utilization\n                  averageUtilization: 80\n',
    ['11 moved spec.components.pilot.k8s.hpaSpec.metrics.0.resource.target.averageUtilization'],
  ],
])('%s', (_, before, after, changes) => {
  const result = convertSpec(`${head}${before}`, 'spec.yaml');
  expect(result.changes.map(({ line, what, to = '' }) => `${line} ${what} ${to}`)).toEqual(changes);
  expect(result.text).toBe(`${head}${after}`);
});
