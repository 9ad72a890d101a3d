import type { Mesh } from '../../mesh.ts';
import { carries, selectorText, type Labels } from '../../workloads.ts';

/**
 * Whether two selectors of Gateways are for the same proxy: one contains the other, and some workload fits both. Where
 * no workload is known, containing is enough; istioctl goes by the text of the selectors.
 */
export function overlapping(mesh: Mesh, one: Labels, other: Labels): boolean {
  const [text, otherText] = [selectorText(one), selectorText(other)];
  if (text === otherText) return true;
  const key = text < otherText ? `${text} ${otherText}` : `${otherText} ${text}`;
  const known = mesh.derive(answers);
  const answer = known.get(key) ?? computed(mesh, one, other);
  known.set(key, answer);
  return answer;
}

/** Asked for every pair of servers on a port, while selectors are few. */
const answers = (): Map<string, boolean> => new Map();

function computed(mesh: Mesh, one: Labels, other: Labels): boolean {
  const [text, otherText] = [selectorText(one), selectorText(other)];
  const shared = mesh.workloads.matching(one).some(({ labels }) => carries(labels, other));
  if (mesh.settings.compat) return shared && (text.includes(otherText) || otherText.includes(text));
  return shared || (isContained(one, other) && !isKnown(mesh, one, other));
}

const isContained = (one: Labels, other: Labels): boolean => carries(one, other) || carries(other, one);

const isKnown = (mesh: Mesh, ...selectors: readonly Labels[]): boolean =>
  selectors.every((selector) => mesh.workloads.matching(selector).length > 0);
