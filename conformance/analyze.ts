import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { analyze, type Analysis, type AnalyzeOptions } from '../src/analyze/index.ts';
import type { Finding } from '../src/finding.ts';
import { readResources, type ReadResult } from '../src/resources/index.ts';
import type { Outcome } from './outcome.ts';

interface Message {
  readonly code: string;
  readonly level: string;
  readonly origin: string;
  readonly reference?: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly argsVary?: boolean;
}

interface Case {
  readonly analyzer: string;
  readonly files?: readonly string[];
  readonly mesh?: string;
  readonly meshNetworks?: string;
  readonly clusters?: Readonly<Record<string, readonly string[]>>;
  readonly expect: readonly { readonly code: string; readonly level: string; readonly resource: string }[];
  readonly engine?: readonly Message[];
}

/** Every recorded mesh against what the reference's rules say of it. */
export async function* analyzeCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const id of readdirSync(folder).sort()) {
    const file = path.join(folder, id, 'expected.json');
    if (!existsSync(file) || (filter.length > 0 && !filter.some((word) => id.includes(word)))) continue;
    const recorded = JSON.parse(readFileSync(file, 'utf8')) as Case;
    yield { id, mismatches: await mismatchesOf(path.join(folder, id), recorded) };
  }
}

async function mismatchesOf(cwd: string, recorded: Case): Promise<string[]> {
  const { findings } = await analyzed(cwd, recorded);
  const { engine } = recorded;
  if (engine === undefined) return tableMismatches(recorded, findings);
  const documents = await documentsOf(cwd, recorded);
  const wanted = engine.map((message) => lineOf(message, documents));
  const given = findings.map((finding) => ({
    key: keyOf(finding),
    args: finding.args,
    document: `${finding.file}#${finding.document}`,
  }));
  return differences(wanted, given);
}

async function analyzed(cwd: string, recorded: Case): Promise<Analysis> {
  const read = async (files: readonly string[]): Promise<ReadResult> => readResources(files, { cwd });
  const { clusters, files = [], mesh, meshNetworks } = recorded;
  const options: AnalyzeOptions = {
    assume: 'complete',
    compat: 'istioctl',
    ...(mesh !== undefined && { meshConfig: await read([mesh]) }),
    ...(meshNetworks !== undefined && { meshNetworks: await read([meshNetworks]) }),
  };
  if (clusters === undefined) return analyze(await read(files), options);
  const inputs: Record<string, ReadResult> = {};
  for (const [name, held] of Object.entries(clusters)) inputs[name] = await read(held);
  return analyze(inputs, options);
}

const levels: Readonly<Record<string, string>> = { error: 'Error', warning: 'Warning', info: 'Info' };

const originOf = ({ resource: { kind, namespace = '', name } }: Finding): string =>
  `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;

/** The table cases: those of the codes and objects that the case names, with multiplicity. */
function tableMismatches({ expect }: Case, findings: readonly Finding[]): string[] {
  const codes = new Set(expect.map(({ code }) => code));
  const wanted = expect.map(({ code, level, resource }) => `${code} ${level} ${resource}`);
  const given = findings
    .filter(({ code }) => codes.has(code))
    .map((finding) => `${finding.code} ${levels[finding.severity] ?? ''} ${originOf(finding)}`);
  return differences(
    wanted.map((key) => ({ key })),
    given.map((key) => ({ key })),
  );
}

/** Where the objects of a case end, by file: what stands before one, such as a comment, belongs to it. */
type Documents = ReadonlyMap<string, readonly { readonly last: number; readonly document: number }[]>;

async function documentsOf(cwd: string, { files = [] }: Case): Promise<Documents> {
  const { documents } = await readResources(files, { cwd });
  const ends = new Map<string, { last: number; document: number }[]>();
  for (const document of documents) {
    const known = ends.get(document.file) ?? [];
    known.push({ last: document.locate([]).value.end.line, document: document.index });
    ends.set(document.file, known);
  }
  return ends;
}

interface Line {
  readonly key: string;
  readonly args?: Readonly<Record<string, unknown>>;
  /** `file#number` of the document, where it is known. */
  readonly document?: string;
}

const keyOf = (finding: Finding): string =>
  `${finding.code} ${levels[finding.severity] ?? ''} ${originOf(finding)}`;

function lineOf({ code, level, origin, reference, args, argsVary }: Message, documents: Documents): Line {
  const document = reference === undefined ? undefined : documentAt(reference, documents);
  return {
    key: `${code} ${level} ${origin}`,
    ...(args !== undefined && argsVary !== true && { args }),
    ...(document !== undefined && { document }),
  };
}

/** The document that holds a line; files of JSON have no lines. */
function documentAt(reference: string, documents: Documents): string | undefined {
  const [file = '', line] = reference.split(':');
  const ends = documents.get(file);
  if (line === undefined || ends === undefined) return undefined;
  const held = ends.find(({ last }) => last >= Number(line));
  return held && `${file}#${held.document}`;
}

/** What is wanted and missing, and what is given and not wanted; arguments count where they are recorded. */
function differences(wanted: readonly Line[], given: readonly Line[]): string[] {
  const left = [...given];
  const missing = wanted.filter((line) => {
    const at = left.findIndex((other) => agrees(line, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((line) => `missing: ${shown(line)}`),
    ...left.map((line) => `not wanted: ${shown(line)}`),
  ];
}

const shown = ({ key, document = '', args = {} }: Line): string =>
  `${key} ${document} ${JSON.stringify(args)}`;

/** Tokens that stand for sentences in the recording; they are compared where ours has them. */
const tokens: ReadonlySet<string> = new Set(['reasonKind', 'subject']);

function agrees(wanted: Line, given: Line): boolean {
  if (wanted.key !== given.key) return false;
  if (wanted.document !== undefined && wanted.document !== given.document) return false;
  const args = given.args ?? {};
  return Object.entries(wanted.args ?? {}).every(
    ([name, value]) => (tokens.has(name) && args[name] === undefined) || isDeepStrictEqual(value, args[name]),
  );
}
