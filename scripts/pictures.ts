import { fileURLToPath } from 'node:url';
import { run } from '../commands/testing/run.ts';
import { terminalPicture } from './terminal-picture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the README shows; each needs nothing but the repository. */
const shown: Readonly<Record<string, readonly string[]>> = {
  analyze: ['analyze', 'testdata/bookshop/reviews'],
};

/** The pictures of `docs/pictures` by file name: what a terminal shows of real runs. */
export async function pictures(): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const [name, argv] of Object.entries(shown)) {
    const { out, err } = await run(['--color', 'always', ...argv], { cwd: root, columns: 110 });
    made.set(`${name}.svg`, terminalPicture(`meshctl ${argv.join(' ')}`, out + err));
  }
  return made;
}
