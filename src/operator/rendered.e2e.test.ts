import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { objectApplier, type ApplyObject } from '../kube/testing/object-applier.ts';
import { rigSources, startRig, type Rig } from '../kube/testing/rig.ts';
import { loadOperatorSpec, profileNames, renderManifests } from './index.ts';

const sources = rigSources();

const attachments: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'network-attachment-definitions.k8s.cni.cncf.io' },
  spec: {
    group: 'k8s.cni.cncf.io',
    scope: 'Namespaced',
    names: {
      kind: 'NetworkAttachmentDefinition',
      plural: 'network-attachment-definitions',
      singular: 'network-attachment-definition',
    },
    versions: [
      {
        ...{ name: 'v1', served: true, storage: true },
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};

const specs: readonly (readonly [title: string, sets: readonly string[], spec: string])[] = [
  [
    'a gateway with all that Kubernetes lets one say',
    [],
    `
profile: minimal
components:
  ingressGateways:
  - name: edge
    namespace: edge
    label: {istio: edge, version: v2}
    k8s:
      replicaCount: 3
      hpaSpec: {minReplicas: 2, maxReplicas: 7}
      podDisruptionBudget: {maxUnavailable: 1}
      strategy: {rollingUpdate: {maxUnavailable: 0}}
      resources: {requests: {cpu: "1", memory: 1Gi}, limits: {cpu: 2, memory: 2Gi}}
      serviceAnnotations: {a.example/b: c}
      service:
        type: NodePort
        externalTrafficPolicy: Local
        ports: [{name: https, port: 443, targetPort: 8443, nodePort: 30443}]
values:
  global: {networkPolicy: {enabled: true}, arch: {amd64: 2, arm64: 1}, mountMtlsCerts: true}
  gateways:
    istio-ingressgateway:
      env: {ISTIO_META_NETWORK: net2}
      configVolumes: [{name: tls, mountPath: /etc/tls, configMapName: tls}]
      additionalContainers: [{name: probe, image: "busybox:1"}]
      serviceAccount: {annotations: {role: edge}}
      loadBalancerSourceRanges: [10.0.0.0/8]
unvalidatedValues:
  gateways:
    istio-ingressgateway:
      podAntiAffinityLabelSelector:
      - {key: app, operator: In, values: "a,b", topologyKey: kubernetes.io/hostname}
`,
  ],
  [
    'a control plane with every knob',
    ['revision=canary'],
    `
profile: minimal
values:
  defaultRevision: canary
  revisionTags: [prod, stage]
  experimental: {stableValidationPolicy: true}
  gatewayClasses:
    istio: {deployment: {spec: {replicas: 2}}}
  telemetry: {v2: {stackdriver: {enabled: true}}}
  global:
    logAsJson: true
    istiod: {enableAnalysis: true}
    networkPolicy: {enabled: true}
    certSigners: [clusterissuers.cert-manager.io/mesh]
    pilotCertProvider: k8s.io/clusterissuers.cert-manager.io/mesh
    proxy: {tracer: zipkin}
    trustBundleName: roots
    externalIstiod: true
  pilot:
    autoscaleMin: 2
    memory: {targetAverageUtilization: 70}
    autoscaleBehavior: {scaleDown: {stabilizationWindowSeconds: 60}}
    envVarFrom: [{name: S, valueFrom: {secretKeyRef: {name: s, key: k}}}]
    crlConfigMapName: revoked
    jwksResolverExtraRootCA: pem
    taint: {enabled: true, namespace: kube-system}
    seccompProfile: {type: RuntimeDefault}
    ipFamilies: [IPv4]
    ipFamilyPolicy: SingleStack
    volumes: [{name: e, emptyDir: {}}]
    volumeMounts: [{name: e, mountPath: /e}]
`,
  ],
  [
    'ambient mode on OpenShift with a revision',
    ['profile=openshift-ambient', 'revision=r1', 'values.global.networkPolicy.enabled=true'],
    '{}',
  ],
  [
    'node proxies and plugin with every knob',
    ['profile=ambient'],
    `
values:
  cni:
    chained: false
    provider: multus
    istioOwnedCNIConfig: true
    istioOwnedCNIConfigFileName: 02-istio.conflist
    useAppArmorAnnotation: false
    resourceQuotas: {enabled: true}
    seccompProfile: {type: RuntimeDefault}
  ztunnel:
    resourceQuotas: {enabled: true}
    logAsJson: true
    env: {A: b}
    annotations: {a.example/b: c}
    peerCaCrl: {enabled: true}
    dnsPolicy: None
    dnsConfig: {nameservers: [10.0.0.10]}
`,
  ],
  ...['203.0.113.7', '2001:db8::1', 'plane.example.com'].map(
    (address) =>
      [
        `a cluster whose control plane is at ${address}`,
        ['profile=remote', 'values.pilot.configMap=true'],
        `values: {global: {remotePilotAddress: "${address}", configCluster: true}}`,
      ] as const,
  ),
  [
    'a cluster with a local injector beside its control plane elsewhere',
    ['profile=remote', 'values.istiodRemote.enabledLocalInjectorIstiod=true'],
    'values: {global: {remotePilotAddress: 203.0.113.7, omitSidecarInjectorConfigMap: false}}',
  ],
  [
    'a gateway that injection fills in',
    ['values.gateways.istio-ingressgateway.injectionTemplate=gateway'],
    '{}',
  ],
];

describe.skipIf(sources === undefined)('a real API server', () => {
  let rig: Rig;
  let apply: ApplyObject;

  beforeAll(async () => {
    rig = await startRig(sources ?? '');
    apply = await objectApplier(rig.kubeconfig);
    await expectTaken([attachments, ...['istio-system', 'kube-system', 'edge'].map(namespaceNamed)]);
  });

  afterAll(async () => {
    await rig.stop();
  });

  const expectTaken = async (objects: readonly JsonObject[]): Promise<void> => {
    const refused: string[] = [];
    for (const object of objects) {
      const fault = await apply(object);
      if (fault !== undefined) refused.push(`${JSON.stringify([object.kind, object.metadata])}: ${fault}`);
    }
    expect(refused).toEqual([]);
  };

  test('refuses what has a field that its kind does not', async () => {
    const fault = await apply({
      ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'odd', namespace: 'edge' }, dat: {} },
    });
    expect(fault).toMatch(/dat/);
  });

  test.each(profileNames.map((name) => [name]))('takes every object of the profile %s', async (name) => {
    await expectTaken(await rendered([`profile=${name}`], '{}'));
  });

  test.each(specs)('takes every object of %s', async (_, sets, spec) => {
    const objects = await rendered(sets, spec);
    expect(objects.length).toBeGreaterThan(5);
    await expectTaken(objects);
  });
});

const namespaceNamed = (name: string): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
});

async function rendered(sets: readonly string[], spec: string): Promise<readonly JsonObject[]> {
  const indented = spec.trim().replace(/^/gm, '  ');
  const text = `kind: IstioOperator\nspec:\n${indented}\n`;
  const loaded = await loadOperatorSpec({ files: [{ name: 'spec.yaml', text }], sets });
  expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { objects } = await renderManifests(loaded);
  return objects.map(({ object }) => object);
}
