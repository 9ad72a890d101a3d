import fc from 'fast-check';
import type { Json } from '../../json.ts';
import type { Case } from './case.ts';

const data: Json = {
  s: 'some text',
  e: '',
  f: 1.5,
  w: 3,
  big: 1e7,
  t: true,
  n: null,
  i: { $int: 7 },
  l: ['b', null, 2, 'a'],
  ss: { $strings: ['y', 'x'] },
  m: { b: 1, a: { c: 'deep', n: null } },
  labels: { $labels: { app: 'web' } },
  pod: { $pod: { Name: 'web', Labels: { app: 'web' }, Port: 80, Mode: 1 } },
};

const values = [
  ...['.s', '.e', '.f', '.w', '.big', '.t', '.n', '.i', '.l', '.ss', '.m', '.labels', '.pod', '.missing'],
  ...['.m.a', '.m.a.c', '.m.a.n', '.labels.app', '.pod.Name', '.pod.Port', '.pod.Mode', '.pod.Labels', '$x'],
  ...['1', '0', '-3', '2.5', '"a"', '""', '"a,b"', 'true', 'nil', '"é"', '(list)', '(dict "k" 1)', "'x'"],
];

/** Functions by the number of their arguments. */
const functions: Readonly<Record<number, readonly string[]>> = {
  1: 'not len print println html js urlquery quote squote upper lower title trim int int64 float64 toString toJson first last rest initial reverse uniq compact sortAlpha empty kindOf typeOf floor ceil b64enc toStrings add1 nospace until fromJson deepCopy toRawJson'.split(
    ' ',
  ),
  2: 'eq ne lt le gt ge and or index slice print printf default append prepend without has add sub mul div mod max min join splitList contains hasPrefix trimSuffix trunc indent nindent repeat cat concat coalesce hasKey get pick omit kindIs deepEqual list'.split(
    ' ',
  ),
  3: 'eq and or index slice printf replace ternary dict set substr list add splitn print plural'.split(' '),
};

const operand: fc.Arbitrary<string> = fc.letrec<{ operand: string; call: string }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...values),
    tie('call').map((call) => `(${call})`),
  ),
  call: fc
    .constantFrom(1, 2, 2, 3)
    .chain((count) =>
      fc.tuple(
        fc.constantFrom(...(functions[count] ?? [])),
        fc.array(tie('operand'), { minLength: count, maxLength: count }),
      ),
    )
    .map(([name, args]) => [name, ...args].join(' ')),
})).call;

const format = fc.stringMatching(/^%[-+# 0]?[0-9]?(\.[0-9])?[vdsqtxXfgeTc%]$/);
const printed = fc
  .tuple(format, fc.constantFrom(...values))
  .map(([verb, value]) => `printf ${JSON.stringify(verb)} ${value}`);

const pipeline = fc.oneof(
  operand,
  printed,
  fc.tuple(operand, fc.constantFrom(...(functions[1] ?? []))).map(([first, last]) => `${first} | ${last}`),
);

/** One value, so that errors of others do not hide it. */
const single = pipeline.map((each) => `{{ ${each} }}`);

const template: fc.Arbitrary<string> = fc.letrec<{ nodes: string; node: string }>((tie) => ({
  nodes: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'small' },
    pipeline.map((each) => `{{ ${each} }}`),
    fc.constantFrom(' text ', '\n', '{{- /* c */ -}}', '{{.}}', '{{- $x -}}', '{{$x = 1}}'),
    fc
      .tuple(fc.constantFrom('if', 'with', 'range'), pipeline, tie('nodes'), tie('nodes'))
      .map(([kind, value, a, b]) => `{{${kind} ${value}}}${a}{{- else }}${b}{{end -}}`),
    fc
      .tuple(pipeline, tie('nodes'))
      .map(([value, body]) => `{{range $k, $x := ${value}}}{{$k}}${body}{{end}}`),
    fc.tuple(pipeline, tie('nodes')).map(([value, body]) => `{{with $x := ${value}}}${body}{{end}}`),
    fc.tuple(pipeline, tie('nodes')).map(([value, body]) => `{{$x = ${value}}}${body}`),
  ),
})).nodes;

/** Templates made at random, the same for each seed. */
export const generatedCases = (seed: number, count: number): Omit<Case, 'output'>[] =>
  fc
    .sample(fc.oneof(single, template), { seed, numRuns: count })
    .map((text) => ({ text: `{{$x := .s}}${text}`, data, helm: false }));
