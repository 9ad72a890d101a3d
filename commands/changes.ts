import { statSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { MeshctlError } from '../src/errors.ts';

/** Tells when something below paths changes; started before the first read, so that no change is missed. */
export class Changes {
  private readonly watched: Map<string, Watched>;
  private readonly signal: AbortSignal;
  private pending = false;
  private wake: () => void = () => undefined;

  constructor(cwd: string, paths: readonly string[], signal: AbortSignal) {
    this.signal = signal;
    const folders = new Set(paths.map((name) => watchedFolder(path.resolve(cwd, name))));
    this.watched = new Map(Array.from(folders, (folder) => [folder, this.watch(folder)]));
    signal.addEventListener('abort', this.notice, { once: true });
  }

  /** Waits for a change since the last call, or for the end. */
  async next(): Promise<void> {
    const timer = setInterval(() => {
      this.watchAnew();
    }, second);
    if (!this.pending && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    clearInterval(timer);
    this.pending = false;
  }

  close(): void {
    for (const { watcher } of this.watched.values()) watcher?.close();
  }

  private readonly notice = (): void => {
    this.pending = true;
    this.wake();
  };

  /** A folder that is gone takes its watcher with it, and one that comes in its place needs another. */
  private watchAnew(): void {
    for (const [folder, { watcher, identity }] of this.watched) {
      if (identityOf(folder) === identity) continue;
      watcher?.close();
      this.watched.set(folder, this.watch(folder));
      this.notice();
    }
  }

  private watch(folder: string): Watched {
    const identity = identityOf(folder);
    if (identity === undefined) return { identity };
    try {
      // A folder that cannot be watched any more is one that has changed: the next read tells what is wrong with it.
      return { identity, watcher: watch(folder, { recursive: true }, this.notice).on('error', this.notice) };
    } catch {
      // It is gone in this moment.
      return { identity: undefined };
    }
  }
}

interface Watched {
  /** Undefined while there is no such folder. */
  readonly identity: string | undefined;
  readonly watcher?: FSWatcher;
}

const second = 1000;

/** Numbers of folders are given anew; the time at which one was made tells them apart. */
function identityOf(folder: string): string | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true ? `${stats.ino} ${stats.birthtimeMs}` : undefined;
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
