import { spawn } from 'node:child_process';
import type { CommandIo } from '../command-io.ts';

/** Opens a page in the browser of the user; says so when that does not work. */
export function openBrowser({ env, runtime, note }: CommandIo, url: string): void {
  const [program, ...before] = openers[runtime.platform] ?? ['xdg-open'];
  const child = spawn(program, [...before, url], { env, stdio: 'ignore', detached: true });
  child.on('error', () => {
    note('note: no browser was found: open the address yourself');
  });
  child.unref();
}

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
