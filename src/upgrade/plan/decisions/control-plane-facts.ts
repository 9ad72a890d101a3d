import type { RevisionReport } from '../../../revision/index.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, orFine } from './fact.ts';

/** Whether the control planes run, and webhooks lead to them. */
export const controlPlaneFacts = (sources: DecisionSources): readonly UpgradeFact[] => [
  ...orFine(istiodFacts(sources), 'istiod', 'the control planes of this upgrade are ready'),
  ...orFine(
    problemFacts(sources),
    'webhooks',
    'each webhook has a certificate and somebody behind it, and none shares pods with another',
  ),
  ...proxyFacts(sources),
];

function istiodFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const named = (name: string): RevisionReport | undefined =>
    mesh.report.revisions.find((one) => one.name === name);
  const planes = [
    { code: 'source', plane: named(way.from.revision) },
    ...(way.installed ? [{ code: 'target', plane: named(way.to.revision) }] : []),
  ];
  return planes.flatMap(({ code, plane }) => {
    if (plane === undefined) return [];
    const { name, istiods } = plane;
    if (istiods.length === 0)
      return [
        fact('stop', `${code}-outside`, `the istiod of ${name} does not run in this cluster`, {
          hint: 'plan the upgrade in the cluster where it runs',
        }),
      ];
    if (istiods.some(({ ready }) => ready > 0)) return [];
    return [
      fact('stop', `${code}-not-ready`, `no istiod of ${name} is ready`, {
        hint: `see why with \`meshctl revision describe ${name}\``,
      }),
    ];
  });
}

/** Problems that an upgrade can live with, because it neither makes nor meets them. */
const harmless: ReadonlySet<string> = new Set([
  'two-labels',
  'split-default',
  'orphaned-pods',
  'orphaned-tag',
  'orphaned-gateway',
  'tag-without-webhook',
  'no-default',
  'unknown-revision',
]);

const hints: Readonly<Record<string, string>> = {
  overlap: 'remove one of the two, or move its tag',
  'no-certificate': 'wait until istiod gave it one, or see its log',
  'no-endpoints': 'bring its istiod back, or point the webhook to one that runs',
  'split-tag': 'set the tag again with `meshctl tag set --overwrite`',
  'split-default': 'set it with `meshctl tag set default --overwrite`',
  'two-labels': 'remove one of the two labels',
  'unknown-revision': 'label the namespace with a revision or a tag that is there',
  'orphaned-pods': 'restart them',
};

/** Those of istiods are told above. */
const problemFacts = ({ mesh }: DecisionSources): readonly UpgradeFact[] =>
  mesh.report.problems
    .filter(({ code }) => code !== 'istiod-not-ready')
    .map(({ code, message, object }) => {
      const hint = hints[code];
      return fact(harmless.has(code) ? 'warn' : 'stop', code, message, {
        ...(hint !== undefined && { hint }),
        ...(object && { objects: [object] }),
      });
    });

function proxyFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const { proxies } = mesh.facts;
  if (proxies === undefined) return [];
  const counts = proxies.get(way.from.revision);
  if (counts === undefined)
    return [
      fact(
        'warn',
        'proxies-unknown',
        `the istiods of ${way.from.revision} did not say which proxies are connected`,
        {
          hint: 'the removal of the old control plane will ask them again',
        },
      ),
    ];
  const { connected, synced } = counts;
  const all = connected === 1 ? '1 proxy is' : `${connected} proxies are`;
  if (synced === connected)
    return [
      fact('fine', 'proxies', `${all} connected to ${way.from.revision}, and took what they were sent`),
    ];
  return [
    fact(
      'warn',
      'proxies-stale',
      `${connected - synced} of ${connected} proxies of ${way.from.revision} did not take all that they were sent`,
      {
        hint: 'see which with `meshctl proxy-status`',
      },
    ),
  ];
}
