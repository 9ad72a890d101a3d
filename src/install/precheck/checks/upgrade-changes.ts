import { objectIn, objectsIn, plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import { minorVersion } from '../../../minor-version.ts';

/** Something that a minor version changed, and that can be seen in a cluster. */
export interface UpgradeChange {
  /** The minor version of Istio 1 that has it first. */
  readonly since: number;
  /** Default: IST0169, which can be undone by a setting. */
  readonly code?: string;
  /** Goes on after `since 1.25`. */
  readonly message: string;
  readonly hint: string;
  /** What is concerned, by `origin` of findings. */
  readonly foundAt: (facts: PrecheckFacts) => readonly string[];
}

const gone = 'MSH0312';

/** Those that break something and need only what a precheck reads. */
export const upgradeChanges: readonly UpgradeChange[] = [
  {
    since: 22,
    message: 'nothing is traced to zipkin unless it is said, and there is a Service of it',
    hint: 'set meshConfig.defaultConfig.tracing, or values.compatibilityVersion=1.21',
    foundAt: ({ services = [], istioNamespace }) =>
      services.some((service) => keyOf(service).name === 'zipkin')
        ? [`Service ${istioNamespace}/zipkin`]
        : [],
  },
  {
    since: 24,
    code: gone,
    message: 'istiod talks to certificate authorities with ALPN, which istio-csr knows from v0.12.1 on',
    hint: 'upgrade istio-csr first',
    foundAt: ({ pods = [] }) =>
      podsWith(pods, ({ image }) => /cert-manager-istio-csr:v0\.(\d|1[0-2])(\.0)?(\W|$)/.test(image)),
  },
  {
    since: 25,
    code: gone,
    message: 'OpenCensus is gone, and the mesh configuration names it',
    hint: 'move to a provider for opentelemetry',
    foundAt: (facts) => meshConfigsWith(facts, /^\s*-?\s*(opencensus|openCensusAgent):/m),
  },
  {
    since: 27,
    code: gone,
    message: 'Lightstep is gone, and the mesh configuration names it',
    hint: 'move to a provider for opentelemetry',
    foundAt: (facts) => meshConfigsWith(facts, /^\s*-?\s*lightstep:/m),
  },
  {
    since: 27,
    message: 'proxies are init containers that go on running, where all nodes have Kubernetes 1.33 or newer',
    hint: 'see to tools that look for istio-proxy among containers, or set values.pilot.env.ENABLE_NATIVE_SIDECARS=false',
    foundAt: ({ nodes = [], pods = [] }) =>
      nodes.length > 0 && nodes.every(runsNativeSidecars) && pods.some(hasOldSidecar) ? ['Cluster'] : [],
  },
  {
    since: 29,
    message: 'the debug endpoints of istiod answer little to callers outside of its namespace, such as Kiali',
    hint: 'name its namespace in values.pilot.env.DEBUG_ENDPOINT_AUTH_ALLOWED_NAMESPACES',
    foundAt: ({ pods = [], istioNamespace }) =>
      podsWith(
        pods.filter((pod) => keyOf(pod).namespace !== istioNamespace),
        ({ image }) => /\/kiali(-\w+)?[:@]/.test(image),
      ),
  },
];

interface Container {
  readonly name: string;
  readonly image: string;
}

const containersOf = (pod: JsonObject): readonly Container[] =>
  objectsIn(pod, 'spec', 'containers').map(({ name, image }) => ({
    name: plainText(name),
    image: plainText(image),
  }));

const podsWith = (
  pods: readonly JsonObject[],
  wanted: (container: Container) => boolean,
): readonly string[] =>
  pods
    .filter((pod) => containersOf(pod).some(wanted))
    .map((pod) => `Pod ${keyOf(pod).namespace ?? ''}/${keyOf(pod).name}`);

function meshConfigsWith({ configMaps = [] }: PrecheckFacts, wanted: RegExp): readonly string[] {
  return configMaps
    .filter(
      (object) =>
        /^istio(-|$)/.test(keyOf(object).name) && wanted.test(plainText(objectIn(object, 'data').mesh)),
    )
    .map((object) => `ConfigMap ${keyOf(object).namespace ?? ''}/${keyOf(object).name}`);
}

function runsNativeSidecars(node: JsonObject): boolean {
  return (minorVersion(plainText(objectIn(node, 'status', 'nodeInfo').kubeletVersion)) ?? 0) >= 33;
}

const hasOldSidecar = (pod: JsonObject): boolean =>
  objectIn(pod, 'metadata', 'annotations')['sidecar.istio.io/status'] !== undefined &&
  containersOf(pod).some(({ name }) => name === 'istio-proxy');
