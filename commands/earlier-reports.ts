import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { MeshctlError } from '../src/errors.ts';
import type { ReportTarget } from './report-options.ts';

/**
 * The files that reports are about to replace. They may lie in a folder that is read, left there by an earlier run;
 * one that is named as an input is a mistake, and refused before it is lost.
 */
export function earlierReports(
  cwd: string,
  paths: readonly string[],
  targets: readonly Pick<ReportTarget, 'file'>[],
): string[] {
  const present = targets
    .flatMap(({ file }) => (file === undefined ? [] : [resolve(cwd, file)]))
    .filter(isFile);
  if (present.length === 0) return [];
  const inputs = new Set(
    paths
      .map((path) => resolve(cwd, path))
      .filter(isFile)
      .map((path) => realpathSync(path)),
  );
  const both = present.find((file) => inputs.has(realpathSync(file)));
  if (both === undefined) return present;
  throw new MeshctlError('usage', `the report would replace ${both}, which is to be checked`, {
    hint: 'name another file after `=`',
  });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
