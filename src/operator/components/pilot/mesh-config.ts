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
  const { values, namespace } = plane;
  const isMeasured =
    values.is('telemetry.enabled') &&
    values.is('telemetry.v2.enabled') &&
    values.at('meshConfig.defaultProviders') === undefined;
  const stackdriver = values.is('telemetry.v2.stackdriver.enabled');
  const followed: JsonObject = {
    defaultConfig: {
      ...present({ meshId: values.text('global.meshID') }),
      ...present({ image: present({ imageType: values.text('global.variant') }) }),
      ...present({ tracing: tracingOf(values) }),
      discoveryAddress: discoveryAddress(plane),
    },
    ...(isMeasured && {
      defaultProviders: {
        metrics: [
          ...(values.is('telemetry.v2.prometheus.enabled') ? ['prometheus'] : []),
          ...(stackdriver ? ['stackdriver'] : []),
        ],
        ...(stackdriver && { accessLogging: ['stackdriver'] }),
      },
    }),
    rootNamespace: values.text('meshConfig.rootNamespace') || namespace,
    trustDomain: values.text('global.trustDomain') || 'cluster.local',
  };
  return mergeValues(followed, values.map('meshConfig'));
}

/** Where proxies find their control plane: by the name of the one elsewhere, if there is one. */
function discoveryAddress({ name, namespace, remote, runs, values }: Plane): string {
  const isElsewhere = values.is('global.remotePilotAddress') && !(remote && !runs);
  return `${isElsewhere && !remote ? 'istiod-remote' : name}.${namespace}.svc:15012`;
}

function tracingOf(values: Values): JsonObject {
  const tracer = values.text('global.proxy.tracer');
  const settings = values.inner(`global.tracer.${tracer}`);
  const zipkin = settings.text('address') || `zipkin.${values.text('global.istioNamespace')}:9411`;
  switch (tracer) {
    case 'lightstep':
      return {
        lightstep: present({ address: settings.text('address'), accessToken: settings.text('accessToken') }),
      };
    case 'zipkin':
      return { zipkin: { address: zipkin } };
    case 'datadog':
      return { datadog: { address: settings.text('address') || '$(HOST_IP):8126' } };
    case 'stackdriver':
      return { stackdriver: {} };
    default:
      return {};
  }
}
