import { groupBy } from '../group-by.ts';
import { compareText } from '../compare-text.ts';
import type { JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { followingNamespaces, namespacesOfTag } from './following-namespaces.ts';
import { gatewaysOf, type Gateway } from './gateways-of.ts';
import type { InjectedPod } from './injected-pods.ts';
import { injectorsOf } from './injectors-of.ts';
import type { MeshRevisions, PodCounts, ProxyCounts, RevisionReport } from './mesh-revisions.ts';
import { revisionFacts, type RevisionFacts } from './revision-facts.ts';
import { revisionProblems } from './revision-problems.ts';
import type { Revision } from './revisions-of.ts';
import { validatingRevision } from './validating-revision.ts';
import { webhookReports } from './webhook-reports.ts';

/** What is known of a cluster. */
export interface RevisionSources {
  /** As the API has them: webhook configurations, Services, Deployments, Namespaces, Pods, Gateways and what else there is. */
  readonly objects: readonly JsonObject[];
  /** Proxies that are connected to the istiods of each revision; a revision that is missing was not asked. */
  readonly proxies?: ReadonlyMap<string, ProxyCounts>;
  /** Kinds that could not be read, in words. */
  readonly missing?: readonly string[];
}

/** The control planes of a cluster, what follows each, and what is wrong with that. */
export const describeRevisions = ({ objects, ...known }: RevisionSources): MeshRevisions =>
  describeFacts(revisionFacts(objects), known);

/** The same of objects that were read already. */
export function describeFacts(
  facts: RevisionFacts,
  { proxies, missing = [] }: Omit<RevisionSources, 'objects'>,
): MeshRevisions {
  const gateways = gatewaysOf(facts);
  const defaultRevision = defaultRevisionOf(facts);
  const validating = validatingRevision(facts.objects);
  return {
    ...(defaultRevision !== undefined && { defaultRevision }),
    ...(validating !== undefined && { validatingRevision: validating }),
    revisions: facts.revisions.map((revision) => reportOf(revision, { facts, gateways, proxies })),
    tags: facts.tags.map((tag) => ({ ...tag, namespaces: namespacesOfTag(tag, facts) })),
    problems: revisionProblems(facts, gateways),
    missing,
  };
}

/** The tag; without one, whoever is called for `istio-injection=enabled`, as after an installation by charts. */
function defaultRevisionOf({ injectors }: RevisionFacts): string | undefined {
  const [called] = injectorsOf({ [label.injection]: 'enabled' }, {}, injectors);
  return (injectors.find(({ tag }) => tag === 'default') ?? called)?.revision;
}

interface ReportSources {
  readonly facts: RevisionFacts;
  readonly gateways: readonly Gateway[];
  readonly proxies: RevisionSources['proxies'];
}

function reportOf({ name, istiods }: Revision, { facts, gateways, proxies }: ReportSources): RevisionReport {
  const counts = proxies?.get(name);
  const versions = istiods.map(({ version }) => version).filter((version) => version !== '');
  return {
    name,
    tags: [...new Set(facts.tags.filter((tag) => tag.revision === name).map((tag) => tag.name))],
    versions: [...new Set(versions)].sort(compareText),
    istiods,
    webhooks: webhookReports(name, facts.objects),
    namespaces: followingNamespaces(name, facts),
    pods: podCounts(facts.pods.filter(({ revision }) => revision === name)),
    gateways: gateways
      .filter(({ revision }) => revision === name)
      .map(({ kind, namespace, name: own, class: className }) => ({
        ...{ kind, namespace, name: own },
        ...(className !== undefined && { class: className }),
      })),
    ...(counts && { proxies: counts }),
  };
}

function podCounts(pods: readonly InjectedPod[]): PodCounts {
  const byVersion = groupBy(pods, ({ proxyVersion }) => proxyVersion || 'unknown');
  return {
    total: pods.length,
    leaving: pods.filter(({ revision, next }) => next !== undefined && next !== revision).length,
    versions: Object.fromEntries(
      Array.from(byVersion, ([version, some]): [string, number] => [version, some.length]).sort(([a], [b]) =>
        compareText(a, b),
      ),
    ),
  };
}
