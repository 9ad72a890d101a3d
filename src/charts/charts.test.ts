import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { findCharts, renderChart, type RenderedChart } from './index.ts';
import { folderOf } from './testing/folder-of.ts';
import { packed } from './testing/write-tar.ts';

const release = { namespace: 'mesh', kubeMinor: 31 };

function rendered(path: string, values: JsonObject = {}, cwd = '.'): RenderedChart {
  const [found, ...others] = findCharts(path, cwd);
  if (found === undefined || others.length > 0) throw new Error(`not one chart in ${path}`);
  return renderChart(found.load(), values, release);
}

/** A chart of files, of which Chart.yaml need not be given. */
async function chartOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  return folderOf({ 'Chart.yaml': 'name: one\nversion: 1.0.0\n', ...files });
}

/** What a template of a ConfigMap gives for its data. */
async function dataOf(
  template: string,
  files: Readonly<Record<string, string>> = {},
  values: JsonObject = {},
): Promise<unknown> {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata:\n  x: ${template}\n`;
  const [object] = rendered(await chartOf({ 'templates/one.yaml': text, ...files }), values).objects;
  return (object?.data as JsonObject | undefined)?.x;
}

describe('a value in a template', () => {
  const cases: readonly [string, string, unknown, Readonly<Record<string, string>>?, JsonObject?][] = [
    ['the release', '{{ .Release.Name }} {{ .Release.Namespace }} {{ .Release.Revision }}', 'istio mesh 1'],
    ['the version of Kubernetes', '{{ .Capabilities.KubeVersion }}', 'v1.31.0'],
    ['what is not there', '"[{{ .Values.none }}]"', '[]'],
    ['an assignment inside of range', '{{ $x := 0 }}{{ range list 1 2 }}{{ $x = . }}{{ end }}{{ $x }}', 2],
    ['an assignment inside of with', '{{ $x := 0 }}{{ with 3 }}{{ $x = . }}{{ end }}{{ $x }}', 3],
    ['numbers and booleans in quotes', '{{ join "," (list 1 true nil 1.5) | quote }}', '1,true,1.5'],
    ['a text of values that is a template', '{{ tpl .Values.t . }}', 'one', {}, { t: '{{ .Chart.Name }}' }],
    [
      'the last define in the order of Helm',
      '{{ include "d" . }}',
      'a',
      { 'templates/_a.tpl': '{{ define "d" }}a{{ end }}', 'templates/_b.tpl': '{{ define "d" }}b{{ end }}' },
    ],
    ['a default', '{{ .Values.a.b }}', 1, { 'values.yaml': 'a: {b: 1}' }],
    [
      'null, which takes a default away',
      '{{ hasKey .Values.a "b" }}',
      false,
      { 'values.yaml': 'a: {b: 1}' },
      { a: { b: null } },
    ],
    ['a file', '{{ .Files.Get "f.txt" }}', 'text', { 'f.txt': 'text' }],
    [
      'a file that is ignored',
      '"[{{ .Files.Get "f.txt" }}]"',
      '[]',
      { 'f.txt': 'text', '.helmignore': '*.txt' },
    ],
    [
      'a file in a folder that is ignored',
      '"[{{ .Files.Get "d/f.txt" }}]"',
      '[]',
      { 'd/f.txt': 'text', '.helmignore': '/d/' },
    ],
    ['a cluster, which is not asked', '{{ lookup "v1" "Pod" "" "" | len }}', 0],
  ].map(([title, template, expected, files, values]) => [title, template, expected, files, values] as never);
  test.each(cases)('%s', async (_, template, expected, files, values) => {
    expect(await dataOf(template, files, values)).toEqual(expected);
  });
});

test('renders hooks apart, notes and partials not at all, and definitions last', () => {
  const { objects, leftOut } = rendered('testdata/charts/language');
  const names = (all: readonly JsonObject[]) =>
    all.map(({ kind, metadata }) => [kind, (metadata as JsonObject).name]);
  expect(names(objects)).toEqual([
    ['ConfigMap', 'language-assignment'],
    ['ConfigMap', 'second'],
    ['ConfigMap', 'files'],
    ['Secret', 'files'],
    ['ConfigMap', 'functions'],
    ['CustomResourceDefinition', 'things.example.com'],
  ]);
  expect(names(leftOut)).toEqual([
    ['Job', 'before'],
    ['Pod', 'check'],
  ]);
});

test('subcharts get globals and their own values, and are switched on and off', () => {
  const { objects } = rendered('testdata/charts/family', {
    far: { enabled: false },
    near: { size: 7 },
    distant: { enabled: true },
  });
  const valuesOf = (name: string): unknown => {
    const found = objects.find(({ metadata }) => metadata.name === name)?.data as JsonObject | undefined;
    return typeof found?.values === 'string' ? JSON.parse(found.values) : undefined;
  };
  expect(valuesOf('far')).toBeUndefined();
  expect(valuesOf('near')).toEqual({
    size: 7,
    dropped: 'default',
    global: { hub: 'family.example', nested: { parent: 1, both: 'parent', own: 'near' } },
  });
  expect(valuesOf('again')).toMatchObject({ size: 1, dropped: 'default' });
  expect(valuesOf('distant')).toMatchObject({ enabled: true, size: 1 });
});

test('a chart and its subchart come from archives, too', async () => {
  const inner = Buffer.from(
    packed([
      { name: 'inner/Chart.yaml', text: 'name: inner\nversion: 2.0.0\n' },
      {
        name: 'inner/templates/x.yaml',
        text: 'kind: Inner\napiVersion: v1\nmetadata: {name: "{{ .Values.n }}"}',
      },
    ]),
  );
  const folder = await folderOf({
    'outer-1.tgz': packed([{ name: 'outer/Chart.yaml', text: 'name: outer\nversion: 1.0.0\n' }]),
  });
  expect(findCharts('.', folder).map(({ name, place }) => [name, place])).toEqual([
    ['outer', './outer-1.tgz/outer'],
  ]);
  const parent = await chartOf({ 'charts/inner-2.0.0.tgz': inner });
  expect(rendered(parent, { inner: { n: 'given' } }).objects).toEqual([
    { kind: 'Inner', apiVersion: 'v1', metadata: { name: 'given' } },
  ]);
});

describe('says what is wrong, and where', () => {
  const object = 'apiVersion: v1\nkind: A\nmetadata: {name: a}\n';
  const cases: readonly [string, Readonly<Record<string, string>>, string][] = [
    ['a template that cannot be read', { 'templates/a.yaml': '\n {{ if }}' }, 'one/templates/a.yaml:2:8'],
    [
      'a template that fails',
      { 'templates/a.yaml': 'x: {{ fail "no way" }}' },
      'one/templates/a.yaml:1:7: fail: no way',
    ],
    [
      'a value that is required',
      { 'templates/a.yaml': '{{ required "give x" .Values.x }}' },
      'one/templates/a.yaml:1:4: required: give x',
    ],
    [
      'a template that is not there',
      { 'templates/a.yaml': '{{ include "b" . }}' },
      'one/templates/a.yaml:1:4: include: there is no template "b"',
    ],
    [
      'a partial that fails',
      {
        'templates/a.yaml': '{{ include "b" . }}',
        'templates/_b.tpl': '{{ define "b" }}{{ fail "x" }}{{ end }}',
      },
      'one/templates/_b.tpl:1:20: fail: x',
    ],
    [
      'a result that is no YAML',
      { 'templates/a.yaml': 'a: [' },
      'what one/templates/a.yaml renders is no YAML',
    ],
    [
      'a result that is no object',
      { 'templates/a.yaml': 'a: 1' },
      'an object that one/templates/a.yaml renders has no apiVersion or no kind',
    ],
    ['an object without a name', { 'templates/a.yaml': 'apiVersion: v1\nkind: A' }, 'of kind A has no name'],
    ['defaults that are no YAML', { 'values.yaml': 'a: [' }, '/values.yaml:2:1: '],
    ['a Chart.yaml without a version', { 'Chart.yaml': 'name: one' }, 'it has no version'],
    [
      'a name that is a path',
      { 'Chart.yaml': 'name: ../one\nversion: 1.0.0' },
      '"../one" is no name of a chart',
    ],
    ['a folder of charts/ that is none', { 'charts/x/README.md': '' }, 'charts/x is no chart'],
    [
      'a pattern that .helmignore cannot have',
      { '.helmignore': '**/x' },
      '.helmignore: "**/x" is no pattern',
    ],
    [
      'an endless template',
      { 'templates/a.yaml': '{{ define "b" }}{{ include "b" . }}{{ end }}{{ include "b" . }}' },
      'templates call each other',
    ],
    [
      'a function that makes secrets',
      { 'templates/a.yaml': '{{ genPrivateKey "rsa" }}' },
      'genPrivateKey: this function is not offered',
    ],
    [
      'one bad template among good ones',
      { 'templates/a.yaml': object, 'templates/b.yaml': '{{ .x.y.z }}{{ .Values.a.b }}' },
      'one/templates/b.yaml:1:',
    ],
  ];
  test.each(cases)('%s', async (_, files, message) => {
    const folder = await chartOf(files);
    expect(() => rendered(folder)).toThrow(
      expect.objectContaining({ code: 'input', message: expect.stringContaining(message) as string }),
    );
  });

  test.each([
    ['a path that does not exist', 'none', 'there is no file or folder none'],
    ['a folder without charts', '.', 'there is no chart in .'],
    ['a file that is no archive', 'a.yaml', 'a.yaml is no .tgz archive'],
  ])('%s', async (_, path, message) => {
    const folder = await folderOf({ 'a.yaml': 'a: 1' });
    expect(() => findCharts(path, folder)).toThrow(message);
  });
});

describe('links of a folder', () => {
  test('are followed inside of it', async () => {
    const folder = await chartOf({
      'real.txt': 'text',
      'templates/a.yaml': 'apiVersion: v1\nkind: A\nmetadata: {name: "{{ .Files.Get "link.txt" }}"}',
    });
    await symlink('real.txt', join(folder, 'link.txt'));
    await symlink('.', join(folder, 'circle'));
    expect(rendered(folder).objects[0]?.metadata.name).toBe('text');
  });

  test('are refused when they lead out of it', async () => {
    const [folder, other] = [await chartOf({}), await folderOf({ 'secret.txt': 'text' })];
    await symlink(join(other, 'secret.txt'), join(folder, 'link.txt'));
    expect(() => rendered(folder)).toThrow('is a link that leads out of the folder');
  });
});
