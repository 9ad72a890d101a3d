import { printable } from '../../src/output/index.ts';
import type { MeshRevisions, RevisionReport, WebhookReport } from '../../src/revision/index.ts';

/** A control plane in full, a line for each thing; lists are indented below their heading. */
export function describedRevision(revision: RevisionReport, mesh: MeshRevisions): string {
  const { name, tags, istiods, webhooks, namespaces, gateways, pods } = revision;
  const roles = [
    ...(mesh.defaultRevision === name ? ['injects by default'] : []),
    ...(mesh.validatingRevision === name ? ['validates by default'] : []),
  ];
  const lines = [
    `Revision:  ${name}${roles.length === 0 ? '' : ` (${roles.join(', ')})`}`,
    `Tags:      ${tags.join(', ') || 'none'}`,
    ...section(
      'Istiods',
      istiods.map(
        (one) =>
          `${one.namespace}/${one.name}  ${one.version || 'unknown'}  ${one.ready}/${one.replicas} ready`,
      ),
    ),
    ...section('Webhooks', webhooks.map(webhookLine)),
    ...section(
      'Namespaces',
      namespaces.map((one) => `${one.name}  ${one.by}${tagText(one.tag)}  ${podText(one)}`),
    ),
    `Pods:      ${pods.total}${versionText(pods.versions)}${leavingText(pods.leaving)}`,
    `Proxies:   ${revision.proxies === undefined ? 'not asked' : proxyText(revision.proxies)}`,
    ...section(
      'Gateways',
      gateways.map(
        (one) => `${one.kind} ${one.namespace}/${one.name}${one.class === undefined ? '' : `  ${one.class}`}`,
      ),
    ),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [`${title}: none`] : [`${title}:`, ...lines.map((line) => `  ${line}`)];

function webhookLine({
  kind,
  name,
  target,
  failurePolicy,
  certified,
  deactivated,
  endpoints,
}: WebhookReport): string {
  const what = kind === 'MutatingWebhookConfiguration' ? 'injects' : 'validates';
  const facts = [
    deactivated ? 'called for nothing' : `${what} (${failurePolicy})`,
    ...(certified ? [] : ['no certificate']),
    ...(endpoints === undefined ? [] : [`${endpoints} ready`]),
  ];
  return `${name} -> ${target}  ${facts.join(', ')}`;
}

const tagText = (tag: string | undefined): string => (tag === undefined ? '' : ` (tag ${tag})`);

const podText = ({ pods, outdated }: { readonly pods: number; readonly outdated: number }): string =>
  `${pods} ${pods === 1 ? 'pod' : 'pods'}${outdated === 0 ? '' : `, ${outdated} to restart`}`;

const leavingText = (leaving: number): string =>
  leaving === 0 ? '' : `; ${leaving} would come back with another control plane`;

function versionText(versions: Readonly<Record<string, number>>): string {
  const known = Object.entries(versions).map(([version, count]) => `${count} of ${version}`);
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

const proxyText = ({ connected, synced }: NonNullable<RevisionReport['proxies']>): string =>
  `${connected} connected, ${synced} in sync`;
