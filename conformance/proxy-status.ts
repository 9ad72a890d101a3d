import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { run } from '../commands/testing/run.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOf, recordedCases, rowsOf, type RecordedCase } from './recorded-cases.ts';

/** How far proxies are: answers of istiods, comparisons with dumps, and the policies that proxies enforce. */
export async function* proxyStatusCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const recorded of recordedCases(folder, ['proxy-status'], filter)) {
    yield { id: recorded.id, mismatches: await syncMismatches(folder, recorded) };
  }
  for (const recorded of recordedCases(folder, ['experimental', 'authz'], filter))
    yield await outcomeOf(folder, recorded, recorded.argv.slice(1));
  const answers = path.join(folder, 'up-proxy-status');
  for (const file of existsSync(answers) ? readdirSync(answers) : []) {
    const id = `up-proxy-status/${file}`;
    if (!file.endsWith('.json') || (filter.length > 0 && !filter.some((word) => id.includes(word)))) continue;
    yield { id, mismatches: await answerMismatches(answers, file) };
  }
}

interface Section {
  readonly kind: string;
  readonly inSync: boolean;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly changed: readonly { readonly name: string }[];
}

/** Whether each kind matches, and each name that a changed line of the recorded text has. */
async function syncMismatches(folder: string, recorded: RecordedCase): Promise<string[]> {
  const controlPlane = ['--control-plane', recorded.controlPlaneDump ?? ''];
  const argv = ['proxy-status', ...recorded.argv.slice(3), ...controlPlane, '-o', 'json', '--no-config'];
  const { code, out, err } = await run(argv, { cwd: path.join(folder, recorded.case) });
  if (code !== recorded.exit) return [`exit code ${code}: ${err}`];
  const { sections } = JSON.parse(out) as { readonly sections: readonly Section[] };
  const text = readFileSync(path.join(folder, recorded.stdout), 'utf8');
  return sections.flatMap((section) => sectionMismatches(section, text));
}

function sectionMismatches({ kind, inSync, missing, extra }: Section, text: string): string[] {
  const part = text
    .split(/^(?=(?:Clusters|Listeners|Routes) )/m)
    .find((one) => one.toLowerCase().startsWith(kind));
  const wanted = /^\w+ Match\b/.test(part ?? '');
  const renamed = (sign: string): string[] =>
    [...(part ?? '').matchAll(/^([+-]) {16}"name": "(.*)",$/gm)]
      .filter(([, s]) => s === sign)
      .map(([, , name = '']) => name);
  return [
    ...(inSync === wanted ? [] : [`${kind}: ${inSync ? 'match here' : 'differ here'}, not there`]),
    ...(kind !== 'clusters' || isDeepStrictEqual([renamed('-'), renamed('+')], [missing, extra])
      ? []
      : [`${kind}: other names are missing or extra`]),
  ];
}

/** The same YAML as data, and the same line for each proxy of the answer. */
async function answerMismatches(folder: string, file: string): Promise<string[]> {
  const stem = path.join(folder, file.replace(/\.json$/, ''));
  const ours = async (...argv: readonly string[]) =>
    (await run(['proxy-status', '--from', file, '--no-config', ...argv], { cwd: folder })).out;
  const yaml = parse(await ours('-o', 'yaml')) as unknown;
  const lines = rowsOf(readFileSync(`${stem}.txt`, 'utf8'));
  return [
    ...(isDeepStrictEqual(yaml, parse(readFileSync(`${stem}.yaml`, 'utf8'))) ? [] : ['the data differ']),
    ...rowsOf(await ours())
      .filter((row) => !lines.includes(row))
      .map((row) => `given: ${row}`),
  ];
}
