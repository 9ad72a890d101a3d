import { paint } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';
import type { Progress } from './progress.ts';
import { terminalStream } from './terminal-stream.ts';

/** A drawing of the progress that is drawn over itself. */
export interface LiveTree {
  readonly draw: () => void;
  /** Leaves the last drawing as it is. */
  readonly stop: () => void;
}

/** Draws progress on the terminal behind standard error. */
export async function liveTree(io: CommandIo, progress: Progress): Promise<LiveTree> {
  const { default: ora } = await import('ora');
  const styles = paint(io.colors.err);
  const text = (): string =>
    `Installing\n${progress
      .lines(styles)
      .map((line) => `  ${line}`)
      .join('\n')}`;
  const spinner = ora({
    ...{ text: text(), stream: terminalStream(io), isEnabled: true },
    ...{ discardStdin: false, color: io.colors.err ? 'cyan' : false },
  }).start();
  return {
    draw: () => {
      spinner.text = text();
    },
    stop: () => {
      spinner.stopAndPersist({ symbol: ' ', text: text() });
    },
  };
}
