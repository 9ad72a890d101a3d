import { isObject, type Json, type JsonObject } from '../json.ts';
import { injectResources } from './inject-resources.ts';
import type { InjectionSettings } from './inject-settings.ts';
import { laidOver } from './mesh-settings.ts';
import { injectionTemplates } from './templates/index.ts';

const values: JsonObject = {
  global: {
    hub: 'registry.example.com/mesh',
    tag: '1.31.1',
    istioNamespace: 'istio-system',
    logging: { level: 'default:info' },
    multiCluster: { clusterName: '' },
    pilotCertProvider: 'istiod',
    proxy: {
      clusterDomain: 'cluster.local',
      componentLogLevel: 'misc:error',
      image: 'proxyv2',
      includeIPRanges: '*',
      includeInboundPorts: '*',
      logLevel: 'warning',
      privileged: false,
      readinessFailureThreshold: 4,
      readinessInitialDelaySeconds: 0,
      readinessPeriodSeconds: 15,
      resources: { requests: { cpu: '100m' } },
      startupProbe: { enabled: true, failureThreshold: 600 },
      statusPort: 15020,
    },
    proxy_init: { image: 'proxyv2' },
    sds: { token: { aud: 'istio-ca' } },
    waypoint: { resources: { requests: { cpu: '100m' } } },
  },
  pilot: { cni: { enabled: false, provider: 'default' }, env: {} },
  gateways: { securityContext: {}, seccompProfile: {} },
  revision: '',
  sidecarInjectorWebhook: { rewriteAppHTTPProbe: true },
};

/** Settings as a plain installation has them, for tests. */
export const plainSettings = (
  over: JsonObject = {},
  more: Partial<InjectionSettings> = {},
): InjectionSettings => ({
  config: { templates: injectionTemplates, defaultTemplates: ['sidecar'] },
  mesh: {},
  values: laidOver(values, over),
  ...more,
});

/** A Deployment of a pod. */
export const deployment = (metadata: JsonObject, spec: JsonObject): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace: 'store' },
  spec: { template: { metadata, spec } },
});

/** What stands at a path of a value; undefined where there is nothing. Items of lists are found by name, too. */
export function at(value: unknown, ...path: readonly (string | number)[]): Json | undefined {
  let found: Json | undefined = value as Json;
  for (const step of path) {
    if (Array.isArray(found))
      found =
        typeof step === 'number' ? found[step] : found.find((item) => isObject(item) && item.name === step);
    else found = isObject(found) ? found[String(step)] : undefined;
  }
  return found;
}

/** A pod with one container. */
export const app: JsonObject = {
  containers: [{ name: 'app', image: 'shop:1.2', ports: [{ name: 'http', containerPort: 8080 }] }],
};

/** The pod of a Deployment after injection. */
export function podAfter(
  metadata: JsonObject,
  spec: JsonObject = app,
  settings = plainSettings(),
): Json | undefined {
  const [object] = injectResources([deployment(metadata, spec)], settings).objects;
  return at(object, 'spec', 'template');
}

export const texts = (annotations: Record<string, string>): JsonObject => ({ annotations });
