import { MeshctlError } from '../../src/errors.ts';
import type { DemoStep } from './demo-story.ts';

/** Who plays a story. */
export interface Player {
  /** Shows what comes. */
  readonly say: (text: string) => void;
  /** Runs meshctl with these words; gives its exit code. The output goes to a file, if one is named. */
  readonly run: (words: readonly string[], into?: string) => Promise<number>;
  /** Restarts what runs in the shop. */
  readonly restart: () => Promise<void>;
}

/**
 * Plays a story, step by step.
 *
 * @throws {MeshctlError} `environment` when a step ends otherwise than it should.
 */
export async function playStory(story: readonly DemoStep[], { say, run, restart }: Player): Promise<void> {
  for (const [index, { title, words, exit, into, restarts }] of story.entries()) {
    if (restarts) await restart();
    const typed = ['meshctl', ...words].map(quoted).join(' ');
    const goal = into === undefined ? '' : ` > ${into}`;
    say(`\n# ${index + 1} of ${story.length}: ${title}\n$ ${typed}${goal}\n`);
    const code = await run(words, into);
    if (code === exit) continue;
    throw new MeshctlError('environment', `\`meshctl ${words.join(' ')}\` ended with ${code}`, {
      reason: `in this story it ends with ${exit}`,
      hint: 'run the demo again with --debug, and report what it prints',
    });
  }
}

const quoted = (word: string): string => (/^[\w./=:%-]+$/.test(word) ? word : `'${word}'`);
