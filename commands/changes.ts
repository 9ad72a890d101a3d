import { statSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { MeshctlError } from '../src/errors.ts';

/** Tells when something below paths changes; started before the first read, so that no change is missed. */
export class Changes {
  private readonly watchers: readonly FSWatcher[];
  private readonly signal: AbortSignal;
  private pending = false;
  private wake: () => void = () => undefined;

  constructor(cwd: string, paths: readonly string[], signal: AbortSignal) {
    this.signal = signal;
    const folders = new Set(paths.map((name) => watchedFolder(path.resolve(cwd, name))));
    const notice = (): void => {
      this.pending = true;
      this.wake();
    };
    this.watchers = Array.from(folders, (folder) => watch(folder, { recursive: true }, notice));
    // A folder that cannot be watched any more is one that has changed: the next read tells what is wrong with it.
    for (const watcher of this.watchers) watcher.on('error', notice);
    signal.addEventListener('abort', notice, { once: true });
  }

  /** Waits for a change since the last call, or for the end. */
  async next(): Promise<void> {
    if (!this.pending && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    this.pending = false;
  }

  close(): void {
    for (const watcher of this.watchers) watcher.close();
  }
}

/** A file is watched through its folder: editors replace it by another one. */
function watchedFolder(name: string): string {
  if (isFolder(name)) return name;
  const folder = path.dirname(name);
  if (isFolder(folder)) return folder;
  throw new MeshctlError('input', `${folder} is no folder that can be watched`, {
    hint: 'name files and folders that exist',
  });
}

const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
