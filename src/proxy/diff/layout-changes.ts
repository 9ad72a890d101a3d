import type { DumpSection, ProxyDump } from '../dump/dump.ts';
import { asObject } from '../message/index.ts';
import { redact } from '../redact/redact.ts';
import type { ChangedResource } from './changed-resource.ts';
import { changesWithoutSecrets } from './changes-without-secrets.ts';

/** What differs between two dumps besides resources: the bootstrap, and the order of the sections. */
export function layoutChanges(before: ProxyDump, after: ProxyDump): ChangedResource[] {
  const moved = firstMoved(typesOf(before), typesOf(after));
  return [
    ...bootstrapChanges(before.section('bootstrap'), after.section('bootstrap')),
    ...moved.map(movedSection),
  ];
}

/** The first of the names in both lists whose place among these is another one; none when all have theirs. */
export function firstMoved(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [new Set(before), new Set(after)];
  const then = [...now].filter((name) => old.has(name));
  const moved = [...old].filter((name) => now.has(name)).find((name, index) => name !== then[index]);
  return moved === undefined ? [] : [moved];
}

/** The change of a resource or section that has another place. */
export const placeChange = { path: 'place in the dump', what: 'moved' } as const;

const typesOf = ({ sections }: ProxyDump): string[] => sections.map(({ type }) => type);

function movedSection(name: string): ChangedResource {
  return { kind: 'section', name, changes: [placeChange], before: {}, after: {} };
}

function bootstrapChanges(
  before: DumpSection | undefined,
  after: DumpSection | undefined,
): ChangedResource[] {
  if (before === undefined || after === undefined) return [];
  const [old, now] = [before.value(), after.value()];
  const changes = changesWithoutSecrets(old, now);
  if (changes.length === 0) return [];
  const [shownBefore, shownAfter] = [asObject(redact(old).value), asObject(redact(now).value)];
  return [{ kind: 'bootstrap', name: 'bootstrap', changes, before: shownBefore, after: shownAfter }];
}
