import { isMoved, type InjectedBy, type InjectionShift, type TagPlan } from '../../src/revision/index.ts';
import { formatChanges, titleOf } from '../../src/operator/diff/index.ts';
import { paint } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';
import { warn } from '../warn.ts';

/** Prints what setting or removing a tag does: objects, and who injects the pods of each namespace before and after. */
export async function printTagPlan(
  io: CommandIo,
  { output, dryRun }: { readonly output: 'table' | 'json' | 'yaml'; readonly dryRun: boolean },
  plan: TagPlan,
): Promise<void> {
  if (output !== 'table') {
    await printDocument(io, output, 'TagPlan', documentOf(plan, dryRun));
    return;
  }
  printChanges(io, plan);
  printInjection(io, plan.injection);
}

/** What is wrong, or worth knowing, before anything is written. */
export function sayWarnings(io: CommandIo, { overlaps, notices }: TagPlan): void {
  const lines = [
    ...notices,
    ...overlaps.map(
      ({ code, configuration, webhook, others }) =>
        `${code}: ${configuration}/${webhook} would be called for the same pods as ${others.join(', ')}`,
    ),
  ];
  for (const line of lines) warn(io, line);
}

/** The body of a plan as a document of meshctl. */
export function documentOf(
  { tag, revision, changes, injection, overlaps, notices }: TagPlan,
  dryRun: boolean,
) {
  return {
    tag,
    ...(revision !== undefined && { revision }),
    dryRun,
    changes: changes.map(({ action, object, changes: fields, conflicts, adopts }) => ({
      ...{ action, object, changes: fields, conflicts, adopts },
    })),
    ...{ injection, overlaps, notices },
  };
}

const signs = { create: '+', change: '~', delete: '-', unchanged: '=' } as const;

function printChanges(io: CommandIo, { changes }: TagPlan): void {
  const styles = paint(io.colors.out);
  const inColor = {
    create: styles.info,
    change: styles.warning,
    delete: styles.error,
    unchanged: styles.dim,
  };
  for (const { action, object, changes: fields } of changes) {
    const state = action === 'unchanged' ? ' (as it should be)' : '';
    io.out(`${inColor[action](`${signs[action]} ${titleOf(object)}${state}`)}\n`);
    for (const line of formatChanges(fields)) io.out(`    ${line}\n`);
  }
}

function printInjection(io: CommandIo, injection: readonly InjectionShift[]): void {
  const moved = injection.filter(isMoved);
  if (moved.length > 0) {
    io.out('\n');
    printTable(io, 'table', columns, moved);
  }
  const all = new Set(injection.map(({ namespace }) => namespace));
  const stay = all.size - new Set(moved.map(({ namespace }) => namespace)).size;
  if (stay > 0) io.out(`\n${stay === 1 ? '1 namespace stays' : `${stay} namespaces stay`} as before.\n`);
}

const podsOf = {
  any: 'without labels',
  asking: 'sidecar.istio.io/inject=true',
  labelled: 'istio.io/rev=<tag>',
} as const;

const columns = [
  { header: 'NAMESPACE', cell: ({ namespace }: InjectionShift) => namespace },
  { header: 'PODS', cell: ({ pods }: InjectionShift) => podsOf[pods] },
  { header: 'INJECTED BY', cell: ({ before }: InjectionShift) => named(before) },
  { header: 'AFTERWARDS BY', cell: ({ after }: InjectionShift) => named(after) },
];

const named = (injectors: readonly InjectedBy[]): string =>
  injectors.length === 0
    ? 'nobody'
    : injectors
        .map(({ revision, tag }) => (tag === undefined ? revision : `${revision} (tag ${tag})`))
        .join(' and ');
