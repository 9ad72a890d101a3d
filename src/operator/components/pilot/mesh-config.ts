import type { JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import { mergeValues } from '../../spec/index.ts';
import type { Values } from '../../values/values.ts';
import { yamlOf } from '../../yaml-of.ts';
import type { Plane } from './plane.ts';

/** The ConfigMap from which istiod and proxies take the settings of the mesh. */
export function meshConfigMap(plane: Plane): readonly KubeObject[] {
  const { namespace, suffix, values, labels } = plane;
  if (!values.is('configMap')) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `istio${suffix}`, namespace, labels: { ...labels.chart, ...labels.owner } },
      data: {
        meshNetworks: yamlOf({ networks: values.map('global.meshNetworks') }),
        mesh: yamlOf(meshConfig(plane)),
      },
    },
  ];
}

/** The settings of the mesh: what follows from other settings, with those that were asked for on top. */
export function meshConfig(plane: Plane): JsonObject {
  const { values, istioNamespace } = plane;
  const followed: JsonObject = {
    defaultConfig: {
      ...present({ meshId: values.text('global.meshID') }),
      ...present({ image: present({ imageType: values.text('global.variant') }) }),
      ...present({ tracing: tracingOf(values) }),
      discoveryAddress: discoveryAddress(plane),
    },
    ...present({ defaultProviders: providersOf(values) }),
    rootNamespace: values.text('meshConfig.rootNamespace') || istioNamespace,
    trustDomain: 'cluster.local',
  };
  return mergeValues(followed, values.map('meshConfig'));
}

/** Who gets metrics and logs when the mesh itself does not say. */
function providersOf(values: Values): JsonObject {
  const isMeasured = values.is('telemetry.enabled') && values.is('telemetry.v2.enabled');
  if (!isMeasured || values.is('meshConfig.defaultProviders')) return {};
  const prometheus = values.is('telemetry.v2.prometheus.enabled') ? ['prometheus'] : [];
  const stackdriver = values.is('telemetry.v2.stackdriver.enabled') ? ['stackdriver'] : [];
  return present({ metrics: [...prometheus, ...stackdriver], accessLogging: stackdriver });
}

/**
 * Where proxies find their control plane: where one elsewhere has a name here, by that; a local one that only injects has
 * taken the plain name.
 */
function discoveryAddress({ name, namespace, remote, runs, values }: Plane): string {
  if (!values.is('global.remotePilotAddress')) return `${name}.${namespace}.svc:15012`;
  return `${remote && runs ? 'istiod-remote' : 'istiod'}.${namespace}.svc:15012`;
}

function tracingOf(values: Values): JsonObject {
  const tracer = values.text('global.proxy.tracer');
  const settings = values.inner(`global.tracer.${tracer}`);
  switch (tracer) {
    case 'lightstep':
      return {
        lightstep: present({ address: settings.text('address'), accessToken: settings.text('accessToken') }),
      };
    case 'zipkin':
      return {
        zipkin: {
          address: settings.text('address') || `zipkin.${values.text('global.istioNamespace')}:9411`,
        },
      };
    case 'datadog':
      return { datadog: { address: settings.text('address') || '$(HOST_IP):8126' } };
    case 'stackdriver':
      return { stackdriver: { ...stackdriverLimits, debug: false } };
    default:
      return {};
  }
}

const stackdriverLimits = {
  maxNumberOfAnnotations: 200,
  maxNumberOfAttributes: 200,
  maxNumberOfMessageEvents: 200,
};
