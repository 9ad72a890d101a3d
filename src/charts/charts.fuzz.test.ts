import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { chartOfFiles } from './load/chart-of-files.ts';
import { renderChart } from './render/render-chart.ts';
import { readArchive } from './source/read-archive.ts';
import { writeTar } from './testing/write-tar.ts';

/** Whether something was done, or refused with an error that the user can mend. */
function endsWell(task: () => unknown): boolean {
  try {
    task();
    return true;
  } catch (error) {
    if (error instanceof MeshctlError && error.code === 'input') return true;
    throw error;
  }
}

const metadata = 'name: one\nversion: 1.0.0\ndependencies: [{name: two, condition: two.enabled}]\n';

test('a damaged archive is read or refused', () => {
  const archive = writeTar([
    { name: 'one/Chart.yaml', text: metadata },
    { name: 'one/values.yaml', text: 'two: {enabled: true}\n' },
    { name: 'one/templates/a.yaml', text: 'kind: A\napiVersion: v1\nmetadata: {name: a}\n' },
    { name: 'one/charts/two/Chart.yaml', text: 'name: two\nversion: 2.0.0\n' },
  ]);
  const change = fc.record({ at: fc.nat(archive.length - 1), byte: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const bytes = Buffer.from(archive);
      for (const { at, byte } of changes) bytes[at] = byte;
      expect(
        endsWell(() => {
          const files = readArchive(gzipSync(bytes), 'one.tgz').map(({ name, read }) => ({
            name: name.replace(/^[^/]*\//, ''),
            bytes: read(),
          }));
          renderChart(chartOfFiles(files, 'one.tgz'), {}, { namespace: 'mesh', kubeMinor: 32 });
        }),
      ).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a chart of any files and values is rendered or refused', () => {
  const word = fc.constantFrom(
    ...[
      '{{',
      '}}',
      '{{-',
      '-}}',
      ' ',
      '\n',
      '.',
      '.Values',
      '.Values.a.b',
      '.Files',
      '.Chart',
      '$',
      ':=',
      '|',
      '"x"',
    ],
    ...[
      'range',
      'with',
      'if',
      'else',
      'end',
      'define "d"',
      'include "d" .',
      'tpl',
      'toYaml',
      'fail "x"',
      'a: ',
      '- ',
    ],
    ...[
      'kind: A',
      'apiVersion: v1',
      'metadata: {name: a}',
      '.Files.Glob "**"',
      'set $ "Values"',
      'index',
      '1',
      '---',
    ],
  );
  const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(''));
  const name = fc.constantFrom(
    'values.yaml',
    'templates/a.yaml',
    'templates/_b.tpl',
    'f',
    'crds/c.yaml',
    'charts/x/Chart.yaml',
  );
  const files = fc.dictionary(name, text, { maxKeys: 5, noNullPrototype: true });
  const values = fc.dictionary(fc.constantFrom('a', 'global', 'two', '__proto__'), fc.jsonValue());
  fc.assert(
    fc.property(files, values, (texts, given) => {
      const all = Object.entries({ 'Chart.yaml': metadata, ...texts });
      const chartFiles = all.map(([file, content]) => ({ name: file, bytes: Buffer.from(content) }));
      expect(
        endsWell(() =>
          renderChart(chartOfFiles(chartFiles, 'one'), given as JsonObject, {
            namespace: 'mesh',
            kubeMinor: 32,
          }),
        ),
      ).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
