import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandPages } from './command-pages.ts';

// Writes docs/commands, and removes the pages of commands that are gone: `npm run docs`.
const folder = 'docs/commands';
const pages = await commandPages();

await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) if (!pages.has(file)) await rm(join(folder, file));
for (const [file, text] of pages) await writeFile(join(folder, file), text);
