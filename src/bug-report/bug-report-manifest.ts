import { version } from '../version.ts';
import type { FailedTarget, ReportEntry, SkippedTarget } from './report-entry.ts';

/** What a report holds and what it lacks; its `manifest.json`, with apiVersion and kind. */
export interface BugReportManifest {
  /** RFC 3339. */
  readonly created: string;
  /** Version of meshctl. */
  readonly version: string;
  readonly istioNamespace: string;
  readonly entries: readonly ManifestEntry[];
  readonly failed: readonly FailedTarget[];
  readonly skipped: readonly SkippedTarget[];
}

interface ManifestEntry {
  readonly path: string;
  readonly bytes: number;
  /** Secrets that were replaced. */
  readonly redacted: number;
  /** Whether its beginning was left out. */
  readonly truncated: boolean;
}

/** Collects what a manifest says. */
export class ManifestBuilder {
  readonly #entries: ManifestEntry[] = [];
  readonly #failed: FailedTarget[] = [];
  readonly #skipped: SkippedTarget[] = [];

  /** Of all entries so far. */
  get bytes(): number {
    return this.#entries.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  add({ path, bytes, redacted, truncated }: ReportEntry): void {
    this.#entries.push({ path, bytes: bytes.length, redacted, truncated });
  }

  fail(failure: FailedTarget): void {
    this.#failed.push(failure);
  }

  skip(skipped: SkippedTarget): void {
    this.#skipped.push(skipped);
  }

  build(created: Date, istioNamespace: string): BugReportManifest {
    return {
      created: created.toISOString(),
      version,
      istioNamespace,
      entries: this.#entries,
      failed: this.#failed,
      skipped: this.#skipped,
    };
  }
}

/** `manifest.json`. */
export function manifestEntry(manifest: BugReportManifest): ReportEntry {
  const document = { apiVersion: 'meshctl.dev/v1', kind: 'BugReport', ...manifest };
  const bytes = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  return { path: 'manifest.json', bytes, redacted: 0, truncated: false };
}
