import { describe, expect, it } from 'vitest';
import { told } from '../../testing/told.ts';
import { telemetryRules } from '../telemetry/index.ts';
import { ineffectiveInAmbient } from './ineffective-in-ambient.ts';
import { selectorNotFound } from './selector-not-found.ts';
import { severalForWorkload } from './several-for-workload.ts';
import { severalWithoutSelector } from './several-without-selector.ts';

const sidecarRules = [selectorNotFound, severalForWorkload, severalWithoutSelector, ineffectiveInAmbient];

const sidecar = (name: string, spec = '', namespace = 'shop'): string =>
  `{apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}`;
const selects = (labels: string): string => `workloadSelector: {labels: {${labels}}}`;
const telemetry = (name: string, spec: string, namespace = 'shop'): string =>
  `{apiVersion: telemetry.istio.io/v1, kind: Telemetry, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}`;
const job = (labels: string, more = ''): string =>
  `{apiVersion: batch/v1, kind: CronJob, metadata: {name: job, namespace: shop}, spec: {jobTemplate: {spec: {template: {metadata: {labels: {${labels}} ${more}}, spec: {}}}}}}`;
const pod = (name: string, labels: string, more = ''): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: shop, labels: {${labels}} ${more}}, spec: {}}`;
const machine =
  '{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: shop}, spec: {address: 192.0.2.1, labels: {app: vm}}}';
const redirected = ', annotations: {ambient.istio.io/redirection: enabled}';

type Row = readonly [string, string, string[], string[]];

const sidecars: Row[] = [
  ['selects the Pods of a CronJob', '', [job('app: a'), sidecar('s', selects('app: a'))], []],
  ['selects a VM', '', [machine, sidecar('s', selects('app: vm'))], []],
  [
    'selects Pods only for istioctl',
    'compat complete',
    [job('app: a'), sidecar('s', selects('app: a'))],
    ['selector-not-found error s spec.workloadSelector.labels.app'],
  ],
  [
    'says once of a namespace that its workloads may live elsewhere',
    '',
    [sidecar('s', selects('app: a')), sidecar('t', selects('app: b'))],
    ['selector-not-found info s spec.workloadSelector.labels.app +1'],
  ],
  [
    'is sure in a complete input',
    'complete',
    [sidecar('s', selects('app: a'))],
    ['selector-not-found error s spec.workloadSelector.labels.app'],
  ],
  [
    'finds equal labels in conflict also without the workload',
    '',
    [sidecar('s', selects('app: a')), sidecar('t', selects('app: a'))],
    [
      'selector-not-found info s spec.workloadSelector.labels.app +1',
      'several-for-workload error t metadata.name +1',
    ],
  ],
  [
    'reports each of many in conflict',
    '',
    Array.from({ length: 12 }, (_, i) => sidecar(`s${i}`, 'egress: []')),
    Array.from({ length: 11 }, (_, i) => `several-without-selector error s${i + 1} metadata.name +1`),
  ],
  [
    'reports a conflict about several workloads once',
    '',
    [
      ...[pod('p', 'app: a, tier: web'), pod('q', 'app: a, tier: web')],
      ...[sidecar('s', selects('app: a')), sidecar('t', selects('tier: web'))],
    ],
    ['several-for-workload error t metadata.name +1'],
  ],
  [
    'reports it for every Pod and Sidecar as istioctl',
    'compat complete',
    [
      ...[pod('p', 'app: a, tier: web'), pod('q', 'app: a, tier: web')],
      ...[sidecar('s', selects('app: a')), sidecar('t', selects('tier: web'))],
    ],
    [
      ...['several-for-workload error s metadata.name', 'several-for-workload error s metadata.name'],
      ...['several-for-workload error t metadata.name +1', 'several-for-workload error t metadata.name +1'],
    ],
  ],
  [
    'passes over Sidecars of Pods in ambient mode when some have a sidecar',
    'complete',
    [
      '{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}',
      ...[pod('p', 'app: a'), pod('q', 'app: a, sidecar.istio.io/inject: "false"', redirected)],
      sidecar('s', selects('app: a')),
    ],
    [],
  ],
  [
    'has no effect when all of them are redirected',
    '',
    [pod('q', 'app: a, sidecar.istio.io/inject: "false"', redirected), sidecar('s', selects('app: a'))],
    ['ineffective-in-ambient warning s spec'],
  ],
];

const telemetries: Row[] = [
  [
    'does not take a Telemetry with a target for a default',
    '',
    [
      telemetry('s', 'tracing: []'),
      telemetry('t', 'targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: g}]'),
    ],
    [],
  ],
  [
    'takes an empty selector for none, which istioctl does not',
    '',
    [telemetry('s', 'tracing: []'), telemetry('t', 'selector: {}')],
    ['several-without-selector error t metadata.name +1'],
  ],
  [
    'does not take an empty selector for none as istioctl',
    'compat complete',
    [telemetry('s', 'tracing: []'), telemetry('t', 'selector: {}')],
    [],
  ],
  [
    'inherits providers from the root namespace',
    'complete',
    [
      telemetry('mesh', 'accessLogging: [{providers: [{name: envoy}]}]', 'istio-system'),
      telemetry('s', 'accessLogging: [{filter: {expression: "true"}}]'),
    ],
    [],
  ],
  [
    'is not sure of providers without a mesh config',
    '',
    [
      telemetry(
        's',
        'accessLogging: [{filter: {expression: "true"}}], tracing: [{providers: [{name: tempo}]}]',
      ),
    ],
    [
      'no-log-provider info s spec.accessLogging[0]',
      'unknown-provider info s spec.tracing[0].providers[0].name',
    ],
  ],
  [
    'finds the providers of the mesh config',
    '',
    [
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: "{extensionProviders: [{name: tempo, zipkin: {service: tempo.shop.svc.cluster.local, port: 9411}}]}"}}',
      telemetry('s', 'tracing: [{providers: [{name: tempo}]}], metrics: [{providers: [{name: temp}]}]'),
    ],
    ['unknown-provider error s spec.metrics[0].providers[0].name'],
  ],
];

describe.each([
  ['a Sidecar', sidecarRules, sidecars],
  ['a Telemetry', telemetryRules, telemetries],
] as const)('%s', (_, rules, rows) => {
  it.each(rows)('%s', async (_sentence, words, objects, expected) => {
    expect(await told(rules, words, objects)).toEqual(expected.toSorted());
  });
});
