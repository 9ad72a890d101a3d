import { MeshctlError } from '../../errors.ts';
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

/**
 * Once the steps are used up, the names that are left lie below the folder that was meant. Where a name does not fit, only
 * the last `**` before it takes one name more, so that no pattern is slow.
 */
function matchesSteps(steps: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; at < steps.length;) {
    const [step = '', name] = [steps[at], names[i]];
    if (name === undefined) return false;
    if (step === '**') {
      star = at++;
      resume = i;
    } else if (matchesWildcard(step, name)) {
      at++;
      i++;
    } else if (star !== -1) {
      at = star + 1;
      i = ++resume;
    } else return false;
  }
  return true;
}

const mostAlternatives = 1000;

/** The patterns without braces that one with braces stands for. Throws `MeshctlError('usage')` where they are too many. */
function expandBraces(pattern: string): readonly string[] {
  let open = [pattern];
  for (;;) {
    const expanded = open.flatMap(withoutFirstBraces);
    if (expanded.length === open.length && expanded.every((plain, index) => plain === open[index]))
      return open;
    if (expanded.length > mostAlternatives) {
      throw new MeshctlError('usage', `${pattern} stands for more than ${mostAlternatives} patterns`, {
        hint: 'write `*` in place of some of the braces',
      });
    }
    open = expanded;
  }
}

function withoutFirstBraces(pattern: string): readonly string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern);
  if (match === null) return [pattern];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').map((choice) => before + choice + after);
}
