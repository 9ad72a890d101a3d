import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** A program of Chromium: the one that MESHCTL_BROWSER names, or one on the path; undefined without any. */
export function browserProgram(): string | undefined {
  const { MESHCTL_BROWSER: named, PATH = '' } = process.env;
  if (named !== undefined) return named;
  return PATH.split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((program) => existsSync(program));
}
