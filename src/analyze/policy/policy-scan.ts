import { relative, resolve } from 'node:path';
import type { Finding, ResourceRef } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { ReadResult, Resource, SourceDocument } from '../../resources/index.ts';
import { suppressAnnotation, type AnnotationSuppression } from './annotation.ts';
import { ignoreComments, type IgnoreComment } from './ignore-comments.ts';
import { matchesPath } from './path-pattern.ts';
import type { IgnoreEntry, Policy } from './policy.ts';
import { matchesResource, matchesSpelling, spellings } from './resource-pattern.ts';

/** How the input is to be understood. */
export interface ScanOptions {
  /** Absolute path of the folder that the files of findings count from. */
  readonly cwd: string;
  /** The namespace assumed for resources without one. Default: `default`. */
  readonly namespace?: string;
  /** Whether blanks in the annotation count for nothing; istioctl lets them count. Default: true. */
  readonly trim?: boolean;
}

/** A document with suppressions in its comments. */
export interface CommentedDocument {
  readonly document: SourceDocument;
  readonly resources: readonly Resource[];
  readonly comments: readonly IgnoreComment[];
}

/**
 * What a policy has to know of the input: suppressions in comments and annotations, and which entries of the settings
 * had something to look at. Keeps nothing of documents that hold no suppression, so input may come in batches.
 */
export class PolicyScan {
  readonly policy: Policy;
  private readonly options: Required<ScanOptions>;
  private readonly commented = new Map<string, CommentedDocument>();
  private readonly annotated = new Map<string, AnnotationSuppression>();
  private readonly paths = new Map<string, string>();
  private readonly unreached: Set<IgnoreEntry>;

  constructor(policy: Policy, options: ScanOptions) {
    this.policy = policy;
    this.options = { namespace: 'default', trim: true, ...options };
    this.unreached = new Set(policy.ignore);
  }

  /** Whether no finding can be changed by what is known so far: then `applyPolicy` need not be called. */
  get isIdle(): boolean {
    const { severities, flags, ignore } = this.policy;
    return [severities, flags, ignore].every(({ length }) => length === 0) && this.hasNothingInline;
  }

  private get hasNothingInline(): boolean {
    return this.commented.size === 0 && this.annotated.size === 0;
  }

  add({ documents, resources }: Pick<ReadResult, 'documents' | 'resources'>): void {
    for (const resource of resources) this.note(resource);
    let byDocument: ReadonlyMap<SourceDocument, readonly Resource[]> | undefined;
    for (const document of documents) {
      this.reach(({ resource, files }) => resource === undefined && this.isIn(document.file, files));
      const comments = ignoreComments(document);
      if (comments.length === 0) continue;
      byDocument ??= groupBy(resources, (resource) => resource.document);
      const own = byDocument.get(document) ?? [];
      this.commented.set(documentKey(document.file, document.index), { document, comments, resources: own });
    }
  }

  /** Every document with suppressions in comments, in the order of the input. */
  commentedDocuments(): Iterable<CommentedDocument> {
    return this.commented.values();
  }

  /** The document of a finding, if it has suppressions in comments. */
  documentOf({ file, document }: Finding): CommentedDocument | undefined {
    return this.commented.get(documentKey(file, document));
  }

  /** The annotation of the resource of a finding. */
  annotationOf({ file, document, resource }: Finding): AnnotationSuppression | undefined {
    return this.annotated.get(resourceKey(file, document, resource));
  }

  /** Whether an entry covers something that was read. */
  wasReached(entry: IgnoreEntry): boolean {
    return !this.unreached.has(entry);
  }

  /** Whether patterns of the settings mean a file, as findings name it; without patterns, all are meant. */
  isIn(file: string, patterns: readonly string[] | undefined): boolean {
    if (patterns === undefined) return true;
    const path = this.pathOf(file);
    return patterns.some((pattern) => matchesPath(pattern, path));
  }

  /** Whether a pattern means a resource; without a pattern, all are meant. */
  isOne(resource: ResourceRef, pattern: string | undefined): boolean {
    return pattern === undefined || matchesResource(pattern, resource, this.options.namespace);
  }

  private note(resource: Resource): void {
    const { file, index } = resource.document;
    const annotation = suppressAnnotation(resource, this.options.trim);
    if (annotation !== undefined) this.annotated.set(resourceKey(file, index, refOf(resource)), annotation);
    if (this.unreached.size === 0) return;
    const texts = spellings(resource, this.options.namespace);
    this.reach(
      ({ files, resource: pattern }) =>
        (pattern === undefined || matchesSpelling(pattern, texts)) && this.isIn(file, files),
    );
  }

  private reach(isReached: (entry: IgnoreEntry) => boolean): void {
    for (const entry of this.unreached) if (isReached(entry)) this.unreached.delete(entry);
  }

  private pathOf(file: string): string {
    const known = this.paths.get(file);
    if (known !== undefined) return known;
    const path = relative(this.policy.folder, resolve(this.options.cwd, file)).replaceAll('\\', '/');
    this.paths.set(file, path);
    return path;
  }
}

/** A resource as findings name it. */
export function refOf({ apiVersion, kind, namespace, name }: Resource): ResourceRef {
  return { apiVersion, kind, name, ...(namespace !== undefined && { namespace }) };
}

function documentKey(file: string, index: number): string {
  return `${index} ${file}`;
}

function resourceKey(
  file: string,
  index: number,
  { apiVersion, kind, namespace = '', name }: ResourceRef,
): string {
  return [documentKey(file, index), apiVersion, kind, namespace, name].join('\n');
}
