import type { Finding } from '../../finding.ts';
import { parsePath, type Path } from '../../path.ts';
import type { SourceDocument } from '../../resources/index.ts';
import type { IgnoreComment } from './ignore-comments.ts';
import type { FlagSuppression, IgnoreEntry } from './policy.ts';
import { refOf, type CommentedDocument, type PolicyScan } from './policy-scan.ts';
import type { RuleNames } from './rule-names.ts';

/** Something that suppresses findings; the same object each time, so that its use can be noted. */
export type Suppression = FlagSuppression | IgnoreEntry | IgnoreComment['names'][number];

const names = ({ code, rule }: Finding, name: string | undefined): boolean => name === code || name === rule;

/** The flags that suppress a finding. */
export function flagsFor(finding: Finding, scan: PolicyScan): readonly Suppression[] {
  return scan.policy.flags.filter(
    ({ rule, resource }) => names(finding, rule) && scan.isOne(finding.resource, resource),
  );
}

/** The entries of the settings that suppress a finding on a day (`YYYY-MM-DD`). */
export function entriesFor(finding: Finding, scan: PolicyScan, today: string): readonly Suppression[] {
  return scan.policy.ignore.filter(
    (entry) =>
      names(finding, entry.rule) &&
      !isExpired(entry, today) &&
      scan.isOne(finding.resource, entry.resource) &&
      scan.isIn(finding.file, entry.files),
  );
}

/** Whether the last day of an entry is over. */
export function isExpired({ until }: IgnoreEntry, today: string): boolean {
  return until !== undefined && until < today;
}

/** What suppresses a finding in the comments of its document; a comment without a reason does not. */
export function commentsFor(finding: Finding, scan: PolicyScan, rules: RuleNames): readonly Suppression[] {
  const commented = scan.documentOf(finding);
  if (commented === undefined) return [];
  const named = commented.comments.flatMap(({ names: given, reason, about }) =>
    reason === ''
      ? []
      : given.filter(({ name }) => names(finding, rules.find(name))).map((name) => ({ name, about })),
  );
  if (named.length === 0) return [];
  const lines = linesOf(finding, commented);
  return named.filter(({ about }) => isAbout(about, lines)).map(({ name }) => name);
}

function isAbout(about: IgnoreComment['about'], { own, around }: Lines): boolean {
  if (!('line' in about)) return about.scope === 'document';
  return own.has(about.line) || (about.scope === 'below' && around.has(about.line));
}

interface Lines {
  /** The line of a finding, that of the value it is about, that of its key. */
  readonly own: Set<number>;
  /** Where the items and keys begin that it lies in. */
  readonly around: Set<number>;
}

function linesOf(finding: Finding, { document, resources }: CommentedDocument): Lines {
  const lines: Lines = { own: new Set([finding.range.start.line]), around: new Set() };
  const path = parsePath(finding.path) ?? [];
  const own = resources.filter((resource) => isSame(refOf(resource), finding.resource));
  const bases = own.length === 0 ? [[]] : own.map((resource) => resource.base);
  for (const base of bases) addLines(lines, [...base, ...path], document);
  return lines;
}

function addLines({ own, around }: Lines, path: Path, document: SourceDocument): void {
  for (let length = 1; length <= path.length; length += 1) {
    const { value, key, exact } = document.locate(path.slice(0, length));
    if (!exact) return;
    around.add((key ?? value).start.line);
    if (length < path.length) continue;
    own.add(value.start.line);
    if (key !== undefined) own.add(key.start.line);
  }
}

function isSame(a: Finding['resource'], b: Finding['resource']): boolean {
  return (
    a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.apiVersion === b.apiVersion
  );
}

/** Whether the annotation of its resource suppresses a finding. */
export function isAnnotated(finding: Finding, scan: PolicyScan, rules: RuleNames): boolean {
  const annotation = scan.annotationOf(finding);
  return annotation?.names.some((name) => name === '*' || names(finding, rules.find(name))) ?? false;
}
