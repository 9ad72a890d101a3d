import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../commands/testing/run.ts';
import type { Finding } from '../src/finding.ts';
import type { Outcome } from './outcome.ts';

interface Message {
  readonly code: string;
  readonly level: string;
  readonly origin: string;
}

interface Case {
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly exit: number;
  readonly format: string;
  readonly messages: readonly Message[];
}

/** Every recorded command line: the same findings, and exit codes as docs/from-istioctl.md maps them. */
export async function* analyzeCliCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const id of readdirSync(folder).sort()) {
    const file = path.join(folder, id, 'case.json');
    if (!existsSync(file) || (filter.length > 0 && !filter.some((word) => id.includes(word)))) continue;
    const recorded = JSON.parse(readFileSync(file, 'utf8')) as Case;
    yield { id, mismatches: await mismatchesOf(path.join(folder, id, 'input'), recorded) };
  }
}

async function mismatchesOf(cwd: string, recorded: Case): Promise<string[]> {
  const { args, stdin } = recorded;
  const ours = ['analyze', '--no-config', '--compat', 'istioctl', '--assume', 'complete', ...args];
  const text = stdin === undefined ? '' : readFileSync(path.join(cwd, stdin), 'utf8');
  const { code } = await run(ours, { cwd, stdin: text });
  const wanted = exitCode(recorded);
  const codes = code === wanted ? [] : [`exit code ${code}, wanted ${wanted} (there ${recorded.exit})`];
  if (code === 2 && recorded.messages.length === 0) return codes;
  const report = await run([...ours, ...(recorded.format === 'log' ? ['-o', 'json'] : [])], {
    cwd,
    stdin: text,
  });
  return [...codes, ...differences(recorded, report.out)];
}

const severity: Readonly<Record<string, string>> = { Error: 'error', Warning: 'warning', Info: 'info' };

/**
 * 79 is "findings": 1. 64, 65 and 1 are wrong flags and unreadable input: 2. With json and yaml the reference always
 * exits with 0; here the format makes no difference.
 */
function exitCode({ exit, format, messages, args }: Case): number {
  if (args.length === 0) return 2;
  if (format !== 'log') return messages.some(({ level }) => level === 'Error') ? 1 : 0;
  if (exit === 79) return 1;
  return exit === 0 ? 0 : 2;
}

function differences({ messages, format }: Case, out: string): string[] {
  if (format === 'yaml') return out.includes('kind: FindingList') ? [] : ['no report'];
  const { findings } = JSON.parse(out) as { findings: readonly Finding[] };
  const given = findings.filter(({ code }) => code.startsWith('IST')).map(lineOf);
  const wanted = messages.map(({ code, level, origin }) => `${code} ${severity[level] ?? ''} ${origin}`);
  return [
    ...without(wanted, given).map((line) => `missing: ${line}`),
    ...without(given, wanted).map((line) => `not wanted: ${line}`),
  ];
}

const lineOf = ({ code, severity: level, resource: { kind, namespace = '', name } }: Finding): string =>
  `${code} ${level} ${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
