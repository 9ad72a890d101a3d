import { fileURLToPath } from 'node:url';
import { run } from '../commands/testing/run.ts';
import { terminalPicture, type PictureSize } from './terminal-picture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Shown extends PictureSize {
  readonly words: readonly string[];
}

/** What the README shows; each needs nothing but the repository. */
const shown: Readonly<Record<string, Shown>> = {
  analyze: { words: ['analyze', 'testdata/bookshop/reviews'], rows: 36 },
  trace: {
    words: [
      ...['proxy-config', 'trace', '-f', 'testdata/proxy/trace/sidecar.json'],
      ...['--request', 'GET http://reviews:8080/'],
    ],
  },
  'upgrade-plan': {
    words: ['upgrade', 'plan', '--from', 'testdata/upgrade', '--wave', 'team=pilots', '--wave', '50%'],
  },
  scan: {
    words: ['scan', 'testdata/upgrade', '--assume', 'complete', '--now', '2026-12-01'],
    rows: 30,
  },
};
const columns = 110;

/** The pictures of `docs/pictures` by file name: what a terminal shows of real runs. */
export async function pictures(): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const [name, { words, ...size }] of Object.entries(shown)) {
    const { out, err } = await run(['--color', 'always', ...words], { cwd: root, columns });
    const prompt = ['meshctl', ...words].map(quoted).join(' ');
    made.set(`${name}.svg`, terminalPicture(prompt, untimed(out + err), { columns, ...size }));
  }
  return made;
}

const quoted = (word: string): string => (/^[\w./=:%-]+$/.test(word) ? word : `'${word}'`);

/** The time that a run took is another one each time. */
const untimed = (text: string): string => text.replaceAll(/ in \d+(?:\.\d+)? m?s$/gm, '');
