import type { Args, Finding, ResourceRef } from '../../finding.ts';
import type { Range } from '../../resources/index.ts';
import { isExpired, type Suppression } from './covers.ts';
import type { IgnoreComment } from './ignore-comments.ts';
import type { IgnoreEntry } from './policy.ts';
import { refOf, type CommentedDocument, type PolicyScan } from './policy-scan.ts';
import type { RuleNames } from './rule-names.ts';
import { expired, noReason, unused, type PolicyRule } from './rules.ts';

/** What can be said of suppressions once all findings are known. */
export interface Usage {
  readonly used: ReadonlySet<Suppression>;
  /** Every rule there is. */
  readonly rules: RuleNames;
  /** Those that had a chance to find something. */
  readonly ran: RuleNames;
}

/** What is wrong with the suppressions in comments. */
export function commentNotices(scan: PolicyScan, usage: Usage): Finding[] {
  return Array.from(scan.commentedDocuments(), (commented) =>
    commented.comments.flatMap((comment) => noticesOf(comment, commented, usage)),
  ).flat();
}

function noticesOf(comment: IgnoreComment, commented: CommentedDocument, usage: Usage): Finding[] {
  const at = (range: Range): Site => siteOf(commented, range);
  if (comment.names.length === 0) {
    return [notice(noReason, at(comment.range), 'this comment names no rule to suppress', { hint: form })];
  }
  if (comment.reason === '') {
    const message = 'this comment suppresses nothing, because it gives no reason';
    return [notice(noReason, at(comment.range), message, { hint: form })];
  }
  return comment.names
    .filter((written) => !usage.used.has(written))
    .flatMap(({ name, range }) => unusedName(name, comment, usage, at(range)));
}

const form = 'Write `# meshctl-ignore[IST0101]: why`, on the line of the finding or right above it.';

function unusedName(name: string, { about }: IgnoreComment, { rules, ran }: Usage, site: Site): Finding[] {
  const args = { name };
  const fault = rules.fault(name);
  if (fault !== undefined) return [notice(unused, site, fault.message, { hint: sentence(fault.hint), args })];
  if (ran.find(name) === undefined) return [];
  const where = about.scope === 'document' ? 'in this document' : 'here';
  const message = `${rules.find(name) ?? name} finds nothing ${where}: this comment is not needed`;
  const hint = about.scope === 'nothing' ? 'A comment counts for what begins right below it.' : 'Delete it.';
  return [notice(unused, site, message, { hint, args })];
}

/** What is wrong with the entries of the settings. */
export function entryNotices(scan: PolicyScan, { used, ran }: Usage, today: string): Finding[] {
  return scan.policy.ignore.flatMap((entry) => {
    if (isExpired(entry, today)) return [expiredNotice(entry)];
    const idle = !used.has(entry) && ran.find(entry.rule) !== undefined && scan.wasReached(entry);
    return idle ? [unusedNotice(entry)] : [];
  });
}

function expiredNotice(entry: IgnoreEntry): Finding {
  const { rule, until = '', reason } = entry;
  const message = `${rule} was to be ignored until ${until}; this entry no longer counts`;
  const hint = 'Mend what it finds and delete the entry, or give it a later date.';
  return notice(expired, entrySite(entry), message, { hint, args: { rule, until, reason } });
}

function unusedNotice(entry: IgnoreEntry): Finding {
  const { rule, reason } = entry;
  const message = `${rule} finds nothing that this entry covers`;
  return notice(unused, entrySite(entry), message, { hint: 'Delete it.', args: { rule, reason } });
}

/** Where a notice is placed. */
type Site = Pick<Finding, 'resource' | 'file' | 'document' | 'path' | 'range'>;

const noResource: ResourceRef = { apiVersion: '', kind: '', name: '' };

function siteOf({ document, resources }: CommentedDocument, range: Range): Site {
  const [resource] = resources;
  return {
    resource: resource === undefined ? noResource : refOf(resource),
    ...{ file: document.file, document: document.index, path: '', range },
  };
}

function entrySite({ place }: IgnoreEntry): Site {
  return { resource: noResource, document: 0, ...place };
}

function notice(
  { slug, code, severity, docs }: PolicyRule,
  site: Site,
  message: string,
  { hint, args = {} }: { readonly hint: string; readonly args?: Args },
): Finding {
  return {
    ...{ code, rule: slug, severity, message, hint },
    ...site,
    ...{ args, rejectedBy: [], related: [], fixes: [], docs },
  };
}

function sentence(hint: string): string {
  return `${hint.charAt(0).toUpperCase()}${hint.slice(1)}${/[.?!]$/.test(hint) ? '' : '.'}`;
}
