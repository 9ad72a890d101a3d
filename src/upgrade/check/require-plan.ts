import { label } from '../../label.ts';
import type { Json } from '../../json.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { requireStep, type PlanFrame } from './require-step.ts';
import { Place } from './place.ts';

/**
 * Tells a plan from everything else: a file may be edited or made by anybody, and what carries it out has all rights in
 * the cluster. A plan that passes writes what moves the mesh from one control plane to the other, and nothing else: labels
 * and tags that decide who injects, restarts, known fields of gateways, an IstioOperator, and the removal of the old one.
 * One that cannot be carried out is taken for its facts alone.
 *
 * @throws {MeshctlError} `input` with the place of what does not belong there.
 */
export function requirePlan(value: unknown): asserts value is UpgradePlan {
  // Parsed from JSON by whoever asks.
  const plan = new Place(value as Json);
  if (plan.at('kind').value !== 'UpgradePlan') plan.refuse('is another document');
  plan.at('schemaVersion').oneOf(1);
  plan.at('istioNamespace').name();
  for (const end of ['from', 'to'])
    for (const field of ['revision', 'version', 'hub']) plan.at(end).at(field).text();
  requireFacts(plan.at('facts'));
  const steps = plan.at('steps').items();
  plan.at('feasible').oneOf(true, false);
  if (plan.at('feasible').value === true) requireSteps(steps, frameOf(plan, steps));
}

function requireFacts(facts: Place): void {
  for (const fact of facts.items()) {
    fact.at('verdict').oneOf('stop', 'warn', 'plan', 'fine');
    fact.at('message').text();
  }
}

function requireSteps(steps: readonly Place[], frame: PlanFrame): void {
  const ids = new Set<string>();
  for (const step of steps) {
    const id = step.at('id').name();
    if (ids.has(id)) step.refuse(`has the id of another step, ${id}`);
    ids.add(id);
    step.at('title').text();
    requireStep(step, frame);
  }
}

function frameOf(plan: Place, steps: readonly Place[]): PlanFrame {
  const [from, to] = ['from', 'to'].map((end) => ({
    revision: plan.at(end).at('revision').name(),
    version: plan.at(end).at('version').text(),
    hub: plan.at(end).at('hub').text(),
  }));
  if (from === undefined || to === undefined || from.revision === to.revision)
    return plan.at('to').refuse('is the control plane that is to be left');
  const moves = steps
    .filter((step) => step.at('kind').value === 'wave')
    .flatMap((step) => step.at('namespaces').items());
  const restored = new Map(
    moves.map((move) => [move.at('name').name(), turnedRound(move.at('labels'))] as const),
  );
  return { from, to, restored };
}

/** Labels of a wave, from after to before. */
const turnedRound = (labels: Place): Json =>
  Object.fromEntries(
    [label.injection, label.revision].flatMap((key) => {
      if (labels.object()[key] === undefined) return [];
      const change = labels.at(key);
      return [[key, { before: valueAt(change, 'after'), after: valueAt(change, 'before') }]];
    }),
  );

const valueAt = (place: Place, key: string): Json => place.at(key).value ?? null;
