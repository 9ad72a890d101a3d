import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SavedBundle } from '../../../src/vm/index.ts';

/** Writes a bundle to a folder as it is, modes and all; what was there goes. */
export async function layBundle(folder: string, { files, mode = 0o700 }: SavedBundle): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, file] of Object.entries(files)) {
    await writeFile(path.join(folder, name), file.text);
    await chmod(path.join(folder, name), file.mode ?? 0o600);
  }
  await chmod(folder, mode);
}
