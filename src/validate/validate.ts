import type { Channel } from '../api/index.ts';
import type { Finding, Problem } from '../finding.ts';
import { sortFindings } from '../finding-order.ts';
import type { ReadResult, Resource, SourceDocument } from '../resources/index.ts';
import { checkResource, type CheckedResource, type KindChecks } from './check-resource.ts';
import { loadChecks } from './kind-checks.ts';
import { FrameSource } from './frame-source.ts';
import { namelessFindings } from './nameless.ts';
import { unknownKind } from './unknown-kind.ts';
import { readFindings, toFinding } from './to-finding.ts';

/** What a check takes for granted, and how strict it is. */
export interface ValidateOptions {
  /** The namespace assumed for objects without one. Default: `default`. */
  readonly namespace?: string;
  /** Which Gateway API definitions the cluster has. Default: `standard`. */
  readonly channel?: Channel;
  /** Read every document as this, for files of mesh config that name no kind. */
  readonly as?: 'MeshConfig' | 'MeshNetworks';
  /** Report objects of unknown kinds and versions as errors. Default: false. */
  readonly strict?: boolean;
}

/** The outcome of a check. */
export interface Validation {
  /** In the order of every output: by file, line and column. */
  readonly findings: readonly Finding[];
  /** Whether a document could not be read; then the rest of the answer is incomplete. */
  readonly unreadable: boolean;
  /** Every file that was read, in that order. */
  readonly files: readonly string[];
  /** Numbers of documents, of objects, and of objects that were checked. */
  readonly documents: number;
  readonly resources: number;
  readonly checked: number;
  /** Objects of kinds or versions meshctl does not check: `apiVersion kind` to number. */
  readonly skipped: Readonly<Record<string, number>>;
  /** What the reader has to say besides, one sentence each. */
  readonly notices: readonly string[];
  /** The lines `from`..`to` around a finding or a related place, for code frames; none elsewhere. */
  readonly lines: (file: string, from: number, to: number) => readonly string[];
}

/**
 * Checks every resource by itself: the schema of its kind as the API server would, and the rules of Istio's own
 * validation. Nothing is looked up in other resources or in a cluster; that is what `analyze` does.
 *
 * Takes what `readResources` or `readText` gave, or the batches of `readBatches` for input of any size; `visit` gets
 * every object once it is checked, and may leave out problems; a `memory` keeps what was found for another run.
 */
export async function validate(
  read: ReadResult | AsyncIterable<ReadResult>,
  options: ValidateOptions = {},
  visit: Visit = ({ problems }) => problems,
  memory?: ValidationMemory,
): Promise<Validation> {
  const run = new ValidationRun(options, visit, memory);
  if ('documents' in read) await run.add(read);
  else for await (const batch of read) await run.add(batch);
  return run.result();
}

/** Takes each object after its check and gives the problems to report; of kinds without checks the spec is as it is written. */
export type Visit = (checked: CheckedResource) => readonly Problem[];

interface Remembered {
  readonly checked: CheckedResource | undefined;
  readonly findings: readonly Finding[];
}

/** What was found of objects, for runs over the same objects again with the same options and `visit`. */
export type ValidationMemory = WeakMap<Resource, Remembered>;

/** What is known so far while batches come in. */
class ValidationRun {
  private readonly options: ValidateOptions;
  private readonly visit: Visit;
  private readonly memory: ValidationMemory | undefined;
  private readonly findings: Finding[] = [];
  private readonly frames = new FrameSource();
  private readonly checks = new Map<string, KindChecks | undefined>();
  private readonly skipped: Record<string, number> = {};
  private readonly files = new Set<string>();
  private readonly notices: string[] = [];
  private unreadable = false;
  private documents = 0;
  private resources = 0;
  private checked = 0;

  constructor(options: ValidateOptions, visit: Visit, memory: ValidationMemory | undefined) {
    this.options = options;
    this.visit = visit;
    this.memory = memory;
  }

  async add({ documents, resources, notices }: ReadResult): Promise<void> {
    const { as } = this.options;
    this.documents += documents.length;
    for (const notice of notices) this.notices.push(notice);
    for (const document of documents) this.note(document);
    const objects = as === undefined ? resources : documents.flatMap((document) => asConfig(document, as));
    this.resources += objects.length;
    for (const resource of objects) this.check(resource, await this.checksOf(resource));
  }

  /** What can be said of a document without knowing its kind. */
  private note(document: SourceDocument): void {
    this.files.add(document.file);
    if (document.problems.length > 0) this.unreadable = true;
    for (const finding of readFindings(document)) this.found(finding, document);
    if (this.options.as !== undefined) return;
    for (const finding of namelessFindings(document, this.options.strict ?? false))
      this.found(finding, document);
  }

  result(): Validation {
    const { unreadable, documents, resources, checked, skipped, notices, frames } = this;
    return {
      findings: sortFindings(this.findings),
      ...{ unreadable, files: [...this.files], documents, resources, checked, skipped, notices },
      lines: (file, from, to) => frames.lines(file, from, to),
    };
  }

  private check(resource: Resource, checks: KindChecks | undefined): void {
    const known = this.memory?.get(resource);
    const checked = known === undefined ? this.judge(resource, checks) : known.checked;
    if (checked === undefined) this.countSkipped(resource);
    else this.checked += 1;
    const problems = this.visit(checked ?? unchecked(resource, checks));
    const findings = known?.findings ?? this.findingsOf(resource, checked, problems);
    if (known === undefined) this.memory?.set(resource, { checked, findings });
    for (const finding of findings) this.found(finding, resource.document);
  }

  private judge(resource: Resource, checks: KindChecks | undefined): CheckedResource | undefined {
    const { namespace = 'default', channel = 'standard' } = this.options;
    return checks && checkResource(resource, checks, { namespace, channel });
  }

  private countSkipped(resource: Resource): void {
    const type = typeOf(resource);
    this.skipped[type] = (this.skipped[type] ?? 0) + 1;
  }

  private findingsOf(
    resource: Resource,
    checked: CheckedResource | undefined,
    problems: readonly Problem[],
  ): Finding[] {
    const strange = checked === undefined ? unknownKind(resource, this.options.strict ?? false) : undefined;
    return [...(strange === undefined ? [] : [strange]), ...problems].map((problem) =>
      toFinding(problem, resource),
    );
  }

  private found(finding: Finding, document: SourceDocument): void {
    this.findings.push(finding);
    for (const place of [finding, ...finding.related]) this.frames.add(place, document);
  }

  private async checksOf(resource: Resource): Promise<KindChecks | undefined> {
    const type = typeOf(resource);
    if (!this.checks.has(type)) this.checks.set(type, await loadChecks(resource));
    return this.checks.get(type);
  }
}

/** What others may read of an object without checks, or of a version that is not served. */
function unchecked(resource: Resource, checks: KindChecks | undefined): CheckedResource {
  const read = checks?.unserved?.(resource.value);
  return { resource, problems: [], broken: [], spec: read?.spec ?? resource.value.spec ?? null };
}

const typeOf = ({ apiVersion, kind }: Resource): string => `${apiVersion} ${kind}`.trim();

/** A file that names no kind, read as what the user says it is. */
function asConfig(document: SourceDocument, kind: string): Resource[] {
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [{ document, base: [], apiVersion: '', kind, name: '', namespace: undefined, value }];
}
