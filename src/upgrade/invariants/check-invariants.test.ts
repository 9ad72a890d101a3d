import { describe, expect, test } from 'vitest';
import { objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import { checkInvariants } from './check-invariants.ts';
import type { Observed } from './observed.ts';
import { healthyMesh, nameOf, namespace, podOf } from './testing/healthy-mesh.ts';

type Fault = (objects: readonly JsonObject[]) => readonly JsonObject[];

const without =
  (kind: string, name: string): Fault =>
  (objects) =>
    objects.filter((object) => object.kind !== kind || nameOf(object) !== name);

const edited =
  (kind: string, name: string, edit: (object: JsonObject) => JsonObject): Fault =>
  (objects) =>
    objects.map((object) => (object.kind === kind && nameOf(object) === name ? edit(object) : object));

const plus =
  (...more: readonly JsonObject[]): Fault =>
  (objects) => [...objects, ...more];

const inject = 'MutatingWebhookConfiguration';
const webhooks = (object: JsonObject, change: (webhook: JsonObject) => JsonObject): JsonObject => ({
  ...object,
  webhooks: objectsIn(object, 'webhooks').map(change),
});
const noCertificate = (object: JsonObject): JsonObject =>
  webhooks(object, (webhook) => ({
    ...webhook,
    clientConfig: { ...objectIn(webhook, 'clientConfig'), caBundle: '' },
  }));
const noEndpoints = (slice: JsonObject): JsonObject => ({
  ...slice,
  endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: false } }],
});
const ending = (pod: JsonObject): JsonObject => ({
  ...pod,
  metadata: { ...objectIn(pod, 'metadata'), deletionTimestamp: '2026-11-20T10:00:00Z' },
});
const renamed =
  (name: string): Fault =>
  (objects) =>
    objects.flatMap((object) =>
      object.kind === inject && nameOf(object) === 'istio-revision-tag-prod'
        ? [object, { ...object, metadata: { ...objectIn(object, 'metadata'), name } }]
        : [object],
    );

const isOf =
  (revision: string) =>
  (object: JsonObject): boolean =>
    objectIn(object, 'metadata', 'labels')['istio.io/rev'] === revision;

const violations = (fault: Fault, more: Partial<Observed> = {}): readonly string[] =>
  checkInvariants({ objects: fault(healthyMesh), ...more }).map(
    ({ code, subject, message }) => `${code}: ${subject} ${message}`,
  );

