import { describe, expect, it, test } from 'vitest';
import { objectIn, type JsonObject } from '../json.ts';
import { defaultRevisionObjects } from './default-revision-objects.ts';
import { isDeactivated } from './deactivated.ts';
import { takesDefault } from './takes-default.ts';
import { tagObjects, type TagInput } from './tag-objects.ts';
import { injector, nameIn, tagOf, webhooksIn } from './testing.ts';

const make = (parts: Partial<TagInput> = {}) =>
  tagObjects({ tag: 'prod', injector: injector('canary'), namespace: 'istio-system', ...parts });
const labels = (object: JsonObject | undefined): JsonObject => objectIn(object, 'metadata', 'labels');
const clients = (object: JsonObject): readonly JsonObject[] =>
  webhooksIn(object).map((webhook) => objectIn(webhook, 'clientConfig'));

describe('the objects of a tag', () => {
  test('call the control plane, by the name of the tag', () => {
    const { webhook, service, validator } = make();
    expect(clients(webhook)).toEqual(
      Array<unknown>(2).fill({
        service: { name: 'istiod-canary', namespace: 'istio-system', path: '/inject', port: 443 },
        caBundle: 'Y2E=',
      }),
    );
    expect(objectIn(service, 'spec').selector).toEqual({ app: 'istiod', 'istio.io/rev': 'canary' });
    expect([nameIn(webhook), nameIn(service), validator]).toEqual([
      'istio-revision-tag-prod',
      'istiod-revision-tag-prod',
      undefined,
    ]);
  });

  test('belong to no installation', () => {
    const { webhook, service } = make();
    const own = { release: 'istio', 'istio.io/rev': 'canary', 'istio.io/tag': 'prod' };
    expect(labels(webhook)).toEqual({ ...own, app: 'sidecar-injector' });
    expect(labels(service)).toEqual({ ...own, app: 'istiod', istio: 'pilot' });
  });

  test('belong to an installation that makes them', () => {
    expect(labels(make({ ownerLabels: { 'operator.istio.io/version': '1' } }).webhook)).toMatchObject({
      'operator.istio.io/component': 'Pilot',
      'operator.istio.io/version': '1',
    });
  });

  it.each<readonly [string, Partial<TagInput>, string]>([
    [
      'of a control plane elsewhere carry its namespace',
      { namespace: 'mesh' },
      'istio-revision-tag-prod-mesh',
    ],
    ['may have another name', { webhookName: 'mine' }, 'mine'],
  ])('%s', (_, parts, name) => {
    expect(nameIn(make(parts).webhook)).toBe(name);
  });

  test('of the tag default have four webhooks, or five', () => {
    expect(webhooksIn(make({ tag: 'default' }).webhook)).toHaveLength(4);
    expect(webhooksIn(make({ tag: 'default', everywhere: true }).webhook)).toHaveLength(5);
    expect(webhooksIn(make({ everywhere: true }).webhook)).toHaveLength(2);
  });

  test('take annotations over, but for those by which tools know their own', () => {
    const annotations = { note: 'a', 'meta.helm.sh/release-name': 'b' };
    const { webhook } = make({ injector: injector('canary', { annotations }) });
    expect(objectIn(webhook, 'metadata').annotations).toEqual({ note: 'a' });
  });

  test('need an injector that injects', () => {
    const none = { ...injector('canary'), webhooks: [{ name: 'a.example.com' }] };
    expect(() => make({ injector: none })).toThrow(/has no webhook that injects/);
  });
});

describe('the default validator', () => {
  const strict = { webhooks: [{ name: 'validation.istio.io', failurePolicy: 'Fail' }] };
  const lax = { webhooks: [{ name: 'validation.istio.io', failurePolicy: 'Ignore' }] };
  it.each<readonly [string, Partial<TagInput>, unknown]>([
    ['lets pass until istiod says otherwise', {}, 'Ignore'],
    ['of before that lets pass, still does', { liveValidator: lax }, 'Ignore'],
    ['that is strict stays as it is', { liveValidator: strict }, undefined],
  ])('%s', (_, parts, expected) => {
    const { validator } = make({ tag: 'default', ...parts });
    expect(webhooksIn(validator ?? {})[0]?.failurePolicy).toBe(expected);
  });

  it.each([
    ['a Service', {}, { service: { name: 'istiod-canary', namespace: 'istio-system', path: '/validate' } }],
    [
      'a control plane elsewhere',
      { url: 'https://mesh.example.com:15017/inject/net/n1' },
      { url: 'https://mesh.example.com:15017/validate' },
    ],
  ])('calls %s', (_, parts, expected) => {
    const { validator } = make({ tag: 'default', injector: injector('canary', { caBundle: '', ...parts }) });
    expect(clients(validator ?? {})).toEqual([expected]);
  });
});

describe('the objects of the default revision', () => {
  const owner = { ownerLabels: { 'operator.istio.io/managed': 'Reconcile' }, namespace: 'istio-system' };
  const bare = injector('default', { caBundle: '' });

  test('are the injector that gives way, and the tag', () => {
    const made = defaultRevisionObjects({
      ...owner,
      revision: '',
      injector: bare,
      liveInjector: injector('default'),
    });
    expect(made.map(nameIn)).toEqual([
      'istio-sidecar-injector',
      'istio-revision-tag-default',
      'istiod-default-validator',
      'istiod-revision-tag-default',
    ]);
    const [first, second] = made;
    expect([isDeactivated(first ?? {}), isDeactivated(second ?? {})]).toEqual([true, false]);
    expect(labels(second)).toMatchObject({
      'operator.istio.io/managed': 'Reconcile',
      'install.operator.istio.io/owning-resource-not-pruned': 'true',
    });
    expect(clients(second ?? {})[0]?.caBundle).toBe('Y2E=');
  });

  test.each([
    ['none of another revision', {}, 3],
    ['none that gave way already', { liveInjector: { ...injector('default'), webhooks: [] } }, 3],
    ['the one of the cluster', { liveInjector: injector('default') }, 4],
  ])('with %s', (_, parts, count) => {
    const made = defaultRevisionObjects({
      ...owner,
      revision: 'canary',
      injector: injector('canary'),
      ...parts,
    });
    expect(made).toHaveLength(count);
    const [first] = made;
    if (count === 4) expect(clients(first ?? {})[0]).not.toHaveProperty('caBundle');
  });
});

describe('an installation becomes the default one', () => {
  const tagged = tagOf('default', 'canary');
  const foreign = [{ ...tagged[0], kind: 'Service' }];
  it.each([
    ['without a name, always', { revision: '', state: tagged }, true],
    ['by the name default, always', { revision: 'default', state: tagged }, true],
    ['with a name, on an empty cluster', { revision: 'canary', state: [] }, true],
    ['with a name, beside an injector alone', { revision: 'canary', state: [injector('default')] }, true],
    ['with a name, beside another tag', { revision: 'canary', state: tagOf('prod', 'canary') }, true],
    ['with a name, beside a Service of the tag alone', { revision: 'canary', state: foreign }, true],
    ['with a name, not where there is a default one', { revision: 'canary', state: tagged }, false],
    [
      'not when somebody else writes webhooks',
      { revision: '', state: [], operatorManageWebhooks: true },
      false,
    ],
  ])('%s', (_, input, expected) => {
    expect(takesDefault({ operatorManageWebhooks: false, ...input })).toBe(expected);
  });
});
