import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../compare-text.ts';

/** Whether a path has characters that a shell would expand. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * The paths a pattern stands for, in lexical order, written as the pattern is (relative to `cwd` unless it is
 * absolute): `*` and `?` within a name, `[a-z]`, `{a,b}`, `**` for any number of folders. Names with a leading dot
 * need a dot in the pattern, as in a shell. `**` does not follow links.
 */
export function expandGlob(pattern: string, cwd: string): string[] {
  const found = new Set<string>();
  for (const plain of expandBraces(pattern)) {
    const steps = plain.split('/').filter((step) => step !== '');
    for (const path of expandSteps(plain.startsWith('/') ? ['/'] : [''], steps, cwd)) found.add(path);
  }
  return [...found].sort(compareText);
}

/** Whether a pattern stands for a path as it is written, or for a folder above it. */
export function matchesGlob(pattern: string, path: string): boolean {
  const names = path.split('/');
  return expandBraces(pattern).some((plain) => {
    const steps = plain.split('/').filter((step) => step !== '' && step !== '.');
    return matchesSteps(steps, names);
  });
}

function matchesSteps([step, ...steps]: readonly string[], names: readonly string[]): boolean {
  if (step === undefined) return true;
  const [name, ...below] = names;
  if (name === undefined) return false;
  if (step !== '**') return (step === name || nameMatcher(step)(name)) && matchesSteps(steps, below);
  if (matchesSteps(steps, names)) return true;
  return !name.startsWith('.') && matchesSteps([step, ...steps], below);
}

function expandBraces(pattern: string): string[] {
  const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(pattern);
  if (match === null) return [pattern];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => expandBraces(before + choice + after));
}

function expandSteps(bases: readonly string[], steps: readonly string[], cwd: string): string[] {
  let paths = [...bases];
  for (const [i, step] of steps.entries()) {
    const last = i === steps.length - 1;
    if (step === '**') paths = paths.flatMap((path) => allBelow(path, cwd, last));
    else if (isGlob(step)) paths = paths.flatMap((path) => matchesIn(path, step, cwd));
    else paths = paths.map((path) => below(path, step));
    paths = [...new Set(paths)];
  }
  return paths.filter((path) => statSync(absolute(cwd, path), { throwIfNoEntry: false }) !== undefined);
}

/** A folder and all folders below it; also the files below it when `**` ends the pattern. */
function allBelow(path: string, cwd: string, files: boolean): string[] {
  const found = files ? [] : [path];
  for (const entry of entriesOf(absolute(cwd, path))) {
    if (entry.name.startsWith('.')) continue;
    const next = below(path, entry.name);
    if (entry.isDirectory()) found.push(...allBelow(next, cwd, files));
    else if (files) found.push(next);
  }
  return found;
}

function matchesIn(path: string, step: string, cwd: string): string[] {
  const matches = nameMatcher(step);
  const names = entriesOf(absolute(cwd, path)).map((entry) => entry.name);
  return names.filter(matches).map((name) => below(path, name));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not a folder, or one that may not be read: nothing matches in it.
    return [];
  }
}

function absolute(cwd: string, path: string): string {
  return path.startsWith('/') ? path : join(cwd, path);
}

function below(path: string, name: string): string {
  return path === '' || path.endsWith('/') ? path + name : `${path}/${name}`;
}

function nameMatcher(step: string): (name: string) => boolean {
  const source = step.replace(/\[!?[^\]]+\]|\*+|\?|[\\^$.|+()[\]{}]/g, (part) => {
    if (part.startsWith('*')) return '.*';
    if (part === '?') return '.';
    if (part.length > 1) return part.replace('[!', '[^').replaceAll('\\', '\\\\');
    return `\\${part}`;
  });
  const whole = patternOf(`^${source}$`);
  return (name) => whole?.test(name) === true && (!name.startsWith('.') || step.startsWith('.'));
}

/** Undefined for a range that runs backwards, as in `[z-a]`: like a shell, it matches nothing. */
function patternOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 's');
  } catch {
    return undefined;
  }
}
