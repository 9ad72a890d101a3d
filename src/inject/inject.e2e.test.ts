import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { goOracle } from '../gotemplate/testing/go-oracle.ts';
import { isObject, plainText, type Json, type JsonObject } from '../json.ts';
import { injectionSettings, loadOperatorSpec } from '../operator/index.ts';
import { readText } from '../resources/index.ts';
import { otelAttributes } from './functions/otel-attributes.ts';
import { imagesOf } from './image.ts';
import { templateInput } from './inject-pod.ts';
import type { InjectionSettings } from './inject-settings.ts';
import { laidOver } from './mesh-settings.ts';
import { annotationsOf, containersOf, labelsOf } from './pod.ts';
import { proxyConfigJson } from './proxy-config-json.ts';
import { renderTemplates } from './render-templates.ts';
import { templateData, type TemplateInput } from './template-data.ts';
import { injectionTemplates } from './templates/index.ts';
import { app, deployment, plainSettings, texts } from './testing.ts';
import { workloadOf } from './workloads.ts';

const forPods = ['sidecar', 'gateway', 'grpc-agent', 'grpc-simple'];
const go = await goOracle('e2e/inject');
const folder = path.join(process.env.MESHCTL_CONFORMANCE ?? path.resolve('../shared/conformance'), 'inject');

type Case = readonly [name: string, object: JsonObject, settings: InjectionSettings];

const own: readonly Case[] = [
  ['plain', deployment({}, app), plainSettings()],
  [
    'classic',
    deployment({}, app),
    plainSettings({}, { nativeSidecars: false, compliancePolicy: 'fips-140-3' }),
  ],
  ['without containers', deployment({}, {}), plainSettings()],
  [
    'with annotations',
    deployment(
      texts({
        'sidecar.istio.io/userVolume': '{"a":{"emptyDir":{}}}',
        'sidecar.istio.io/userVolumeMount': '{"a":{"mountPath":"/a","readOnly":true}}',
        'sidecar.istio.io/bootstrapOverride': 'mine',
        'sidecar.istio.io/interceptionMode': 'TPROXY',
        'sidecar.istio.io/proxyCPULimit': '2',
        'status.sidecar.istio.io/port': '0',
        'proxy.istio.io/config': 'proxyMetadata: {A: "\\"quoted\\" ü"}',
      }),
      app,
    ),
    plainSettings(),
  ],
  [
    'with settings',
    deployment({ labels: { app: 'x'.repeat(80) } }, { ...app, serviceAccountName: 'till' }),
    plainSettings({
      global: {
        caName: 'GkeWorkloadCertificate',
        imagePullPolicy: 'Always',
        imagePullSecrets: ['one'],
        logAsJson: true,
        meshID: 'm',
        mountMtlsCerts: true,
        network: 'n',
        sts: { servicePort: 5 },
        proxy: {
          lifecycle: { preStop: { exec: { command: ['a'] } } },
          seccompProfile: { type: 'RuntimeDefault' },
        },
      },
      pilot: { cni: { enabled: true, provider: 'multus' }, env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true } },
      gateways: { securityContext: { fsGroup: 1 }, seccompProfile: { type: 'Unconfined' } },
      revision: 'canary',
    }),
  ],
];

describe.skipIf(go === undefined)("Go's text/template", () => {
  test.each(Object.keys(injectionTemplates))('parses %s', async (name) => {
    const [outcome] = (await go?.([{ text: injectionTemplates[name], data: {} }])) ?? [];
    expect(outcome).toEqual({ output: '', error: '' });
  });

  test.each(own)('makes the same of the templates for a pod: %s', async (_, object, settings) => {
    await expectSame(object, settings);
  });

  // What was recorded elsewhere is not part of the repository.
  const recorded = existsSync(folder)
    ? readdirSync(folder).filter((id) => existsSync(path.join(folder, id, 'settings.json')))
    : [];
  test.skipIf(recorded.length === 0)(
    `makes the same of ${recorded.length} recorded cases in ${folder}`,
    async () => {
      for (const id of recorded) {
        const [objects, settings] = await recordedCase(path.join(folder, id));
        for (const object of objects) await expectSame(object, settings);
      }
    },
  );
});

async function recordedCase(place: string): Promise<readonly [readonly JsonObject[], InjectionSettings]> {
  const { set, meshConfig } = JSON.parse(readFileSync(path.join(place, 'settings.json'), 'utf8')) as {
    readonly set: readonly string[];
    readonly meshConfig: JsonObject;
  };
  const sets = ['profile=empty', 'components.pilot.enabled=true', ...set];
  const settings = injectionSettings(await loadOperatorSpec({ sets }));
  const { resources } = readText(readFileSync(path.join(place, 'input.yaml'), 'utf8'), 'input.yaml');
  return [resources.map(({ value }) => value), { ...settings, mesh: laidOver(settings.mesh, meshConfig) }];
}

async function expectSame(object: JsonObject, settings: InjectionSettings): Promise<void> {
  const workload = workloadOf(object);
  if (workload === undefined) return;
  const input = templateInput(workload.pod, workload.owner, settings);
  const data = goData(input);
  const theirs = (await go?.(forPods.map((name) => ({ text: injectionTemplates[name], data })))) ?? [];
  const ours = renderTemplates(
    { templates: injectionTemplates, defaultTemplates: [] },
    forPods,
    templateData(input),
  );
  expect(ours.map(({ fragment }) => fragment)).toEqual(
    theirs.map(({ output, error }) => (error === '' ? (JSON.parse(output) as Json) : error)),
  );
}

/** The same data for the program, see e2e/inject/main.go. */
function goData({ pod, owner, mesh, proxyConfig, settings }: TemplateInput): JsonObject {
  const images = imagesOf(pod, settings.values, proxyConfig);
  const { inboundTrafficPolicy } = mesh;
  const isLocal = isObject(inboundTrafficPolicy) && inboundTrafficPolicy.mode === 'LOCALHOST';
  return {
    owner: { ...owner },
    metadata: pod.metadata,
    spec: pod.spec,
    values: settings.values,
    meshConfig: mesh,
    proxyConfig,
    proxyConfigJson: proxyConfigJson(proxyConfig),
    otel: otelAttributes({
      mesh,
      annotations: annotationsOf(pod),
      labels: labelsOf(pod),
      namespace: owner.namespace,
      containers: containersOf(pod, 'containers'),
    }),
    revision: plainText(settings.revision ?? 'default'),
    nativeSidecars: settings.nativeSidecars ?? true,
    proxyImage: images.proxy,
    proxyInitImage: images.init,
    proxyUid: 1337,
    proxyGid: 1337,
    inboundMode: isLocal ? 'localhost' : 'passthrough',
    compliance: settings.compliancePolicy ?? '',
  };
}
