import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';
import { plainText, type Json, type JsonObject } from '../../json.ts';

const small = { requests: { cpu: '10m', memory: '40Mi' } };
const collector = 'opentelemetry-collector.observability.svc.cluster.local';
const fixedSize = { autoscaleEnabled: false, resources: small };

const demo: JsonObject = {
  meshConfig: {
    accessLogFile: '/dev/stdout',
    extensionProviders: [
      { name: 'otel', envoyOtelAls: { service: collector, port: 4317 } },
      { name: 'skywalking', skywalking: { service: 'tracing.istio-system.svc.cluster.local', port: 11800 } },
      { name: 'otel-tracing', opentelemetry: { service: collector, port: 4317 } },
      {
        name: 'jaeger',
        opentelemetry: { service: 'jaeger-collector.istio-system.svc.cluster.local', port: 4317 },
      },
    ],
  },
  global: { proxy: { resources: small }, waypoint: { resources: small } },
  cni: { resources: small },
  ztunnel: { resources: small },
  pilot: {
    autoscaleEnabled: false,
    traceSampling: 100,
    resources: { requests: { cpu: '10m', memory: '100Mi' } },
  },
  gateways: {
    'istio-egressgateway': fixedSize,
    'istio-ingressgateway': {
      ...fixedSize,
      ports: [
        { name: 'status-port', port: 15021, targetPort: 15021 },
        { name: 'http2', port: 80, targetPort: 8080 },
        { name: 'https', port: 443, targetPort: 8443 },
        { name: 'tcp', port: 31400, targetPort: 31400 },
        { name: 'tls', port: 15443, targetPort: 15443 },
      ],
    },
  },
};

const ambient: JsonObject = {
  meshConfig: {
    defaultConfig: { proxyMetadata: { ISTIO_META_ENABLE_HBONE: 'true' } },
    serviceScopeConfigs: [
      {
        servicesSelector: {
          matchExpressions: [{ key: 'istio.io/global', operator: 'In', values: ['true'] }],
        },
        scope: 'GLOBAL',
      },
    ],
  },
  global: { variant: 'distroless' },
  pilot: { env: { PILOT_ENABLE_AMBIENT: 'true' } },
  cni: { ambient: { enabled: true } },
};

const remote: JsonObject = {
  istiodRemote: { enabled: true },
  configMap: false,
  telemetry: { enabled: false },
  global: { omitSidecarInjectorConfigMap: true },
};

const profiles: Readonly<Record<string, JsonObject>> = {
  demo,
  ambient,
  preview: { meshConfig: { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' } } } },
  remote,
  stable: { experimental: { stableValidationPolicy: true } },
};

/** The settings that `values.profile` stands for. */
export function profileSettings(name: Json | undefined): JsonObject {
  return namedSettings(profiles, name, 'values profile', 'spec.values.profile');
}

/**
 * The settings of a name; none for no name.
 *
 * @throws {MeshctlError} `input` when nobody knows the name.
 */
export function namedSettings(
  known: Readonly<Record<string, JsonObject>>,
  name: Json | undefined,
  what: string,
  path: string,
): JsonObject {
  if (name === undefined || name === null || name === '') return {};
  const settings = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  if (settings !== undefined) return settings;
  const meant = closest(plainText(name), Object.keys(known));
  throw new MeshctlError('input', `there is no ${what} ${JSON.stringify(name)} (${path})`, {
    hint: meant === undefined ? `choose one of ${Object.keys(known).join(', ')}` : `did you mean ${meant}?`,
  });
}
