import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutKey, objectIn, plainText, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { labelOf } from '../../label-of.ts';
import { idOfObject, keyOf } from '../../kube/apply/index.ts';
import { upgradeFactsFrom } from '../facts/index.ts';
import { checkInvariants } from '../invariants/index.ts';
import { planUpgrade, type WaveRequest } from '../plan/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import type { Stopped } from './testing/act-in-model.ts';
import { modelCluster } from './testing/model-cluster.ts';
import { settle } from './testing/model-controllers.ts';
import { injectedBy } from './testing/model-injection.ts';
import { ModelMesh } from './testing/model-mesh.ts';
import { Play } from './testing/play.ts';
import { randomCluster } from './testing/random-cluster.ts';

const plans = 2000;

/** Kinds that the invariants are about. */
const looked = new Set([
  ...['Namespace', 'Pod', 'Service', 'EndpointSlice'],
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
]);

const waves: fc.Arbitrary<readonly WaveRequest[]> = fc.constantFrom(
  [],
  [{ percent: 30 }, { percent: 50 }],
  [{ selector: 'istio-injection=enabled' }, { percent: 50 }],
);
const course = fc.record(
  {
    kills: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
    backAt: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  },
  { requiredKeys: ['kills'] },
);

test(`${plans} upgrades of random clusters never break injection`, async () => {
  const seen = { plans: 0, feasible: 0, done: 0, back: 0, states: 0 };
  await fc.assert(
    fc.asyncProperty(randomCluster, waves, course, async (cluster, wanted, { kills, backAt }) => {
      const start = await modelCluster(cluster);
      expect(checkInvariants({ objects: start })).toEqual([]);
      const plan = planUpgrade(upgradeFactsFrom(start), { to: '1.31.1', waves: wanted, soakSeconds: 0 });
      seen.plans += 1;
      if (!plan.feasible) {
        expect(plan.facts.filter(({ verdict }) => verdict === 'stop')).not.toEqual([]);
        return;
      }
      seen.feasible += 1;
      const mesh = new ModelMesh(start, (now, kind) => {
        if (!looked.has(kind)) return;
        seen.states += 1;
        const violations = checkInvariants({ objects: now.objects, injections: now.injections });
        if (violations.length > 0) expect(violations).toEqual([]);
      });
      const ended = await new Play(mesh, plan, {
        kills,
        ...(backAt !== undefined && { backAt }),
        mend,
      }).run();
      seen[ended] += 1;
      if (ended === 'back') expectAsBefore(start, mesh.objects);
      else expectMoved(start, mesh.objects, plan);
    }),
    { numRuns: plans, seed: 20261121, endOnFailure: true },
  );
  expect(seen.feasible).toBeGreaterThan(plans * 0.8);
  expect(Math.min(seen.done, seen.back)).toBeGreaterThan(plans / 5);
  expect(seen.states).toBeGreaterThan(plans * 10);
}, 600_000);

/** Somebody makes room in all budgets; nothing else may have to be mended. */
function mend(mesh: ModelMesh, stopped: Stopped): void {
  expect(stopped.message).toMatch(/^budget /);
  for (const budget of mesh.ofKind('PodDisruptionBudget'))
    mesh.put({ ...budget, spec: { ...objectIn(budget, 'spec'), maxUnavailable: 1 } });
  settle(mesh);
}

/** Texts are compared first, because that is fast. */
function expectAsBefore(start: readonly JsonObject[], end: readonly JsonObject[]): void {
  const [before, after] = [lasting(start), lasting(end)];
  if (JSON.stringify(before) !== JSON.stringify(after)) expect(after).toEqual(before);
}

/** What must be as it was when all is taken back: all but Pods, budgets, and what changes with every write. */
function lasting(objects: readonly JsonObject[]): Readonly<Record<string, JsonObject>> {
  const passing = new Set(['Pod', 'PodDisruptionBudget', 'EndpointSlice']);
  const rows = objects
    .filter(({ kind }) => !passing.has(plainText(kind)))
    .map((object): [string, JsonObject] => [idOfObject(object), lastingParts(object)]);
  const pods = objects.filter(({ kind }) => kind === 'Pod').map(proxyOf);
  return { ...Object.fromEntries(rows), pods: { list: pods.sort() } };
}

function lastingParts(object: JsonObject): JsonObject {
  const { labels = {}, annotations = {} } = objectIn(object, 'metadata');
  const rest = withoutKey(withoutKey(object, 'metadata'), 'status');
  return { ...withoutRestart(rest), labels, annotations };
}

function withoutRestart(object: JsonObject): JsonObject {
  const template = objectIn(object, 'spec', 'template');
  if (template.metadata === undefined) return object;
  const metadata = objectIn(template, 'metadata');
  const annotations = withoutKey(objectIn(metadata, 'annotations'), 'kubectl.kubernetes.io/restartedAt');
  const spec = {
    ...objectIn(object, 'spec'),
    template: { ...template, metadata: { ...metadata, annotations } },
  };
  return { ...object, spec };
}

/** Whose Pod it is, and the revision of its proxy. */
const proxyOf = (pod: JsonObject): string =>
  `${keyOf(pod).namespace ?? ''} ${labelOf(pod, 'model.owner')} ${injectedBy(pod) ?? '-'}`;

function expectMoved(start: readonly JsonObject[], end: readonly JsonObject[], plan: UpgradePlan): void {
  const pods = (objects: readonly JsonObject[]) =>
    objects
      .filter(({ kind }) => kind === 'Pod')
      .map(proxyOf)
      .sort();
  const of = (revision: string) => (text: string) => text.endsWith(` ${revision}`);
  const moved = pods(start)
    .filter((text) => !text.includes('istiod'))
    .map((text) => (of(plan.from.revision)(text) ? text.replace(/\S+$/, plan.to.revision) : text));
  expect(pods(end).filter((text) => !text.includes('istiod'))).toEqual(moved.sort());
  if (plan.steps.at(-1)?.kind !== 'remove-revision') return;
  const left = end.filter((object) => labelOf(object, label.revision) === plan.from.revision);
  expect(left.map(({ kind }) => kind)).toEqual([]);
}
