import { describe, expect, it, test } from 'vitest';
import { objectIn, type JsonObject } from '../json.ts';
import { applyTo } from '../server-side-apply/index.ts';
import { isLost, isMoved } from './injection-shifts.ts';
import { planTagRemove } from './plan-tag-remove.ts';
import { desiredTag, planTagSet, type TagSetInput } from './plan-tag-set.ts';
import { injector, istiod, namespace, service, tagOf, twoRevisions } from './testing.ts';
import { tagRows } from './tag-rows.ts';
import type { TagPlan } from './tag-plan.ts';

const namespaces = [
  namespace('shop', { 'istio.io/rev': 'prod' }),
  namespace('legacy', { 'istio-injection': 'enabled' }),
  namespace('pinned', { 'istio.io/rev': 'canary' }),
  namespace('plain'),
];
const cluster = [...twoRevisions, ...namespaces];

const set = (parts: Partial<TagSetInput>): TagSetInput => ({
  ...{ tag: 'stable', revision: 'default', overwrite: false, namespace: 'istio-system', objects: cluster },
  ...parts,
});
const summary = ({ changes }: TagPlan): readonly string[] =>
  changes.map(({ action, object }) => `${action} ${object.name}`);

describe('a tag is refused', () => {
  it.each<readonly [string, Partial<TagSetInput>, RegExp]>([
    ['for a revision that is not there', { revision: 'old' }, /no revision old/],
    ['for a tag in place of a revision', { revision: 'prod' }, /no revision prod/],
    ['with the name of a revision', { tag: 'canary' }, /there is a revision canary/],
    ['that is there already', { tag: 'prod' }, /a tag prod already, for revision canary/],
    ['default, when there is one already', { tag: 'default' }, /a tag default already/],
    ['with letters that no name may have', { tag: 'Prod_1' }, /no name for a tag/],
    ['with a name too long for its Service', { tag: 'a'.repeat(44) }, /no name for a tag/],
    [
      'for a revision with two injectors',
      { objects: [...cluster, injector('default', { namespace: 'mesh' })] },
      /several injectors/,
    ],
    [
      'for a revision with two Services',
      {
        objects: [
          ...cluster,
          { ...service('default'), metadata: { ...objectIn(service('default'), 'metadata'), name: 'b' } },
        ],
      },
      /several Services/,
    ],
  ])('%s', (_, parts, message) => {
    expect(() => planTagSet(set(parts))).toThrow(message);
  });

  it.each<readonly [string, Partial<TagSetInput>]>([
    ['a name that no revision has', {}],
    ['a tag that is there, to be moved', { tag: 'prod', overwrite: true }],
    ['the name of a revision, if that is meant', { tag: 'canary', overwrite: true }],
    ['the longest name', { tag: 'a'.repeat(43) }],
    [
      'a Service of something else of the revision',
      {
        objects: [
          ...cluster,
          { ...service('default'), metadata: { name: 'gateway', labels: { 'istio.io/rev': 'default' } } },
        ],
      },
    ],
  ])('but not %s', (_, parts) => {
    expect(planTagSet(set(parts)).changes).toHaveLength(2);
  });

  test('the name of a revision is no matter for objects that are only printed', () => {
    expect(desiredTag(set({ tag: 'canary' }), { mayCollide: true })).toHaveLength(2);
    expect(() => desiredTag(set({ tag: 'prod' }), { mayCollide: true })).toThrow(/already/);
  });

  test('with the names that there are', () => {
    expect(() => planTagSet(set({ revision: 'prod' }))).toThrow(
      expect.objectContaining({ hint: 'prod is a tag of revision canary; known are canary, default' }),
    );
  });
});

