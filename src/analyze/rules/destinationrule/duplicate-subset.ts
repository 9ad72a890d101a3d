import { groupBy } from '../../../group-by.ts';
import { nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { defineRule, type Report } from '../../rule.ts';
import { selectorText } from '../../workloads.ts';

type Rule = MeshObject<'DestinationRule'>;
type Args = Readonly<Record<'host' | 'part' | 'other', string>>;

/** istiod merges DestinationRules of one host, and keeps of each part the first that it meets. */
export const duplicateSubset = defineRule<Args>({
  slug: 'destinationrule/duplicate-subset',
  code: 'MSH0100',
  severity: 'warning',
  summary: 'DestinationRules of one host define different subsets, and only one has a traffic policy.',
  hint: 'Keep one of the two, or put everything about the host into one DestinationRule.',
  kinds: ['DestinationRule'],
  scope: 'unit',
  message: ({ host, part, other }) =>
    `DestinationRule ${other} also has ${part} for ${host}; of the two, only that of the older rule counts`,
  check(mesh, report) {
    for (const rules of mesh.derive(mergedRules)) {
      const parts = new Map<string, Part>();
      for (const rule of rules) for (const part of partsOf(rule)) compare(part, parts, report);
    }
  },
});

/** Rules that istiod makes one of: of one namespace, for one host and the same workloads, exported alike. */
function mergedRules(mesh: Mesh): readonly (readonly Rule[])[] {
  const groups = groupBy(mesh.of('DestinationRule'), ({ namespace, spec }) => {
    const exported = (spec.exportTo ?? []).map((to) => (to === '.' ? namespace : to)).sort();
    return JSON.stringify([
      namespace,
      nameOf(namespace, spec.host ?? ''),
      exported.length === 0 ? ['*'] : exported,
      selectorText(spec.workloadSelector?.matchLabels ?? {}),
    ]);
  });
  return [...groups.values()].filter((rules) => rules.length > 1);
}

interface Part {
  readonly rule: Rule;
  readonly name: string;
  readonly path: Path;
  readonly content: string;
}

const partsOf = (rule: Rule): readonly Part[] => [
  ...(rule.spec.trafficPolicy === undefined
    ? []
    : [partOf(rule, 'a traffic policy', ['spec', 'trafficPolicy'], rule.spec.trafficPolicy)]),
  ...(rule.spec.subsets ?? []).map((subset, index) =>
    partOf(rule, `the subset ${subset.name ?? ''}`, ['spec', 'subsets', index, 'name'], subset),
  ),
];

const partOf = (rule: Rule, name: string, path: Path, value: unknown): Part => ({
  ...{ rule, name, path },
  content: JSON.stringify(value),
});

/** A part that says the same twice does no harm, and one object defined twice is a matter of its own. */
function compare(part: Part, parts: Map<string, Part>, report: Report<Args>): void {
  const { rule, name, path, content } = part;
  const first = parts.get(name);
  if (first === undefined) parts.set(name, part);
  else if (first.content !== content && first.rule.name !== rule.name)
    report(
      rule,
      path,
      { host: rule.spec.host ?? '', part: name, other: fullName(first.rule) },
      { related: [{ object: first.rule, path: first.path, message: `${name} in ${fullName(first.rule)}` }] },
    );
}
