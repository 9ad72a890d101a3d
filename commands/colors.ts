import type { Io } from './io.ts';

export type ColorChoice = 'auto' | 'always' | 'never';

/**
 * Whether each stream may be coloured. `--color` decides; `auto` asks NO_COLOR (https://no-color.org), FORCE_COLOR and
 * CLICOLOR_FORCE (https://bixense.com/clicolors), then TERM=dumb, then whether the stream is a terminal.
 */
export function resolveColors(
  choice: ColorChoice,
  { env, tty }: Pick<Io, 'env' | 'tty'>,
): { readonly out: boolean; readonly err: boolean } {
  const both = choice === 'auto' ? fromEnvironment(env) : choice === 'always';
  return { out: both ?? tty.stdout, err: both ?? tty.stderr };
}

function fromEnvironment(env: Io['env']): boolean | undefined {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return true;
  return env.TERM === 'dumb' ? false : undefined;
}
