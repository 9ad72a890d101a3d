import { connect, listKinds } from '../../src/kube/index.ts';
import { printable } from '../../src/output/index.ts';
import { readResources } from '../../src/resources/index.ts';
import { summarizeGroups, type GroupSummary } from '../../src/vm/index.ts';
import type { CommandIo } from '../command-io.ts';
import { connectOptions, type KubeOptions } from '../kube-options.ts';

/** Where WorkloadGroups are read from. */
export interface GroupSource extends KubeOptions {
  readonly namespace?: string;
}

export interface FoundGroups {
  readonly groups: readonly GroupSummary[];
  /** Whether something could not be read; it has been said. */
  readonly partial: boolean;
}

/** The groups of files, or of the cluster when no files are named. */
export async function readGroups(
  io: CommandIo,
  paths: readonly string[],
  { namespace, ...options }: GroupSource,
): Promise<FoundGroups> {
  const isAsked = (group: GroupSummary): boolean => namespace === undefined || group.namespace === namespace;
  if (paths.length > 0) {
    const { resources, documents } = await readResources(paths, { cwd: io.cwd });
    const unread = documents.filter(({ problems }) => problems.length > 0);
    for (const { file } of unread) io.note(`warning: ${file} cannot be read; \`meshctl validate\` tells why`);
    const groups = summarizeGroups(resources.map(({ value }) => value)).filter(isAsked);
    return { groups, partial: false };
  }
  const client = await connect(connectOptions(io, options));
  const kinds = ['WorkloadGroup', 'WorkloadEntry'].map((kind) => ({ group: 'networking.istio.io', kind }));
  const lists = await listKinds(client, kinds, {
    whole: true,
    ...(namespace !== undefined && { namespaces: [namespace] }),
  });
  const problems = lists.flatMap((list) => list.problems);
  for (const { message } of problems) io.note(`warning: ${printable(message)}`);
  const objects = lists.flatMap((list) => list.objects.map((object) => ({ ...object, kind: list.kind })));
  return { groups: summarizeGroups(objects).filter(isAsked), partial: problems.length > 0 };
}
