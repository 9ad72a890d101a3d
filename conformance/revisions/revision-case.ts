import { readFileSync } from 'node:fs';
import path from 'node:path';
import { istioVersion, type JsonObject } from '../../src/index.ts';

/** Which object, and the file below `objects` that holds it. */
export interface RecordedObject {
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly ref: string;
}

/** A write of the reference. */
export interface RecordedWrite {
  readonly verb: 'create' | 'apply' | 'update' | 'delete';
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** `[kind, namespace, name]`. */
export type RecordedName = readonly [string, string | null, string];

/** The writes of an installation, part by part. */
export interface RecordedInstall {
  readonly namespace: readonly RecordedWrite[];
  readonly components: Readonly<Record<string, readonly RecordedName[]>>;
  readonly prune: readonly RecordedWrite[];
  readonly webhooks: readonly RecordedWrite[];
}

export interface PrecheckMessage {
  readonly code: string;
  readonly level: string;
  readonly origin: string;
}

export interface AccessReview {
  readonly verb: string;
  readonly group?: string;
  readonly resource: string;
  readonly namespace?: string;
}

export interface RevisionCase {
  readonly id: string;
  /** Folder of the case; the command is run in it. */
  readonly cwd: string;
  readonly command: {
    readonly args: readonly string[];
    readonly kubernetesVersion: string;
    readonly deniedCreate: readonly string[];
    readonly stdin: string | null;
  };
  readonly cluster: readonly RecordedObject[];
  readonly expected: {
    readonly exit: number;
    readonly actions: readonly RecordedWrite[] | RecordedInstall;
    readonly removed: readonly RecordedName[];
    readonly changed: readonly RecordedObject[];
    readonly output?: readonly unknown[];
    readonly messages?: readonly PrecheckMessage[];
    readonly accessReviews?: readonly AccessReview[];
    readonly notices?: readonly string[];
  };
}

/** A case of a folder of them, with our versions in place of the tokens. */
export function readRevisionCase(folder: string, id: string): RevisionCase {
  const cwd = path.join(folder, id);
  const part = (name: string): unknown => readRecorded(path.join(cwd, `${name}.json`));
  return {
    ...{ id, cwd },
    command: part('command') as RevisionCase['command'],
    cluster: part('cluster') as RevisionCase['cluster'],
    expected: part('expected') as RevisionCase['expected'],
  };
}

/** An object that a case names. */
export function readRecordedObject(folder: string, { ref }: RecordedObject): JsonObject {
  return readRecorded(path.join(folder, 'objects', `${ref}.json`)) as JsonObject;
}

/** JSON of a file, in which tokens stand for versions of the product. */
export function readRecorded(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8').replaceAll(/@(CHART_)?VERSION@/g, istioVersion));
}
