import type { InstallEvent, InstallPlan } from '../../src/install/index.ts';
import type { CommandIo } from '../command-io.ts';
import { liveTree } from './live-tree.ts';
import { Progress } from './progress.ts';

/** Shows what happens: a live tree of the stages on a terminal, else a line for each change. Fills `done` with the stages that are. */
export async function showProgress(
  io: CommandIo,
  plan: InstallPlan,
  events: AsyncIterable<InstallEvent>,
  done: string[],
): Promise<void> {
  const progress = new Progress(plan);
  const tree = io.tty.stderr && io.verbosity >= 0 ? await liveTree(io, progress) : undefined;
  try {
    for await (const event of events) {
      if (event.type === 'done') done.push(event.stage);
      const line = progress.take(event);
      if (tree !== undefined) tree.draw();
      else if (line !== undefined) io.note(line);
    }
  } finally {
    tree?.stop();
  }
}
