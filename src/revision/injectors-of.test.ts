import { assert, constantFrom, dictionary, option, property, record, subarray } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { injectorsOf, readInjectors } from './injectors-of.ts';
import { namespaceLabels } from './injection-shifts.ts';
import { injector, namespace, tagOf, twoRevisions } from './testing.ts';
import { webhookOverlaps } from './webhook-overlaps.ts';
import { deactivated } from './deactivated.ts';

type Labels = Readonly<Record<string, string>>;

const rev = 'istio.io/rev';
const asks = 'sidecar.istio.io/inject';

/** `revision`, or `revision by tag`. */
function called(home: Labels, pod: Labels, objects = twoRevisions): readonly string[] {
  return injectorsOf(namespaceLabels(namespace('shop', home)), pod, readInjectors(objects)).map(
    ({ revision, tag }) => (tag === undefined ? revision : `${revision} by ${tag}`),
  );
}

describe('who injects', () => {
  it.each<readonly [string, Labels, Labels, readonly string[]]>([
    ['a revision that the namespace names', { [rev]: 'canary' }, {}, ['canary']],
    ['a tag that the namespace names', { [rev]: 'prod' }, {}, ['canary by prod']],
    ['the tag default, by its name', { [rev]: 'default' }, {}, ['default by default']],
    ['nobody for a name that is neither', { [rev]: 'old' }, {}, []],
    [
      'the revision of the namespace, whatever the pod names',
      { [rev]: 'canary' },
      { [rev]: 'prod' },
      ['canary'],
    ],
    [
      'nobody when the pod refuses the revision of its namespace',
      { [rev]: 'canary' },
      { [asks]: 'false' },
      [],
    ],
    ['the default one for istio-injection', { 'istio-injection': 'enabled' }, {}, ['default by default']],
    [
      'the default one for istio-injection, whatever revision is named beside it',
      { 'istio-injection': 'enabled', [rev]: 'canary' },
      {},
      ['default by default'],
    ],
    [
      'nobody when the pod refuses istio-injection',
      { 'istio-injection': 'enabled' },
      { [asks]: 'false' },
      [],
    ],
    ['nobody when injection is switched off', { 'istio-injection': 'disabled' }, { [asks]: 'true' }, []],
    [
      'nobody when it is switched off, though a revision is named',
      { 'istio-injection': 'disabled', [rev]: 'canary' },
      {},
      [],
    ],
    ['the revision that a pod names by itself', {}, { [rev]: 'canary' }, ['canary']],
    ['the tag that a pod names by itself', {}, { [rev]: 'prod', [asks]: 'true' }, ['canary by prod']],
    ['nobody when the pod names a revision and refuses', {}, { [rev]: 'canary', [asks]: 'false' }, []],
    ['the default one when the pod asks', {}, { [asks]: 'true' }, ['default by default']],
    ['nobody for a pod that only does not refuse', {}, { [asks]: 'yes' }, []],
    ['nobody without labels', {}, {}, []],
  ])('%s', (_, home, pod, expected) => {
    expect(called(home, pod)).toEqual(expected);
  });

  const everywhere = [injector('canary'), ...tagOf('default', 'canary', { everywhere: true })];
  it.each<readonly [string, Labels, Labels, readonly string[]]>([
    ['pods without labels', {}, {}, ['canary by default']],
    ['pods that refuse, not', {}, { [asks]: 'false' }, []],
    ['pods of a namespace that is switched off, not', { 'istio-injection': 'disabled' }, {}, []],
    ['pods of the system, not', { 'kubernetes.io/metadata.name': 'kube-system' }, {}, []],
    ['pods that ask, by the webhook for these alone', {}, { [asks]: 'true' }, ['canary by default']],
  ])('with injection everywhere: %s', (_, home, pod, expected) => {
    expect(called(home, pod, everywhere)).toEqual(expected);
  });

  test('nobody by an injector that has given way', () => {
    expect(called({ 'istio-injection': 'enabled' }, {}, [deactivated(injector('default'))])).toEqual([]);
    expect(called({ 'istio-injection': 'enabled' }, {}, [injector('default')])).toEqual(['default']);
  });
});

describe('overlaps', () => {
  it.each([
    ['revisions and tags do not meet', twoRevisions, []],
    [
      'the injector without a name and the tag default meet',
      [injector('default'), ...tagOf('default', 'canary')],
      ['istio-revision-tag-default', 'istio-sidecar-injector'],
    ],
    [
      'two webhooks of one tag meet',
      [...tagOf('prod', 'canary'), ...tagOf('prod', 'default', { namespace: 'mesh' })],
      ['istio-revision-tag-prod', 'istio-revision-tag-prod-mesh'],
    ],
    [
      'a tag and a revision of one name meet',
      [injector('prod'), ...tagOf('prod', 'canary')],
      ['istio-revision-tag-prod', 'istio-sidecar-injector-prod'],
    ],
    [
      'an injector that names no revision, but says that it is of Istio, counts',
      [{ ...injector('default'), metadata: { name: 'byo' } }, ...tagOf('default', 'default')],
      ['byo', 'istio-revision-tag-default'],
    ],
    [
      'webhooks of others do not count',
      [
        {
          kind: 'MutatingWebhookConfiguration',
          metadata: { name: 'other' },
          webhooks: [{ name: 'a.example.com' }],
        },
        ...tagOf('default', 'default'),
      ],
      [],
    ],
  ])('%s', (_, objects, expected) => {
    const names = webhookOverlaps(objects).map(({ configuration }) => configuration);
    expect([...new Set(names)]).toEqual(expected);
  });

  test('one is told with the webhooks that it meets', () => {
    expect(webhookOverlaps([injector('prod'), ...tagOf('prod', 'canary')])[0]).toEqual({
      code: 'IST0139',
      configuration: 'istio-revision-tag-prod',
      webhook: 'rev.namespace.sidecar-injector.istio.io',
      others: ['istio-sidecar-injector-prod/rev.namespace.sidecar-injector.istio.io'],
    });
  });

  test('are found just when some pod has two injectors', () => {
    const labels = (keys: readonly string[]) =>
      dictionary(
        constantFrom(...keys),
        constantFrom('enabled', 'disabled', 'true', 'false', 'a', 'b', 'default'),
      );
    const any = record({
      revisions: subarray(['a', 'b', 'default']),
      tags: subarray(['a', 'b', 'prod', 'default']),
      givesWay: option(constantFrom(true), { nil: false }),
      home: labels(['istio-injection', rev]),
      pod: labels([asks, rev]),
    });
    assert(
      property(any, ({ revisions, tags, givesWay, home, pod }) => {
        const own = revisions.map((name) =>
          name === 'default' && givesWay ? deactivated(injector(name)) : injector(name),
        );
        const objects = [...own, ...tags.flatMap((tag) => tagOf(tag, 'a'))];
        if (called(home, pod, objects).length > 1) expect(webhookOverlaps(objects)).not.toEqual([]);
        const apart = tags.every((tag) => !revisions.includes(tag) || (tag === 'default' && givesWay));
        if (apart) expect(webhookOverlaps(objects)).toEqual([]);
      }),
    );
  });
});
