import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

function problems(text: string): { rule: string; at: string }[] {
  const found = readText(text, 'x.yaml').documents.flatMap((document) => document.problems);
  return found.map(({ rule, range: { start, end } }) => ({
    rule,
    at: `${start.line}:${start.column}-${end.column}`,
  }));
}

describe('a template is one problem that says so', () => {
  it.each<[string, string, string]>([
    ['in place of a value', 'a: 1\nname: {{ .Values.name }}\n', '2:7-25'],
    ['at the start of a value', 'name: {{ .Values.name }}-x\n', '1:7-25'],
    ['in place of a key', 'a: 1\n{{ .Values.key }}: b\n', '2:1-18'],
    ['as a statement', '{{- if .Values.on }}\na: 1\n{{- end }}\n', '1:1-21'],
    ['as an indented statement', 'a:\n  {{- include "labels" . | nindent 2 }}\n', '2:3-40'],
    ['as an item', 'a:\n- {{ .Values.item }}\n', '2:3-21'],
    ['in a key of an item', 'a:\n- name: {{ .Values.item }}\n', '2:9-27'],
    ['over several lines', 'a: 1\n{{- with\n .Values }}\n', '2:1-3'],
    ['in an object in braces', 'metadata: { name: {{ .name }}, namespace: s }\n', '1:19-30'],
    ['in an item in brackets', 'ports: [{ name: "a", port: {{ .port }} }]\n', '1:28-39'],
    ['before another fault', '{{ template }}\na: [\n', '1:1-15'],
  ])('%s', (_name, text, at) => {
    expect(problems(text)).toEqual([{ rule: 'yaml/template', at }]);
  });

  it('says how to render it', () => {
    const [problem] = readText('a: {{ b }}\n', 'x').documents.flatMap((document) => document.problems);
    expect(problem?.hint).toContain('helm template');
  });

  it('once per document', () => {
    const text = '{{ if .a }}\na: {{ b }}\nc: {{ d }}\n{{ end }}\n---\ne: {{ f }}\n---\ng: 1\n';
    expect(problems(text).map(({ rule }) => rule)).toEqual(['yaml/template', 'yaml/template']);
  });
});

describe('braces in YAML are no template', () => {
  it.each<[string, string]>([
    ['in quotes', 'a: "{{ b }}"\nc: \'{{ d }}\'\n'],
    ['in a comment', 'a: 1 # {{ b }}\n# {{ c }}\n'],
    ['in literal text', 'a: |\n  {{ if .b }}\n  {{ end }}\n'],
    ['inside plain text', 'summary: Pod {{ $labels.pod }} is down\n'],
  ])('%s', (_name, text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['after the fault', 'a: b: c\nd: {{ e }}\n'],
    ['in literal text before the fault', 'a: |\n  {{ b }}\nc: d: e\n'],
    ['in literal text of an item before the fault', 'a:\n- b: |-\n    {{ c }}\n\n    {{ d }}\n- e: f: g\n'],
    ['in a comment before the fault', '# {{ a }}\nb: c: d\n'],
    ['in quotes before the fault', 'a: "{{ b }}"\nc: d: e\n'],
    ['in plain text in braces before the fault', 'a: { b: c {{ d }} }\n'],
    ['in quotes in braces before the fault', 'a: { b: "{{ c }}" }\nc: d: e\n'],
    ['in plain text before the fault', 'a: b {{ c }}\nd: e: f\n'],
  ])('%s', (_name, text) => {
    expect(problems(text).map(({ rule }) => rule)).toEqual(['yaml/syntax']);
  });
});
