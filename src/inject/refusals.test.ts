import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { injectResources } from './inject-resources.ts';
import { app, at, deployment, plainSettings, podAfter, texts } from './testing.ts';

describe('refusals', () => {
  test('name every annotation that cannot be obeyed', () => {
    const annotations = {
      'sidecar.istio.io/interceptionMode': 'SOMETIMES',
      'sidecar.istio.io/proxyCPU': 'much',
      'traffic.sidecar.istio.io/includeInboundPorts': '*',
    };
    expect(() => podAfter(texts(annotations))).toThrow(/interceptionMode.*proxyCPU/);
    expect(() => podAfter(texts(annotations))).not.toThrow(/includeInboundPorts/);
  });

  test.each<readonly [sentence: string, annotations: Record<string, string>, message: RegExp]>([
    [
      'templates that do not exist',
      { 'inject.istio.io/templates': 'sidecar,side' },
      /no injection template "side"/,
    ],
    ['metrics at a port of the proxy', { 'prometheus.io/port': '15090' }, /port "15090"/],
    ['volumes that are no JSON', { 'sidecar.istio.io/userVolume': '{' }, /no JSON/],
  ])('are for %s', (_, annotations, message) => {
    expect(() => podAfter(texts(annotations))).toThrow(message);
  });
});

test("users' templates see pods with the types of Go", () => {
  const templates = {
    mine: `metadata:
  annotations:
    owner: {{ .TypeMeta.Kind }} of {{ .ProxyConfig.DrainDuration.AsDuration }}
    ports: {{ applicationPorts .Spec.Containers | quote }}
    missing: {{ if (index .Spec.Containers 0).SecurityContext }}some{{ else }}none{{ end }}`,
    wrong: '{{ .Spec.Container }}',
  };
  const config = { templates, defaultTemplates: ['both'], aliases: { both: ['mine'] } };
  const pod = podAfter({}, app, plainSettings({}, { config }));
  expect(at(pod, 'metadata', 'annotations')).toMatchObject({
    owner: 'Deployment of 45s',
    ports: '8080',
    missing: 'none',
  });
  const wrong = plainSettings({}, { config: { templates, defaultTemplates: ['wrong'] } });
  expect(() => podAfter({}, app, wrong)).toThrow(/no field Container/);
});

const keys = [
  'sidecar.istio.io/userVolume',
  'sidecar.istio.io/userVolumeMount',
  'sidecar.istio.io/status',
  'proxy.istio.io/overrides',
  'proxy.istio.io/config',
  'prometheus.io/port',
  'prometheus.istio.io/scrape-targets',
  'inject.istio.io/templates',
  'status.sidecar.istio.io/port',
  'sidecar.istio.io/bootstrapOverride',
  'sidecar.istio.io/proxyCPU',
];

test('whatever a pod holds, it is injected or refused with a message', () => {
  const annotation = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('[]', '{"containers":[1]}', 'gateway', 'grpc-agent'),
  );
  const metadata = fc.record({
    annotations: fc.dictionary(fc.constantFrom(...keys), annotation),
    labels: fc.jsonValue(),
  });
  const spec = fc.dictionary(
    fc.constantFrom('containers', 'initContainers', 'volumes', 'imagePullSecrets', 'securityContext'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(metadata, spec, (meta, body) => {
      const object = deployment(meta as JsonObject, body as JsonObject);
      try {
        expect(injectResources([object], plainSettings()).objects).toHaveLength(1);
      } catch (error) {
        expect(error).toBeInstanceOf(MeshctlError);
      }
    }),
    { numRuns: 300 },
  );
});
