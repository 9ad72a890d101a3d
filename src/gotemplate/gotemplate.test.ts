import { describe, expect, test } from 'vitest';
import {
  contextFunction,
  goFunction,
  GoInt,
  GoStruct,
  helmFunctions,
  parseTemplate,
  sprigFunctions,
  TemplateError,
  TemplateSet,
  withMethods,
  type GoValue,
} from './index.ts';

const render = (text: string, data: GoValue = {}): string =>
  parseTemplate(text, { functions: sprigFunctions }).render(data);

/** What a template fails with. */
function failure(act: () => unknown): TemplateError {
  try {
    act();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('a template', () => {
  test.each<readonly [name: string, text: string, data: GoValue, output: string]>([
    ['trims around comments', 'a {{- /* c */ -}} b', {}, 'ab'],
    ['prints floats as Go does', '{{.x}} {{.y}}', { x: 1_000_000, y: 0.5 }, '1e+06 0.5'],
    ['prints integers as they are', '{{.x}}', { x: new GoInt(1_000_000) }, '1000000'],
    ['prints keys that are not there', '{{.x}} {{.x.y}}', {}, '<no value> <no value>'],
    ['keeps what a loop assigns', '{{$x := 0}}{{range .l}}{{$x = .}}{{end}}{{$x}}', { l: [1, 2] }, '2'],
    ['visits keys in order', '{{range $k, $v := .}}{{$k}}={{$v}} {{end}}', { b: 1, a: 2 }, 'a=2 b=1 '],
    [
      'leaves loops',
      '{{range 5}}{{if eq . 1}}{{continue}}{{end}}{{if eq . 3}}{{break}}{{end}}{{.}}{{end}}',
      {},
      '02',
    ],
    ['chooses with else with', '{{with .a}}a{{else with .b}}b{{.}}{{else}}c{{end}}', { b: 1 }, 'b1'],
    ['does not look further than it must', '{{or 1 (fail "no")}}', {}, '1'],
    ['calls functions with what comes through the pipe', '{{"a,b" | splitList "," | join "-"}}', {}, 'a-b'],
  ])('%s', (_, text, data, output) => {
    expect(render(text, data)).toBe(output);
  });

  test.each<readonly [name: string, text: string, data: GoValue, place: string]>([
    ['a key of null', '\n  {{.a.b}}', { a: null }, '2:5'],
    ['a function that fails', '{{fail "no"}}', {}, '1:3'],
    ['numbers of other types', '{{eq 1 1.0}}', {}, '1:3'],
    ['an int64 where an int is needed', '{{trunc (add 1 2) "x"}}', {}, '1:9'],
    ['a template that calls itself', '{{define "x"}}{{template "x"}}{{end}}{{template "x"}}', {}, '1:17'],
    ['a value in itself', '{{$d := dict}}{{$_ := set $d "a" $d}}{{$d}}', {}, '1:40'],
    ['a text that is too long', '{{repeat 1000000000 "x"}}', {}, '1:3'],
    ['a list that is too long', '{{until 1000000000}}', {}, '1:3'],
    ['a loop that takes too long', '{{range 1000000000}}{{end}}', {}, '1:3'],
    ['an action that is not closed', 'a {{.x', {}, '1:3'],
  ])('fails at the place of %s', (_, text, data, place) => {
    const { line, column } = failure(() => render(text, data));
    expect(`${line}:${column}`).toBe(place);
  });

  test('reads fields and calls methods of structs', () => {
    const pod = new GoStruct({
      type: 'v1.Pod',
      fields: { Name: 'web' },
      methods: { Add: goFunction(['int', 'int'], (a, b) => new GoInt(a + b)) },
    });
    const none = new GoStruct({
      type: 'v1.Pod',
      nil: true,
      methods: { GetName: goFunction([], () => '') },
    });
    expect(render('{{.pod.Name}} {{.pod.Add 1 2}} [{{.none.GetName}}]', { pod, none })).toBe('web 3 []');
    expect(failure(() => render('{{.pod.Other}}', { pod })).problem).toContain('Other');
    expect(failure(() => render('{{.none.Name}}', { none })).problem).toContain('nil');
  });

  test.each<readonly [name: string, text: string]>([
    ['many parentheses', `{{${'('.repeat(10_000)}1${')'.repeat(10_000)}}}`],
    ['many blocks in each other', '{{if 1}}'.repeat(10_000)],
    [
      'deep blocks in deep templates',
      `{{define "x"}}${'{{if 1}}'.repeat(150)}{{template "x"}}${'{{end}}'.repeat(150)}{{end}}{{template "x"}}`,
    ],
    ['a template that includes itself', '{{define "x"}}{{include "x" .}}{{end}}{{include "x" .}}'],
    ['a text that renders itself', '{{tpl . .}}'],
    ['output that grows without end', '{{$x := "xxxxxxxxxx"}}{{range 100}}{{$x = print $x $x}}{{end}}'],
    ['a replacement of everything', '{{$x := repeat 30000 "x"}}{{replace "x" $x $x}}'],
    ['a JSON of a value in itself', '{{$d := dict}}{{$_ := set $d "a" $d}}{{mustToJson $d}}'],
    ['a YAML of a value in itself', '{{$d := dict}}{{$_ := set $d "a" $d}}{{mustToYaml $d}}'],
    ['a copy of a value in itself', '{{$d := dict}}{{$_ := set $d "a" $d}}{{deepCopy $d}}'],
    ['a sequence without end', '{{seq 0 1 9000000000}}'],
  ])('ends with an error for %s', (_, text) => {
    const functions = { ...sprigFunctions, ...helmFunctions };
    expect(failure(() => parseTemplate(text, { functions }).render('{{tpl . .}}')).line).toBe(1);
  });

  test('takes no longer for many blanks', () => {
    const blanks = ' \n'.repeat(100_000);
    expect(render('{{trim .}}', `a${blanks}b`)).toHaveLength(blanks.length + 2);
  });

  test('may be limited further', () => {
    const limited = parseTemplate('{{range 100}}x{{end}}', { limits: { steps: 50 } });
    expect(failure(() => limited.render({})).problem).toContain('50');
  });

  test('gives its name to errors, also of what it includes', () => {
    const sources = [
      { name: 'a', text: '{{include "b" .}}' },
      { name: 'b', text: '\n{{fail "no"}}' },
    ];
    const set = new TemplateSet(sources, { functions: { ...sprigFunctions, ...helmFunctions } });
    const error = failure(() => set.render('a', {}));
    expect([error.template, error.line, error.column, error.problem]).toEqual(['b', 2, 3, 'fail: no']);
    expect(set.names()).toEqual(['a', 'b']);
    expect(failure(() => set.render('c', {})).template).toBe('c');
  });

  test('writes structs as they say', () => {
    const port = new GoStruct({
      type: 'v1.Port',
      fields: { Number: new GoInt(80, 'int32'), Name: 'http' },
      json: () => new GoStruct({ type: 'v1.Port', fields: { port: new GoInt(80, 'int32'), name: 'http' } }),
    });
    const text = '{{toJson .port}} {{.port}}\n{{toYaml .port}}';
    const output = parseTemplate(text, { functions: helmFunctions }).render({ port });
    expect(output).toBe('{"port":80,"name":"http"} {80 http}\nname: http\nport: 80');
  });

  test('gives functions what they ask of the template', () => {
    const twice = contextFunction(
      ['string', 'any'],
      ({ render: of }, name, data) => of(name, data) + of(name, data),
    );
    const text = '{{define "x"}}<{{.}}>{{end}}{{twice "x" 1}}';
    expect(parseTemplate(text, { functions: { twice } }).render({})).toBe('<1><1>');
  });

  test('sees no secrets and makes none', () => {
    expect(render('[{{env "HOME"}}{{expandenv "$HOME"}}]')).toBe('[]');
    expect(failure(() => render('{{genCA "a" 1}}')).problem).toContain('not offered');
  });

  test('writes TOML', () => {
    const data = { b: 1.5, a: 'x', t: { n: new GoInt(2), l: [1, 'y'], none: null }, r: [{ k: true }] };
    const output = parseTemplate('{{toToml .}}', { functions: helmFunctions }).render(data);
    expect(output).toBe('a = "x"\nb = 1.5\n\n[[r]]\n  k = true\n\n[t]\n  l = [1.0, "y"]\n  n = 2\n');
  });

  test('calls methods of maps and lists, which come before keys of the same name', () => {
    const labels = withMethods(
      { Get: 'key', a: 'x' },
      { Get: goFunction(['string'], (name) => `got ${name}`) },
    );
    expect(render('{{.Get "b"}} {{.a}}', labels)).toBe('got b x');
  });

  test('of several texts the last definition counts', () => {
    const set = new TemplateSet([
      { name: 'a', text: '{{define "x"}}1{{end}}{{template "x" .}}' },
      { name: 'b', text: '{{define "x"}}2{{end}}' },
    ]);
    expect(set.render('a', {})).toBe('2');
  });
});
