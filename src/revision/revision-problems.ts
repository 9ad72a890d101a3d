import { compareText } from '../compare-text.ts';
import { groupBy } from '../group-by.ts';
import type { Gateway } from './gateways-of.ts';
import type { RevisionProblem } from './mesh-revisions.ts';
import { namespaceProblems } from './namespace-problems.ts';
import type { RevisionFacts } from './revision-facts.ts';
import { validatingRevision } from './validating-revision.ts';
import { webhookOverlaps } from './webhook-overlaps.ts';
import { webhookReports } from './webhook-reports.ts';

/** What injection or validation fails for in a cluster, or will; control planes and tags first. */
export const revisionProblems = (
  facts: RevisionFacts,
  gateways: readonly Gateway[],
): readonly RevisionProblem[] => [
  ...facts.revisions.flatMap(({ name }) => revisionFaults(name, facts)),
  ...tagProblems(facts),
  ...webhookOverlaps(facts.objects).map(({ configuration, webhook, others }) => ({
    code: 'overlap',
    message: `${configuration}/${webhook} is called for the same pods as ${others.join(', ')}`,
  })),
  ...namespaceProblems(facts),
  ...orphanedPods(facts),
  ...gateways
    .filter(({ revision }) => revision === undefined || isUnknown(revision, facts))
    .map(({ kind, namespace, name }) => ({
      code: 'orphaned-gateway',
      message: `${kind} ${namespace}/${name} follows no control plane that is there`,
    })),
];

const isUnknown = (revision: string, { revisions }: RevisionFacts): boolean =>
  !revisions.some(({ name }) => name === revision);

function revisionFaults(name: string, { revisions, objects }: RevisionFacts): readonly RevisionProblem[] {
  const istiods = revisions.find((one) => one.name === name)?.istiods ?? [];
  const idle = istiods.filter(({ ready, replicas }) => ready < Math.min(1, replicas));
  const webhooks = webhookReports(name, objects).filter(({ deactivated }) => !deactivated);
  return [
    ...idle.map((istiod) => ({
      code: 'istiod-not-ready',
      message: `no pod of Deployment ${istiod.namespace}/${istiod.name}, revision ${name}, is ready`,
    })),
    ...webhooks
      .filter(({ certified, failurePolicy }) => !certified && failurePolicy === 'Fail')
      .map((webhook) => ({
        code: 'no-certificate',
        message: `${webhook.kind} ${webhook.name} has no certificate: what it is called for is refused`,
      })),
    ...webhooks
      .filter(({ endpoints, failurePolicy }) => endpoints === 0 && failurePolicy === 'Fail')
      .map((webhook) => ({
        code: 'no-endpoints',
        message: `nobody is ready behind ${webhook.target}, which ${webhook.kind} ${webhook.name} calls: what it is called for is refused`,
      })),
  ];
}

function tagProblems(facts: RevisionFacts): readonly RevisionProblem[] {
  const { tags, objects, injectors } = facts;
  const split = [...groupBy(tags, ({ name }) => name)].filter(([, some]) => some.length > 1);
  const defaultTag = injectors.find(({ tag }) => tag === 'default')?.revision;
  const validating = validatingRevision(objects);
  return [
    ...tags
      .filter(({ revision }) => isUnknown(revision, facts))
      .map(({ name, revision }) => ({
        code: 'orphaned-tag',
        message: `tag ${name} stands for revision ${revision}, which is not there`,
      })),
    ...tags
      .filter(({ objects: own }) => !own.some(({ kind }) => kind === 'MutatingWebhookConfiguration'))
      .map(({ name }) => ({
        code: 'tag-without-webhook',
        message: `tag ${name} has no webhook: it injects nothing`,
      })),
    ...split.map(([name, some]) => ({
      code: 'split-tag',
      message: `tag ${name} stands for several revisions: ${some.map(({ revision }) => revision).join(', ')}`,
    })),
    ...(defaultTag !== undefined && validating !== undefined && defaultTag !== validating
      ? [
          {
            code: 'split-default',
            message: `revision ${defaultTag} injects by default, but revision ${validating} validates`,
          },
        ]
      : []),
  ];
}

function orphanedPods(facts: RevisionFacts): readonly RevisionProblem[] {
  const orphans = facts.pods.filter(
    ({ revision }) => isUnknown(revision, facts) && !facts.tags.some(({ name }) => name === revision),
  );
  return [...groupBy(orphans, ({ namespace, revision }) => `${namespace} ${revision}`)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, some]) => {
      const [first] = some;
      if (first === undefined) return [];
      const pods = some.length === 1 ? `pod ${first.name}` : `${some.length} pods`;
      return [
        {
          code: 'orphaned-pods',
          message: `${pods} in namespace ${first.namespace} had the proxy from revision ${first.revision}, which is gone`,
        },
      ];
    });
}
