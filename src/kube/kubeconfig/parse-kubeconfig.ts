import { isObject } from '../../json.ts';
import { dirname, isAbsolute, join } from 'node:path';
import { MeshctlError } from '../../errors.ts';
import { readText, type Json, type JsonObject } from '../../resources/index.ts';
import type { Kubeconfig, NamedEntry } from './kubeconfig.ts';

/** Reads the text of a kubeconfig; relative paths in it count from the folder of the file. */
export function parseKubeconfig(text: string, file: string): Kubeconfig {
  const config = readRoot(text, file);
  const current = config['current-context'];
  return {
    clusters: entries(config, 'clusters', 'cluster', file),
    users: entries(config, 'users', 'user', file),
    contexts: entries(config, 'contexts', 'context', file),
    currentContext: typeof current === 'string' && current !== '' ? current : undefined,
    files: [file],
  };
}

function readRoot(text: string, file: string): JsonObject {
  const [document] = readText(text, file).documents;
  const [problem] = document?.problems ?? [];
  if (problem !== undefined) {
    const { line, column } = problem.range.start;
    throw broken(file, `line ${line}, column ${column}: ${problem.message}`);
  }
  return isObject(document?.value) ? document.value : {};
}

function entries(config: JsonObject, list: string, part: string, file: string): readonly NamedEntry[] {
  const items = config[list] ?? [];
  if (!Array.isArray(items)) throw broken(file, `${list} is not a list`);
  return items.map((item, i) => {
    if (!isObject(item) || typeof item.name !== 'string') throw broken(file, `${list}[${i}] has no name`);
    const value = item[part] ?? {};
    if (!isObject(value)) throw broken(file, `${list}[${i}].${part} is not an object`);
    return { name: item.name, value: withAbsolutePaths(value, dirname(file)), file };
  });
}

function broken(file: string, reason: string): MeshctlError {
  return new MeshctlError('input', `cannot read the kubeconfig ${file}`, {
    reason,
    hint: `mend the file, or choose another one with --kubeconfig`,
  });
}

const pathFields = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];

function withAbsolutePaths(value: JsonObject, folder: string): JsonObject {
  const result = { ...value };
  for (const field of pathFields) {
    const path = result[field];
    if (typeof path === 'string' && path !== '') result[field] = absolute(path, folder);
  }
  const exec = result.exec;
  if (isObject(exec)) result.exec = { ...exec, ...commandOf(exec.command, folder) };
  return result;
}

/** A bare name is looked up in PATH, anything with a slash is a file. */
function commandOf(command: Json | undefined, folder: string): { command?: string } {
  if (typeof command !== 'string' || !/[/\\]/.test(command)) return {};
  return { command: absolute(command, folder) };
}

function absolute(path: string, folder: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}