describe('setting a tag', () => {
  test('makes it, and nobody is moved by a name that nobody uses', () => {
    const plan = planTagSet(set({}));
    expect(summary(plan)).toEqual(['create istio-revision-tag-stable', 'create istiod-revision-tag-stable']);
    expect(plan.injection.filter((shift) => shift.pods === 'any' && isMoved(shift))).toEqual([]);
    expect([plan.overlaps, plan.notices]).toEqual([[], []]);
  });

  test('moves those who follow it', () => {
    const plan = planTagSet(set({ tag: 'prod', overwrite: true }));
    expect(summary(plan)).toEqual(['change istio-revision-tag-prod', 'change istiod-revision-tag-prod']);
    expect(plan.injection.filter((shift) => shift.pods === 'any' && isMoved(shift))).toEqual([
      {
        namespace: 'shop',
        pods: 'any',
        before: [{ revision: 'canary', tag: 'prod' }],
        after: [{ revision: 'default', tag: 'prod' }],
      },
    ]);
  });

  test('to what it is already changes nothing', () => {
    const own = tagOf('prod', 'canary').map((object) => applied(object));
    const objects = [injector('canary'), service('canary'), ...own];
    const plan = planTagSet(set({ tag: 'prod', revision: 'canary', overwrite: true, objects }));
    expect(new Set(plan.changes.map(({ action }) => action))).toEqual(new Set(['unchanged']));
  });

  test('default moves the validator along, and leaves the injector that gave way', () => {
    const plan = planTagSet(set({ tag: 'default', revision: 'canary', overwrite: true }));
    expect(summary(plan)).toEqual([
      'change istio-revision-tag-default',
      'change istiod-default-validator',
      'change istiod-revision-tag-default',
    ]);
    expect(plan.injection.filter(isMoved).map((shift) => `${shift.namespace} ${shift.pods}`)).toEqual([
      'legacy any',
      'plain asking',
      'plain labelled',
    ]);
  });

  test('default lets the injector without a name give way first', () => {
    const objects = [injector('default'), injector('canary'), ...namespaces];
    const plan = planTagSet(set({ tag: 'default', revision: 'canary', objects }));
    expect(summary(plan)[0]).toBe('change istio-sidecar-injector');
    expect(plan.overlaps).toEqual([]);
    expect(plan.injection.find((shift) => shift.namespace === 'legacy')).toMatchObject({
      before: [{ revision: 'default' }],
      after: [{ revision: 'canary', tag: 'default' }],
    });
  });

  test('keeps the name that its webhook has', () => {
    const own = planTagSet(set({ webhookName: 'mine' })).changes.flatMap(({ desired }) =>
      desired === undefined ? [] : [desired],
    );
    const moved = planTagSet(
      set({ tag: 'stable', revision: 'canary', overwrite: true, objects: [...cluster, ...own] }),
    );
    expect(summary(moved)).toEqual(['change mine', 'change istiod-revision-tag-stable']);
    const twice = planTagSet(
      set({ revision: 'canary', overwrite: true, webhookName: 'b', objects: [...cluster, ...own] }),
    );
    expect(twice.overlaps[0]).toMatchObject({ configuration: 'b', code: 'IST0139' });
  });

  test('with the name of a revision tells that pods would have two injectors', () => {
    const plan = planTagSet(set({ tag: 'canary', overwrite: true }));
    expect(plan.overlaps.map(({ configuration }) => configuration)).toContain('istio-revision-tag-canary');
    expect(plan.injection.find((shift) => shift.namespace === 'pinned')?.after).toHaveLength(2);
  });

  it.each([
    [
      'no istiod that is ready',
      [injector('default'), istiod('default', 0)],
      /no istiod of revision default is ready/,
    ],
    ['no certificate', [injector('default', { caBundle: '' })], /has no certificate yet/],
  ])('warns of %s', (_, objects, message) => {
    expect(planTagSet(set({ objects })).notices).toEqual([expect.stringMatching(message)]);
  });
});

/** As the API server has an object that meshctl applied. */
const applied = (object: JsonObject): JsonObject => applyTo(undefined, object, { manager: 'meshctl' }).object;

describe('removing a tag', () => {
  test('deletes all that it consists of', () => {
    const plan = planTagRemove({ tag: 'default', objects: cluster });
    expect(summary(plan)).toEqual([
      'delete istio-revision-tag-default',
      'delete istiod-default-validator',
      'delete istiod-revision-tag-default',
    ]);
    expect(plan.notices[0]).toMatch(/nobody injects for istio-injection=enabled/);
    expect(plan.injection.filter((shift) => isLost(shift) && shift.pods === 'any')).toMatchObject([
      { namespace: 'legacy' },
    ]);
  });

  test('takes the injector of those who follow it', () => {
    const plan = planTagRemove({ tag: 'prod', objects: cluster });
    expect(summary(plan)).toEqual(['delete istio-revision-tag-prod', 'delete istiod-revision-tag-prod']);
    expect(plan.injection.filter((shift) => isLost(shift) && shift.pods === 'any')).toEqual([
      { namespace: 'shop', pods: 'any', before: [{ revision: 'canary', tag: 'prod' }], after: [] },
    ]);
  });

  test.each([
    ['that is not there', 'old', 'known are default, prod'],
    ['that is a revision', 'canary', 'known are default, prod'],
  ])('%s is an error', (_, tag, hint) => {
    expect(() => planTagRemove({ tag, objects: cluster })).toThrow(expect.objectContaining({ hint }));
  });
});

test('the list has a line for each tag, and for revisions without any', () => {
  expect(tagRows([...cluster, injector('lone')])).toEqual([
    { tag: 'prod', revision: 'canary', namespaces: ['shop'] },
    { tag: 'default', revision: 'default', namespaces: [] },
    { tag: '', revision: 'lone', namespaces: [] },
  ]);
});
