import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { headersOf, lineBreaks } from './headers.ts';

/**
 * Envoy refuses line breaks and NUL in what becomes part of a header (`HTTP_HEADER_VALUE` and `HTTP_HEADER_NAME` at
 * `RedirectAction`, `RouteAction` and `HeaderValue`); Istio looks for them in header values alone.
 */
export const lineBreak = defineRule<{ value: string }>({
  slug: 'envoy/line-break',
  code: 'MSH0161',
  severity: 'error',
  summary: 'Paths, hosts and header names that a route writes have no line breaks.',
  hint: 'A text after `|` or `>` in YAML ends with a line break; `|-` and `>-` drop it.',
  kinds: ['VirtualService', 'HTTPRoute'],
  message: ({ value }) =>
    `${JSON.stringify(value)} holds a line break or NUL: Envoy refuses all routes of the port`,
  check(mesh, report) {
    for (const { object, path, value, at } of textsOf(mesh)) {
      if (lineBreaks.test(value)) report(object, path, { value }, at === undefined ? {} : { at });
    }
  },
});

interface Text {
  readonly object: MeshObject;
  readonly path: Path;
  readonly value: string;
  readonly at?: 'key';
}

function* textsOf(mesh: Mesh): Generator<Text> {
  for (const { object, path, name, value } of mesh.derive(headersOf)) {
    if (object.kind !== 'VirtualService' || name.startsWith(':')) continue;
    yield { object, path, value: name, ...(value !== undefined && { at: 'key' }) };
  }
  for (const service of mesh.of('VirtualService')) yield* inVirtualService(service);
  for (const route of mesh.of('HTTPRoute')) yield* inRoute(route);
}

function* inVirtualService(object: MeshObject<'VirtualService'>): Generator<Text> {
  for (const [index, { redirect = {}, rewrite = {} }] of (object.spec.http ?? []).entries()) {
    const path: Path = ['spec', 'http', index];
    yield* fields(object, redirect, ['uri', 'prefixRewrite', 'authority'], [...path, 'redirect']);
    yield* fields(object, rewrite, ['uri', 'authority'], [...path, 'rewrite']);
  }
}

function* inRoute(object: MeshObject<'HTTPRoute'>): Generator<Text> {
  for (const [index, { filters = [] }] of (object.spec.rules ?? []).entries()) {
    for (const [number, filter] of filters.entries()) {
      for (const field of ['requestRedirect', 'urlRewrite'] as const) {
        const path = ['spec', 'rules', index, 'filters', number, field, 'path'];
        yield* fields(object, filter[field]?.path ?? {}, ['replaceFullPath', 'replacePrefixMatch'], path);
      }
    }
  }
}

function* fields<F extends string>(
  object: MeshObject,
  value: Readonly<Partial<Record<F, string>>>,
  names: readonly F[],
  path: Path,
): Generator<Text> {
  for (const name of names) {
    const text = value[name];
    if (text !== undefined) yield { object, path: [...path, name], value: text };
  }
}
