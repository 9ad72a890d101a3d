import { MeshctlError } from '../../errors.ts';
import { compareText } from '../../compare-text.ts';
import type { Labels } from '../../revision/index.ts';
import type { NamespaceMove } from '../upgrade-plan.ts';
import { labelsMatch } from './mesh/budgets-of.ts';
import { parseSelector } from './parse-selector.ts';
import type { WaveRequest } from './upgrade-request.ts';

/** A few, some more, and the rest. */
const usual: readonly WaveRequest[] = [{ percent: 5 }, { percent: 25 }];

/** Namespaces by wave, and the wishes, in words, that no namespace fits. */
export interface Waves {
  readonly waves: readonly (readonly NamespaceMove[])[];
  readonly empty: readonly string[];
}

/**
 * Shares namespaces out among waves; what none of them takes is in a last one, and waves that would be empty are left out.
 * Percentages take those with the fewest Pods first.
 *
 * @throws {MeshctlError} `usage` for a percentage that is none, and for names of namespaces that do not move.
 */
export function wavesOf(
  moves: readonly NamespaceMove[],
  labelsIn: ReadonlyMap<string, Labels>,
  requests: readonly WaveRequest[] = usual,
): Waves {
  const left = new Map([...moves].sort(bySize).map((move) => [move.name, move]));
  const waves = requests.map((request) => {
    const wave = chosen(request, { left: [...left.values()], total: moves.length, labelsIn });
    for (const { name } of wave) left.delete(name);
    return wave;
  });
  return {
    waves: [...waves, [...left.values()]]
      .filter((wave) => wave.length > 0)
      .map((wave) => [...wave].sort((a, b) => compareText(a.name, b.name))),
    empty: requests.flatMap((request, at) => (waves[at]?.length === 0 ? wishIn(request) : [])),
  };
}

/** A percentage of what is left may be nothing. */
function wishIn(request: WaveRequest): readonly string[] {
  if ('percent' in request) return [];
  return ['selector' in request ? JSON.stringify(request.selector) : 'without names'];
}

const bySize = (a: NamespaceMove, b: NamespaceMove): number =>
  podsOf(a) - podsOf(b) || compareText(a.name, b.name);

const podsOf = ({ owners, loosePods }: NamespaceMove): number =>
  owners.reduce((sum, { pods }) => sum + pods, loosePods.length);

interface Choice {
  readonly left: readonly NamespaceMove[];
  readonly total: number;
  readonly labelsIn: ReadonlyMap<string, Labels>;
}

function chosen(request: WaveRequest, { left, total, labelsIn }: Choice): readonly NamespaceMove[] {
  if ('percent' in request) return left.slice(0, countOf(request.percent, total));
  if ('selector' in request) {
    const selector = parseSelector(request.selector);
    return left.filter(({ name }) => labelsMatch(selector, labelsIn.get(name) ?? {}));
  }
  const names = new Set(request.namespaces);
  const wave = left.filter(({ name }) => names.has(name));
  for (const { name } of wave) names.delete(name);
  if (names.size === 0) return wave;
  throw new MeshctlError('usage', `a wave names ${someOf([...names])}, which no wave can move`, {
    hint: 'a namespace is in one wave, and moves only when it follows the control plane that is left',
  });
}

function countOf(percent: number, total: number): number {
  if (percent > 0 && percent <= 100) return Math.ceil((percent / 100) * total);
  throw new MeshctlError('usage', `${percent} % is no share of the namespaces`, {
    hint: 'give a number above 0 and up to 100',
  });
}

const someOf = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
