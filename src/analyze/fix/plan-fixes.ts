import { compareText } from '../../compare-text.ts';
import type { Edit, Finding } from '../../finding.ts';
import { chooseFixes, type OfferedFix } from './choose-fixes.ts';
import { judge } from './judge.ts';
import { halves, sortOut } from './sort-out.ts';
import { applyEdits, hasClearLines } from './text-edits.ts';

/** The outcome of a check, with whatever else the caller wants to keep of it. */
export interface Checked {
  readonly findings: readonly Finding[];
}

/** Where texts come from, and who judges what becomes of them. */
export interface FixSource<C extends Checked> {
  /** The text of a file that findings name; undefined for one that is not to be changed. */
  readonly readFile: (file: string) => string | undefined | Promise<string | undefined>;
  /** Checks everything once more, with these texts in place of those of the files. */
  readonly check: (texts: ReadonlyMap<string, string>) => Promise<C>;
}

/** A fix that was made: what was found, and what was done about it. */
export interface MadeFix {
  readonly finding: Finding;
  readonly description: string;
}

/** A fix that was offered and is not made. */
export interface LeftFix extends MadeFix {
  /** Why not, such as `it causes other errors`. */
  readonly reason: string;
}

/** What becomes of a file. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly made: readonly MadeFix[];
  readonly left: readonly LeftFix[];
}

/** What fixing comes to: the files, and what is found in them afterwards. */
export interface FixPlan<C extends Checked> {
  /** Every file with fixes, made or left, in their order. */
  readonly files: readonly FixedFile[];
  /** The outcome of the check of the texts as they will be. */
  readonly checked: C;
}

/** More rounds than repairs of repairs ever take. */
const mostRounds = 10;
/** How often everything is checked in search of the fixes that do harm. */
const mostChecks = 200;

/**
 * Makes the fixes that findings offer, in memory: those that do not touch each other at once, then those that findings
 * about the new texts offer, until there are none left. A fix that makes things worse is taken back. Nothing is written.
 */
export async function planFixes<C extends Checked>(checked: C, source: FixSource<C>): Promise<FixPlan<C>> {
  const run = new FixRun(checked, source);
  for (let round = 0; round < mostRounds; round++) if (!(await run.round())) break;
  return run.plan();
}

interface FileState {
  readonly before: string;
  text: string;
  readonly made: MadeFix[];
}

class FixRun<C extends Checked> {
  private readonly source: FixSource<C>;
  private checked: C;
  /** Undefined for files that are not to be changed. */
  private readonly files = new Map<string, FileState | undefined>();
  /** Fixes that made things worse. */
  private readonly refused = new Set<string>();
  private checks = 0;

  constructor(checked: C, source: FixSource<C>) {
    this.checked = checked;
    this.source = source;
  }

  /** Makes what can be made at once; false when there is nothing. */
  async round(): Promise<boolean> {
    const chosen = chooseFixes((await this.offered()).filter((offer) => !this.refused.has(keyOf(offer))));
    if (chosen.length === 0) return false;
    const made = await this.accept([], chosen);
    const changed = this.keep(this.textsWith(made));
    for (const { finding, fix } of changed ? made : [])
      this.files.get(finding.file)?.made.push({ finding, description: fix.description });
    return changed || made.length < chosen.length;
  }

  /** Whether there is something new in the texts. */
  private keep(texts: ReadonlyMap<string, string>): boolean {
    let changed = false;
    for (const [file, text] of texts) {
      const state = this.files.get(file);
      if (state === undefined || state.text === text) continue;
      state.text = text;
      changed = true;
    }
    return changed;
  }

  plan(): FixPlan<C> {
    const left = [...offersOf(this.checked.findings)];
    const files = [...this.files].flatMap(([file, state]): FixedFile[] => {
      if (state === undefined) return [];
      const { before, text: after, made } = state;
      const open = left.filter((offer) => offer.finding.file === file).map((offer) => this.leftFix(offer));
      return [{ file, before, after, made, left: open }];
    });
    return { files: files.sort((a, b) => compareText(a.file, b.file)), checked: this.checked };
  }

  private leftFix(offer: OfferedFix): LeftFix {
    const { finding, fix } = offer;
    const reason = this.refused.has(keyOf(offer)) ? 'it causes other errors' : 'the finding would stay';
    return { finding, description: fix.description, reason };
  }

  private async offered(): Promise<OfferedFix[]> {
    const offers: OfferedFix[] = [];
    for (const offer of offersOf(this.checked.findings)) {
      const { file } = offer.finding;
      if (!this.files.has(file)) this.files.set(file, await this.open(file));
      if (this.files.get(file) !== undefined) offers.push(offer);
    }
    return offers;
  }

  private async open(file: string): Promise<FileState | undefined> {
    const text = await this.source.readFile(file);
    return text !== undefined && hasClearLines(text) ? { before: text, text, made: [] } : undefined;
  }

  /** Adds to accepted fixes those of the offered ones that do no harm: all, or what is found by halving. */
  private async accept(
    accepted: readonly OfferedFix[],
    offered: readonly OfferedFix[],
  ): Promise<OfferedFix[]> {
    if (offered.length === 0) return [...accepted];
    if (this.checks++ > mostChecks) return this.refuse(accepted, offered);
    const all = [...accepted, ...offered];
    const after = await this.source.check(this.textsWith(all));
    const { harmful, doubtful, harmless } = sortOut(
      offered,
      judge(this.checked.findings, after.findings, offered),
    );
    if (harmful.length + doubtful.length === 0) {
      this.checked = after;
      return all;
    }
    this.refuse(accepted, harmful);
    const [first, second] = halves(doubtful);
    return this.accept(await this.accept(await this.accept(accepted, harmless), first), second);
  }

  private refuse(accepted: readonly OfferedFix[], harmful: readonly OfferedFix[]): OfferedFix[] {
    for (const fix of harmful) this.refused.add(keyOf(fix));
    return [...accepted];
  }

  /** The texts of all changed files, with more fixes made in them. */
  private textsWith(fixes: readonly OfferedFix[]): Map<string, string> {
    const edits = new Map<string, Edit[]>();
    for (const { finding, fix } of fixes) {
      const own = edits.get(finding.file) ?? [];
      own.push(...fix.edits);
      edits.set(finding.file, own);
    }
    const texts = new Map<string, string>();
    for (const [file, state] of this.files) {
      if (state === undefined) continue;
      const own = edits.get(file);
      const text = own === undefined ? state.text : applyEdits(state.text, own);
      if (text !== state.before || state.text !== state.before) texts.set(file, text);
    }
    return texts;
  }
}

/** The first fix of each finding: further ones are alternatives. */
const offersOf = (findings: readonly Finding[]): OfferedFix[] =>
  findings.flatMap((finding) => {
    const [fix] = finding.fixes;
    return fix === undefined || fix.edits.length === 0 ? [] : [{ finding, fix }];
  });

/** The same fix in a later round, where its place may be another. */
const keyOf = ({ finding: { rule, file, document, path }, fix: { description } }: OfferedFix): string =>
  JSON.stringify([rule, file, document, path, description]);
