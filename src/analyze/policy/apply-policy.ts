import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { commentsFor, entriesFor, flagsFor, isAnnotated, type Suppression } from './covers.ts';
import { commentNotices, entryNotices } from './notices.ts';
import type { PolicyScan } from './policy-scan.ts';
import { unreadableCode, type RuleNames } from './rule-names.ts';
import { severityOf } from './severity-of.ts';

/** What a policy is applied in. */
export interface PolicyContext {
  /** Every rule there is. */
  readonly rules: RuleNames;
  /** The rules of this run: only their suppressions can be called unused. Default: all. */
  readonly ran?: RuleNames;
  /** Decides which suppressions have expired; days are those of UTC. */
  readonly now: Date;
}

/** Findings after a policy, and what is said of its suppressions. */
export interface PolicyResult {
  /** What is left, with its severity, and what is wrong with the suppressions themselves; sorted. */
  readonly findings: readonly Finding[];
  /** How many findings were left out. */
  readonly suppressed: number;
  /** The values of `--suppress` that suppressed nothing. */
  readonly unusedFlags: readonly string[];
}

/**
 * Leaves out the findings that flags, settings, comments and annotations suppress, gives the others their severity,
 * and reports suppressions that have expired, serve nothing, or give no reason. `scan` must have seen all input.
 * Findings of documents that could not be read stay as they are.
 */
export function applyPolicy(
  findings: readonly Finding[],
  scan: PolicyScan,
  { rules, ran = rules, now }: PolicyContext,
): PolicyResult {
  const today = now.toISOString().slice(0, 10);
  const sieve = new Sieve(scan);
  const usage = { used: sieve.used, rules, ran };
  const byFlags: Source = (finding) => flagsFor(finding, scan);
  const byEntries: Source = (finding) => entriesFor(finding, scan, today);
  const byComments: Source = (finding) => commentsFor(finding, scan, rules);
  sieve.take(findings, [byFlags, byEntries, byComments], (finding) => isAnnotated(finding, scan, rules));
  sieve.take(commentNotices(scan, usage), [byFlags, byEntries]);
  sieve.take(entryNotices(scan, usage, today), [byFlags]);
  const unusedFlags = scan.policy.flags.filter((flag) => !sieve.used.has(flag)).map(({ text }) => text);
  return { findings: sortFindings(sieve.kept), suppressed: sieve.suppressed, unusedFlags };
}

/** Names what suppresses a finding. */
type Source = (finding: Finding) => readonly Suppression[];

class Sieve {
  readonly kept: Finding[] = [];
  readonly used = new Set<Suppression>();
  suppressed = 0;
  private readonly scan: PolicyScan;

  constructor(scan: PolicyScan) {
    this.scan = scan;
  }

  /** Asks every source about every finding, so that each suppression that covers one counts as used. */
  take(
    findings: readonly Finding[],
    sources: readonly Source[],
    isSilent: (finding: Finding) => boolean = () => false,
  ): void {
    for (const finding of findings) {
      if (finding.code === unreadableCode) this.kept.push(finding);
      else
        this.judge(
          finding,
          sources.flatMap((source) => source(finding)),
          isSilent(finding),
        );
    }
  }

  private judge(finding: Finding, by: readonly Suppression[], isSilent: boolean): void {
    for (const suppression of by) this.used.add(suppression);
    const severity = severityOf(finding, this.scan);
    if (by.length > 0 || isSilent || severity === 'off') this.suppressed += 1;
    else this.kept.push(severity === finding.severity ? finding : { ...finding, severity });
  }
}