describe('checkInvariants', () => {
  test('is content with a mesh of two control planes and two tags', () => {
    expect(checkInvariants({ objects: healthyMesh })).toEqual([]);
  });

  test.each<[string, Fault, readonly string[]]>([
    [
      'two webhooks that match the same pods',
      renamed('istio-revision-tag-copy'),
      [
        'two-injectors: Namespace shop is for istio-revision-tag-copy and istio-revision-tag-prod',
        'two-injectors: Pod shop/cart is for istio-revision-tag-copy and istio-revision-tag-prod',
      ],
    ],
    [
      'a Service that was removed',
      without('Service', 'istiod-canary'),
      [
        'no-endpoints: MutatingWebhookConfiguration istio-revision-tag-prod calls Service istio-system/istiod-canary, which is not there',
        'revision-gone: revision canary has no istiod that is ready behind its Service, and Pod shop/cart has its proxy of it',
      ],
    ],
    [
      'a caBundle that is empty',
      edited(inject, 'istio-revision-tag-prod', noCertificate),
      [
        'no-certificate: MutatingWebhookConfiguration istio-revision-tag-prod has no caBundle in its webhook rev.namespace.sidecar-injector.istio.io',
      ],
    ],
    [
      'a revision that was removed too early',
      (objects) =>
        objects.filter(
          (object) =>
            objectIn(object, 'metadata', 'labels')['istio.io/rev'] !== 'default' ||
            object.kind === 'Namespace',
        ),
      [
        'no-injector: Namespace legacy asks for a proxy by its labels, and no webhook is called for it',
        'no-injector: Pod legacy/old asks for a proxy by its labels, and no webhook is called for it',
        'revision-gone: revision default has no istiod that is ready behind its Service, and Pod legacy/old has its proxy of it',
      ],
    ],
    [
      'a tag without its webhook',
      without(inject, 'istio-revision-tag-prod'),
      [
        'no-injector: Namespace shop asks for a proxy by its labels, and no webhook is called for it',
        'no-injector: Pod shop/cart asks for a proxy by its labels, and no webhook is called for it',
      ],
    ],
    [
      'a label that names no revision',
      plus(namespace('lost', { 'istio.io/rev': '1-30-9' })),
      ['no-injector: Namespace lost asks for a proxy by its labels, and no webhook is called for it'],
    ],
    [
      'istiods that are not ready',
      edited('EndpointSlice', 'istiod-canary-x', noEndpoints),
      [
        'no-endpoints: MutatingWebhookConfiguration istio-revision-tag-prod calls Service istio-system/istiod-canary, which has no endpoint that is ready',
        'revision-gone: revision canary has no istiod that is ready behind its Service, and Pod shop/cart has its proxy of it',
      ],
    ],
    [
      'webhooks that nobody is called for, of a control plane that is gone',
      (objects) =>
        objects
          .map((object) => (nameOf(object) === 'shop' ? namespace('shop') : object))
          .filter((object) => !['Service', 'Pod'].includes(plainText(object.kind)) || !isOf('canary')(object))
          .filter((object) => nameOf(object) !== 'cart'),
      [
        'no-endpoints: MutatingWebhookConfiguration istio-revision-tag-prod calls Service istio-system/istiod-canary, which is not there',
        'no-endpoints: MutatingWebhookConfiguration istio-sidecar-injector-canary calls Service istio-system/istiod-canary, which is not there',
      ],
    ],
    [
      'a validator of a control plane that is gone',
      plus({
        kind: 'ValidatingWebhookConfiguration',
        metadata: {
          name: 'istiod-default-validator',
          labels: { 'istio.io/rev': 'old', 'istio.io/tag': 'default' },
        },
        webhooks: [
          {
            ...{ name: 'validation.istio.io', failurePolicy: 'Fail' },
            clientConfig: { caBundle: 'Y2E=', service: { name: 'istiod-old', namespace: 'istio-system' } },
          },
        ],
      }),
      [
        'no-endpoints: ValidatingWebhookConfiguration istiod-default-validator calls Service istio-system/istiod-old, which is not there',
      ],
    ],
    [
      'a pod that asks for a revision that is not there',
      plus(podOf('plain/job', { labels: { 'istio.io/rev': 'gone' } }), namespace('plain')),
      ['no-injector: Pod plain/job asks for a proxy by its labels, and no webhook is called for it'],
    ],
  ])('sees %s', (_, fault, expected) => {
    expect(violations(fault)).toEqual(expected);
  });

  test.each<[string, Fault]>([
    [
      'a namespace that wants no proxies',
      plus(namespace('off', { 'istio-injection': 'disabled', 'istio.io/rev': 'gone' })),
    ],
    ['a namespace that says nothing', plus(namespace('plain'))],
    [
      'both labels, of which the older one counts',
      plus(namespace('both', { 'istio-injection': 'enabled', 'istio.io/rev': 'gone' })),
    ],
    [
      'a pod that wants no proxy',
      plus(podOf('shop/off', { labels: { 'sidecar.istio.io/inject': 'false' } })),
    ],
    [
      'a control plane that comes up, and nobody depends on',
      (objects) =>
        without(
          'EndpointSlice',
          'istiod-canary-x',
        )(
          objects
            .map((object) =>
              nameOf(object).includes('canary') && object.kind === inject ? noCertificate(object) : object,
            )
            .filter((object) => !['istio-revision-tag-prod', 'shop', 'cart'].includes(nameOf(object))),
        ),
    ],
    [
      'the last pod of a control plane that is gone, which ends',
      (objects) => plus(ending(podOf('shop/last', { revision: 'old' })))(objects),
    ],
  ])('does not mind %s', (_, fault) => {
    expect(violations(fault)).toEqual([]);
  });

  test('sees in the log of the injectors who was refused, and who was asked twice', () => {
    const injections = [
      { namespace: 'shop', pod: 'fine-', webhooks: ['a/rev.namespace.x'] },
      { namespace: 'shop', pod: 'twice-', webhooks: ['b/rev.namespace.x', 'a/rev.namespace.x'] },
      { namespace: 'shop', pod: 'never-', webhooks: ['a/rev.namespace.x'], error: 'no endpoints' },
    ];
    expect(violations((objects) => objects, { injections })).toEqual([
      'pod-refused: Pod shop/never- was refused: no endpoints',
      'two-injectors: Pod shop/twice- was given to a/rev.namespace.x and b/rev.namespace.x',
    ]);
  });

  test('sees proxies that are connected to a control plane whose Service is gone', () => {
    const connected = new Map([
      ['canary', ['cart.shop']],
      ['old', ['late.shop', 'later.shop']],
      ['older', []],
    ]);
    expect(violations((objects) => objects, { connected })).toEqual([
      'revision-gone: revision old has no istiod that is ready behind its Service, and 2 proxies are connected to it',
    ]);
  });
});
