import { matchesWildcard } from './wildcard.ts';

/**
 * Whether a pattern of a settings file means a file: the file itself or a folder that it lies in. `*` and `?` stay
 * within a name, `**` stands for any number of folders, `{a,b}` for either. Both paths count from the same folder and
 * have `/` on every system.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const names = path.split('/');
  return expandBraces(pattern).some((plain) => {
    const steps = plain.split('/').filter((step) => step !== '' && step !== '.');
    return matchesSteps(steps, names);
  });
}

/** Once the steps are used up, the names that are left lie below the folder that was meant. */
function matchesSteps([step, ...steps]: readonly string[], names: readonly string[]): boolean {
  if (step === undefined) return true;
  const [name, ...below] = names;
  if (name === undefined) return false;
  if (step !== '**') return matchesWildcard(step, name) && matchesSteps(steps, below);
  return steps.length === 0 || matchesSteps(steps, names) || matchesSteps([step, ...steps], below);
}

function expandBraces(pattern: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern);
  if (match === null) return [pattern];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => expandBraces(before + choice + after));
}
