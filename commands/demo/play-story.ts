import { MeshctlError } from '../../src/errors.ts';
import type { DemoStep } from './demo-story.ts';

/** Who plays a story. */
export interface Player {
  /** Shows what comes. */
  readonly say: (text: string) => void;
  /** Runs meshctl with these words; gives its exit code. */
  readonly run: (words: readonly string[]) => Promise<number>;
}

/**
 * Plays a story, step by step.
 *
 * @throws {MeshctlError} `environment` when a step ends otherwise than it should.
 */
export async function playStory(story: readonly DemoStep[], { say, run }: Player): Promise<void> {
  for (const [index, { title, words, exit }] of story.entries()) {
    say(`\n# ${index + 1} of ${story.length}: ${title}\n$ ${['meshctl', ...words].map(quoted).join(' ')}\n`);
    const code = await run(words);
    if (code === exit) continue;
    throw new MeshctlError('environment', `\`meshctl ${words.join(' ')}\` ended with ${code}`, {
      reason: `in this story it ends with ${exit}`,
      hint: 'run the demo again with --debug, and report what it prints',
    });
  }
}

const quoted = (word: string): string => (/^[\w./=:-]+$/.test(word) ? word : `'${word}'`);
