import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MeshctlError } from '../errors.ts';
import { readBatches, readResources, type ReadOptions } from './read-resources.ts';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'meshctl-'));
  const pod = (name: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\n`;
  write('one.yaml', pod('one'));
  write('notes.txt', pod('notes'));
  write('conf/b.yml', pod('b'));
  write('conf/a.yaml', pod('a'));
  write('conf/a/c.json', '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c"}}');
  write('conf/README.md', '# not YAML: [');
  write('conf/.hidden/d.yaml', pod('d'));
  write('bare/README.md', 'text');
  write('loop/x.yaml', pod('x'));
  symlinkSync('..', join(cwd, 'loop/up'));
  symlinkSync('.', join(cwd, 'loop/self'));
  symlinkSync('missing', join(cwd, 'loop/gone.yaml'));
  symlinkSync('round.yaml', join(cwd, 'loop/round.yaml'));
  symlinkSync('one.yaml', join(cwd, 'same.yaml'));
  write('strange [name].yaml', pod('strange'));
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

function write(path: string, content: string | Buffer): void {
  const file = join(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function read(paths: string[], options: ReadOptions = {}) {
  const { resources, documents, files, notices } = await readResources(paths, { cwd, ...options });
  const found = resources.map(({ name, document }) => `${document.file} ${name}`);
  return { found, files, notices, problems: documents.flatMap((document) => document.problems) };
}

async function failure(paths: string[]): Promise<MeshctlError> {
  const error: unknown = await readResources(paths, { cwd }).catch((cause: unknown) => cause);
  if (error instanceof MeshctlError) return error;
  throw new Error('it did not fail as expected', { cause: error });
}

describe('readResources reads', () => {
  it.each<[string, string[], string[], number]>([
    ['a file', ['one.yaml'], ['one.yaml one'], 1],
    ['a file of any name', ['notes.txt'], ['notes.txt notes'], 1],
    ['a path as it is written', ['./conf/../one.yaml'], ['./conf/../one.yaml one'], 1],
    ['a folder in lexical order', ['conf'], ['conf/a/c.json c', 'conf/a.yaml a', 'conf/b.yml b'], 3],
    ['a hidden folder that is named', ['conf/.hidden'], ['conf/.hidden/d.yaml d'], 1],
    ['a folder with a slash', ['./conf/a/'], ['conf/a/c.json c'], 1],
    ['paths in the order given', ['one.yaml', 'conf/a.yaml'], ['one.yaml one', 'conf/a.yaml a'], 2],
    ['a file given twice once', ['one.yaml', './one.yaml', 'same.yaml'], ['one.yaml one'], 1],
    [
      'a file of a folder that was read before once',
      ['conf/b.yml', 'conf'],
      ['conf/b.yml b', 'conf/a/c.json c', 'conf/a.yaml a'],
      3,
    ],
    ['a pattern', ['conf/*.y*ml'], ['conf/a.yaml a', 'conf/b.yml b'], 2],
    ['a pattern with choices', ['conf/{b,a}.{yaml,yml}'], ['conf/a.yaml a', 'conf/b.yml b'], 2],
    ['a pattern over folders', ['**/*.json'], ['conf/a/c.json c'], 1],
    ['a pattern with a set', ['conf/[a-b].y?ml'], ['conf/a.yaml a'], 1],
    ['a pattern with a negated set', ['conf/[!a].yml'], ['conf/b.yml b'], 1],
    ['a pattern that matches a folder', ['con?'], ['conf/a/c.json c', 'conf/a.yaml a', 'conf/b.yml b'], 3],
    ['a name that looks like a pattern', ['strange [name].yaml'], ['strange [name].yaml strange'], 1],
    ['nothing', [], [], 0],
  ])('%s', async (_name, paths, found, files) => {
    expect(await read(paths)).toEqual({ found, files, notices: [], problems: [] });
  });

  it('absolute paths as they are, and what is in absolute folders relative to the working directory', async () => {
    expect((await read([join(cwd, 'one.yaml'), join(cwd, 'conf/a')])).found).toEqual([
      `${join(cwd, 'one.yaml')} one`,
      'conf/a/c.json c',
    ]);
  });

  it('a folder with links in a circle and a link to nowhere', async () => {
    const { found, notices } = await read(['loop']);
    expect(found).toContain('loop/x.yaml x');
    expect(found.filter((name) => name.endsWith(' x'))).toHaveLength(1);
    expect(notices).toEqual([
      'skipped loop/gone.yaml: the link leads nowhere',
      'skipped loop/round.yaml: the link leads nowhere',
    ]);
  });

  it('no pipe that happens to be in a folder', async () => {
    mkdirSync(join(cwd, 'pipes'));
    execFileSync('mkfifo', [join(cwd, 'pipes/p.yaml')]);
    expect((await read(['pipes'])).notices).toContain(
      'skipped pipes/p.yaml: a pipe or device is read only when it is named',
    );
  });

  it('a folder but for some files', async () => {
    expect((await read(['conf'], { except: ['conf/a.yaml', 'none.yaml'] })).found).toEqual([
      'conf/a/c.json c',
      'conf/b.yml b',
    ]);
  });

  it('a folder without any file to read, with a notice', async () => {
    expect(await read(['bare'])).toEqual({
      found: [],
      files: 0,
      notices: ['bare holds no .yaml, .yml or .json file'],
      problems: [],
    });
  });

  it('standard input once, under the name it is given', async () => {
    const stdin = (): Readable =>
      Readable.from([Buffer.from('apiVersion: v1\nki'), Buffer.from('nd: Pod\nmetadata: {name: "ä"}\n')]);
    expect((await read(['-', '-'], { stdin: stdin() })).found).toEqual(['- ä']);
    expect((await read(['-'], { stdin: stdin(), stdinFilename: 'in.yaml' })).found).toEqual(['in.yaml ä']);
  });

  it('standard input in pieces that cut characters', async () => {
    const bytes = Buffer.from('apiVersion: v1\nkind: Pod\nmetadata: {name: "äöü"}\n');
    const stdin = Readable.from([...bytes].map((byte) => Buffer.from([byte])));
    expect((await read(['-'], { stdin })).found).toEqual(['- äöü']);
  });

  it('empty standard input', async () => {
    expect(await read(['-'], { stdin: Readable.from([]) })).toEqual({
      found: [],
      files: 1,
      notices: [],
      problems: [],
    });
  });
});

describe('readResources refuses', () => {
  it.each<[string, string, string, string]>([
    [
      'a missing path, with the name that is near',
      'oen.yaml',
      'oen.yaml does not exist',
      'Did you mean one.yaml?',
    ],
    [
      'a missing path in a folder',
      'conf/aa.yaml',
      'conf/aa.yaml does not exist',
      'Did you mean conf/a.yaml?',
    ],
    [
      'a missing path like no other',
      'quite-different.yaml',
      'quite-different.yaml does not exist',
      'Give a file, a folder, a pattern, or - for standard input.',
    ],
    [
      'a path in a missing folder',
      'no/such/file.yaml',
      'no/such/file.yaml does not exist',
      'Give a file, a folder, a pattern, or - for standard input.',
    ],
    [
      'an empty name',
      '',
      'the name of a file is empty',
      'Give a file, a folder, a pattern, or - for standard input.',
    ],
    [
      'a pattern with a range that runs backwards',
      'conf/[z-a]*.yaml',
      'no file matches conf/[z-a]*.yaml',
      'Check the pattern; `**` stands for any number of folders.',
    ],
    [
      'a pattern that matches nothing',
      'conf/*.toml',
      'no file matches conf/*.toml',
      'Check the pattern; `**` stands for any number of folders.',
    ],
  ])('%s', async (_name, path, message, hint) => {
    expect(await failure(['one.yaml', path])).toMatchObject({ code: 'input', message, hint });
  });

  it('a path below a file', async () => {
    const expected = { code: 'input', message: 'one.yaml/x.yaml does not exist' };
    expect(await failure(['one.yaml/x.yaml'])).toMatchObject(expected);
  });

  it('a path that no file can have', async () => {
    const name = `${'x'.repeat(300)}.yaml`;
    const expected = { code: 'input', message: `cannot open ${name}`, reason: 'ENAMETOOLONG: name too long' };
    expect(await failure([name])).toMatchObject(expected);
  });

  it.skipIf(process.getuid?.() === 0)('a file it may not open', async () => {
    write('closed.yaml', 'a: 1');
    chmodSync(join(cwd, 'closed.yaml'), 0);
    expect(await failure(['closed.yaml'])).toMatchObject({
      code: 'input',
      message: 'cannot read closed.yaml',
    });
  });
});

describe('bytes that are no text', () => {
  it.each<[string, Buffer, string, string]>([
    ['UTF-16', Buffer.from('\uFEFFa: ö\n', 'utf16le'), 'the file is UTF-16', '1:1'],
    [
      'invalid UTF-8',
      Buffer.from('a: 1\nb: \xe4\n', 'latin1'),
      'the file is not UTF-8 text from here on',
      '2:4',
    ],
    [
      'invalid UTF-8 after valid characters',
      Buffer.from([...Buffer.from('a: "ä\uFFFD"\n'), 0xff]),
      'the file is not UTF-8 text from here on',
      '2:1',
    ],
    [
      'a surrogate in UTF-8',
      Buffer.from([0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80]),
      'the file is not UTF-8 text from here on',
      '1:4',
    ],
    ['zero bytes', Buffer.from('a: 1\nb\0: 2\n'), 'the file holds a zero byte: it is not text', '2:2'],
  ])('%s is a problem of the file', async (_name, bytes, message, at) => {
    write('bytes.yaml', bytes);
    const { problems, found } = await read(['bytes.yaml', 'one.yaml']);
    expect(problems).toMatchObject([{ rule: 'yaml/encoding', message }]);
    const start = problems[0]?.range.start;
    expect(`${start?.line}:${start?.column}`).toBe(at);
    expect(found).toEqual(['one.yaml one']);
  });

  it('a byte order mark is no problem', async () => {
    write('mark.yaml', '\uFEFFapiVersion: v1\nkind: Pod\nmetadata: {name: "ö"}\n');
    expect((await read(['mark.yaml'])).found).toEqual(['mark.yaml ö']);
  });
});

describe('large files', () => {
  function configMap(name: string, size: number): string {
    return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata:\n  a: "${'y'.repeat(size)}"\n`;
  }

  it('come in batches, with the numbers and lines they have in the file', async () => {
    const count = 6;
    write(
      'large.yaml',
      Array.from({ length: count }, (_, i) => configMap(`c${i}`, 400_000)).join('--- # next\n'),
    );
    const seen: string[] = [];
    let batches = 0;
    let files = 0;
    for await (const batch of readBatches(['large.yaml'], { cwd })) {
      batches++;
      files += batch.files;
      for (const { name, document } of batch.resources) {
        const { line } = document.locate(['metadata', 'name']).value.start;
        seen.push(`${name} ${document.index} ${line} ${document.lines(line, line).join('')}`);
      }
    }
    expect(batches).toBeGreaterThan(1);
    expect(files).toBe(1);
    expect(seen).toEqual(
      Array.from({ length: count }, (_, i) => `c${i} ${i} ${6 * i + 3} metadata: {name: c${i}}`),
    );
  });

  it('may not hold a document above 64 MB, which does not hide the next one', async () => {
    write(
      'huge.yaml',
      [configMap('a', 10), configMap('b', 70 * 1024 * 1024), configMap('c', 10)].join('---\n'),
    );
    const { found, problems } = await read(['huge.yaml']);
    expect(found).toEqual(['huge.yaml a', 'huge.yaml c']);
    expect(problems).toMatchObject([
      {
        rule: 'yaml/too-large',
        message: 'this document has 70.0 MB; the limit is 64 MB, of JSON 500 MB',
        range: { start: { line: 7 } },
      },
    ]);
  });

  it('may end with a document above 64 MB', async () => {
    write('huge.yaml', configMap('a', 70 * 1024 * 1024));
    expect((await read(['huge.yaml'])).problems).toMatchObject([{ rule: 'yaml/too-large' }]);
  });
});
