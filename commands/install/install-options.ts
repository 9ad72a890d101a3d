import type { KubeOptions } from '../kube-options.ts';
import { millisecondsOf } from '../request-timeout.ts';
import type { SpecOptions } from '../spec-options.ts';

/** What the flags of `meshctl install` say. */
export interface InstallOptions extends SpecOptions, KubeOptions {
  readonly dryRun?: 'client' | 'server';
  readonly diff: boolean;
  readonly exitCode: boolean;
  readonly yes: boolean;
  readonly skipPrecheck: boolean;
  /** Folder for what is replaced; false for none at all. */
  readonly backup?: string | false;
  readonly forceConflicts: boolean;
  readonly wait: boolean;
  readonly timeout: string;
  readonly readinessTimeout?: string;
  readonly verify: boolean;
  readonly output: 'table' | 'json';
}

/** Milliseconds that a component may take to be ready. No limit is a day. */
export function readyTimeout({ timeout, readinessTimeout }: InstallOptions): number {
  return millisecondsOf(readinessTimeout ?? timeout) || 86_400_000;
}

/** Whether only the plan is wanted. */
export const isDryRun = ({ dryRun, exitCode }: InstallOptions): boolean => dryRun !== undefined || exitCode;
