import { withoutKey, type Json, type JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { containerResources } from '../../container-resources.ts';
import { taggedVariant } from '../../image.ts';
import { present } from '../../present.ts';
import { nodeAffinity } from './node-affinity.ts';
import { antiAffinity } from './anti-affinity.ts';
import { environmentOf } from './environment.ts';
import type { GatewayParts } from './gateway-parts.ts';
import { targetOf } from './target-port.ts';
import { mountsOf, secretMounts, secretVolumes, volumesOf } from './volumes.ts';

/** The proxies of a gateway: whole, or a frame that injection fills in. */
export function deployment(gateway: GatewayParts): KubeObject {
  const { name, namespace, own, labels, matched } = gateway;
  const isInjected = own.is('injectionTemplate');
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      labels: {
        ...{ ...labels.chart, ...matched, ...labels.owner },
        ...(!isInjected && { 'istio.io/dataplane-mode': 'none' }),
      },
    },
    spec: {
      ...(!own.is('autoscaleEnabled') && present({ replicas: own.number('replicaCount') })),
      selector: { matchLabels: { ...matched } },
      strategy: {
        rollingUpdate: {
          maxSurge: own.at('rollingMaxSurge') ?? '100%',
          maxUnavailable: own.at('rollingMaxUnavailable') ?? '25%',
        },
      },
      template: { metadata: podMetadata(gateway, isInjected), spec: podSpec(gateway, isInjected) },
    },
  };
}

function podMetadata(gateway: GatewayParts, isInjected: boolean): JsonObject {
  const { own, values } = gateway;
  const measured = values.is('meshConfig.enablePrometheusMerge');
  return {
    labels: podLabels(gateway, isInjected),
    annotations: {
      ...(measured && {
        'prometheus.io/port': '15020',
        'prometheus.io/scrape': 'true',
        'prometheus.io/path': '/stats/prometheus',
      }),
      'sidecar.istio.io/inject': String(isInjected),
      ...(isInjected
        ? { 'inject.istio.io/templates': own.text('injectionTemplate') }
        : { 'istio.io/rev': revisionOf(gateway) }),
      ...own.map('podAnnotations'),
    },
  };
}

const revisionOf = ({ labels }: GatewayParts): string => labels.owner['istio.io/rev'] ?? 'default';

function podLabels(gateway: GatewayParts, isInjected: boolean): JsonObject {
  const { name, namespace, revision, labels, matched } = gateway;
  return {
    ...{ ...labels.plain, ...matched, ...withoutKey(labels.owner, 'istio.io/rev') },
    // Selectors of very old installations ask for them.
    ...(namespace === 'istio-system' && { chart: 'gateways', heritage: 'Tiller', release: 'istio' }),
    'service.istio.io/canonical-name': name,
    'service.istio.io/canonical-revision': versionOf(gateway),
    'sidecar.istio.io/inject': String(isInjected),
    ...(!isInjected && { 'istio.io/dataplane-mode': 'none' }),
    ...((!isInjected || revision !== '') && { 'istio.io/rev': revisionOf(gateway) }),
  };
}

/** The first that says something: labels of the gateway, then the revision. */
const versionOf = ({ matched, revision }: GatewayParts): string =>
  [matched['app.kubernetes.io/version'], matched.version, revision].find(Boolean) ?? 'latest';

function podSpec(gateway: GatewayParts, isInjected: boolean): JsonObject {
  const { name, own, values } = gateway;
  const affinity = { nodeAffinity: nodeAffinity(gateway), ...antiAffinity(own) };
  return {
    ...present({
      securityContext: podSecurity(gateway),
      priorityClassName: values.text('global.priorityClassName'),
      tolerations:
        own.list('tolerations').length > 0
          ? own.list('tolerations')
          : values.list('global.defaultTolerations'),
    }),
    serviceAccountName: `${name}-service-account`,
    affinity,
    containers: [isInjected ? frame(gateway) : container(gateway), ...own.list('additionalContainers')],
    volumes: isInjected ? secretVolumes(gateway) : volumesOf(gateway),
  };
}

/** On OpenShift the namespace says which users there are. */
function podSecurity({ own, values }: GatewayParts): JsonObject {
  if (own.is('runAsRoot')) return {};
  const ids = values.text('global.platform') === 'openshift' ? {} : { runAsUser: 1337, runAsGroup: 1337 };
  return { ...ids, runAsNonRoot: true };
}

/** What is left to say when injection brings the proxy. */
function frame(gateway: GatewayParts): JsonObject {
  const { own, values } = gateway;
  return {
    name: 'istio-proxy',
    image: 'auto',
    ...present({
      imagePullPolicy: values.text('global.imagePullPolicy'),
      securityContext: containerSecurity(gateway),
    }),
    ports: containerPorts(gateway),
    env: environmentOf(gateway, 'frame'),
    resources: containerResources(own.map('resources'), values.map('global.defaultResources')),
    volumeMounts: secretMounts(gateway),
  };
}

function container(gateway: GatewayParts): JsonObject {
  const { own, values } = gateway;
  return {
    name: 'istio-proxy',
    image: proxyImage(gateway),
    ...present({
      imagePullPolicy: values.text('global.imagePullPolicy'),
      securityContext: containerSecurity(gateway),
    }),
    ports: containerPorts(gateway),
    args: argumentsOf(gateway),
    readinessProbe: {
      failureThreshold: 30,
      httpGet: { path: '/healthz/ready', port: 15021, scheme: 'HTTP' },
      initialDelaySeconds: 1,
      periodSeconds: 2,
      successThreshold: 1,
      timeoutSeconds: 1,
    },
    resources: containerResources(own.map('resources'), values.map('global.defaultResources')),
    env: environmentOf(gateway, 'whole'),
    volumeMounts: mountsOf(gateway),
  };
}

function proxyImage({ own, values }: GatewayParts): string {
  const image = values.text('global.proxy.image') || 'proxyv2';
  if (image.includes('/')) return image;
  const hub = values.text('global.hub');
  return `${hub}/${image}:${taggedVariant(own.text('tag') || values.text('global.tag'), values.text('global.variant'))}`;
}

function containerSecurity({ own }: GatewayParts): JsonObject {
  if (own.is('runAsRoot')) return {};
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  };
}

function containerPorts({ own }: GatewayParts): JsonObject[] {
  const ports = own.list('ports').map((port) => {
    const { number, protocol } = targetOf(port);
    return { containerPort: number, protocol };
  });
  return [...ports, { containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' }];
}

function argumentsOf({ values }: GatewayParts): Json[] {
  const flag = (name: string, path: string): string[] =>
    values.is(path) ? [`--${name}=${values.text(path)}`] : [];
  return [
    ...['proxy', 'router', '--domain', `$(POD_NAMESPACE).svc.${values.text('global.proxy.clusterDomain')}`],
    ...flag('proxyLogLevel', 'global.proxy.logLevel'),
    ...flag('proxyComponentLogLevel', 'global.proxy.componentLogLevel'),
    ...flag('log_output_level', 'global.logging.level'),
    ...(values.is('global.logAsJson') ? ['--log_as_json'] : []),
    ...flag('stsPort', 'global.sts.servicePort'),
  ];
}
