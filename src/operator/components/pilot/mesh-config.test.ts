import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { isObject, plainText, type Json, type JsonObject } from '../../../json.ts';
import { renderedField } from '../../testing/rendered-field.ts';

const plane = (pilot: JsonObject, global: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  ...{ profile: 'minimal', values: { pilot, global }, ...more },
});
const remote = (global: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ profile: 'remote', values: { global, ...more } },
});

const off = { enabled: false };
const local = { istiodRemote: { enabledLocalInjectorIstiod: true }, pilot: { configMap: true } };
const elsewhere = { remotePilotAddress: '203.0.113.7' };

describe('the settings of the mesh', () => {
  it.each<readonly [sentence: string, spec: JsonObject, field: string, expected: Json | undefined]>([
    [
      'have the namespace of the mesh as their root',
      plane({}, { istioNamespace: 'mesh' }),
      'rootNamespace',
      'mesh',
    ],
    [
      'keep it though istiod runs elsewhere',
      plane({}, {}, { components: { pilot: { namespace: 'own' } } }),
      'rootNamespace',
      'istio-system',
    ],
    [
      'take a root that is named',
      plane({}, {}, { meshConfig: { rootNamespace: 'roots' } }),
      'rootNamespace',
      'roots',
    ],
    ['measure by Prometheus', plane({}), 'defaultProviders', { metrics: ['prometheus'] }],
    ['measure nothing', plane({}, {}, { values: { telemetry: off } }), 'defaultProviders', undefined],
    [
      'measure by nobody',
      plane({}, {}, { values: { telemetry: { v2: { prometheus: off } } } }),
      'defaultProviders',
      undefined,
    ],
    [
      'measure and log by Stackdriver, too',
      plane({}, {}, { values: { telemetry: { v2: { stackdriver: { enabled: true } } } } }),
      'defaultProviders',
      { metrics: ['prometheus', 'stackdriver'], accessLogging: ['stackdriver'] },
    ],
    [
      'trace to Zipkin of the mesh',
      plane({}, { proxy: { tracer: 'zipkin' } }),
      'defaultConfig.tracing',
      { zipkin: { address: 'zipkin.istio-system:9411' } },
    ],
    [
      'trace to Datadog on the node',
      plane({}, { proxy: { tracer: 'datadog' } }),
      'defaultConfig.tracing',
      { datadog: { address: '$(HOST_IP):8126' } },
    ],
    [
      'trace to Lightstep',
      plane(
        {},
        { proxy: { tracer: 'lightstep' }, tracer: { lightstep: { address: 'a', accessToken: 'b' } } },
      ),
      'defaultConfig.tracing',
      { lightstep: { address: 'a', accessToken: 'b' } },
    ],
    [
      'trace to Stackdriver in bounds',
      plane({}, { proxy: { tracer: 'stackdriver' } }),
      'defaultConfig.tracing.stackdriver.maxNumberOfAttributes',
      200,
    ],
    ['trace nowhere', plane({}), 'defaultConfig.tracing', undefined],
    ['name the mesh', plane({}, { meshID: 'm' }), 'defaultConfig.meshId', 'm'],
    [
      'name the variant of images',
      plane({}, { variant: 'debug' }),
      'defaultConfig.image',
      { imageType: 'debug' },
    ],
    [
      'lead to istiod of the revision',
      plane({}, {}, { revision: 'r1' }),
      'defaultConfig.discoveryAddress',
      'istiod-r1.istio-system.svc:15012',
    ],
    [
      'lead to istiod elsewhere by its plain name',
      remote(elsewhere, { pilot: { configMap: true } }),
      'defaultConfig.discoveryAddress',
      'istiod.istio-system.svc:15012',
    ],
    [
      'lead to istiod elsewhere past a local one',
      remote(elsewhere, local),
      'defaultConfig.discoveryAddress',
      'istiod-remote.istio-system.svc:15012',
    ],
  ])('%s', async (_, spec, field, expected) => {
    const name = spec.revision === 'r1' ? 'istio-r1' : 'istio';
    const text = await renderedField(spec, `ConfigMap ${name}`, 'data.mesh');
    const read: unknown = parse(plainText(text));
    let value = read;
    for (const step of field.split('.')) value = isObject(value) ? value[step] : undefined;
    expect(value).toEqual(expected);
  });
});
