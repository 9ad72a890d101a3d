import { Chalk, type ChalkInstance } from 'chalk';

/** The named styles of meshctl: what a colour means, never the colour itself. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly ok: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly path: (text: string) => string;
}

/** Styles that colour their text, or return it as it is when `enabled` is false. */
export function paint(enabled: boolean): Paint {
  const chalk: ChalkInstance = new Chalk({ level: enabled ? 1 : 0 });
  return {
    error: (text) => chalk.bold.red(text),
    warning: (text) => chalk.yellow(text),
    info: (text) => chalk.blue(text),
    ok: (text) => chalk.green(text),
    dim: (text) => chalk.dim(text),
    bold: (text) => chalk.bold(text),
    path: (text) => chalk.cyan(text),
  };
}
