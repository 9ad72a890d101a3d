import { describe, expect, test } from 'vitest';
import {
  goFunction,
  GoInt,
  GoStruct,
  parseTemplate,
  sprigFunctions,
  TemplateError,
  TemplateSet,
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

  test('of several texts the last definition counts', () => {
    const set = new TemplateSet([
      { name: 'a', text: '{{define "x"}}1{{end}}{{template "x" .}}' },
      { name: 'b', text: '{{define "x"}}2{{end}}' },
    ]);
    expect(set.render('a', {})).toBe('2');
  });
});
