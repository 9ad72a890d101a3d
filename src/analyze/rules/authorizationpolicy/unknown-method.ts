import { closest } from '../../../closest.ts';
import type { Path } from '../../../path.ts';
import { defineRule } from '../../rule.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** Methods and paths are compared as clients send them: methods in capitals, paths from the slash on. */
export const unknownMethod = defineRule<{ field: string; value: string; fault: string }>({
  slug: 'authorizationpolicy/unknown-method',
  code: 'MSH0123',
  severity: 'warning',
  summary: 'The methods and paths of an AuthorizationPolicy are such as clients send.',
  kinds: ['AuthorizationPolicy'],
  message: ({ value, fault }) => `${JSON.stringify(value)} fits no request: ${fault}`,
  check(mesh, report) {
    for (const policy of mesh.of('AuthorizationPolicy')) {
      for (const { field, value, path } of requestsOf(policy)) {
        const fault = field.toLowerCase().endsWith('methods') ? methodFault(value) : pathFault(value);
        if (fault !== undefined) report(policy, path, { field, value, ...fault }, { hint: fault.hint });
      }
    }
  },
});

interface Fault {
  readonly fault: string;
  readonly hint: string;
}

const methods = [
  ...['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', 'QUERY'],
  ...['PROPFIND', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'UNLOCK', 'REPORT', 'SEARCH', 'PURGE'],
  ...['LINK', 'UNLINK', 'BIND', 'UNBIND', 'ACL', 'MERGE', 'NOTIFY', 'SUBSCRIBE', 'UNSUBSCRIBE'],
  ...['CHECKOUT', 'CHECKIN', 'UPDATE', 'LABEL', 'MKCALENDAR', 'MKACTIVITY', 'SOURCE'],
];

function methodFault(value: string): Fault | undefined {
  const text = value.replace(/^\*|\*$/, '');
  if (text === '' || (text !== value && methods.some((method) => method.includes(text)))) return undefined;
  const upper = text.toUpperCase();
  if (upper !== text) {
    const hint = `Write ${value.toUpperCase()}.`;
    return { fault: 'methods are in capitals, and case counts', hint };
  }
  if (methods.includes(text) || text !== value) return undefined;
  const meant = closest(text, methods);
  return meant === undefined
    ? undefined
    : { fault: 'there is no such HTTP method', hint: `Did you mean ${meant}?` };
}

function pathFault(value: string): Fault | undefined {
  if (value === '' || value.startsWith('/') || value.startsWith('*')) return undefined;
  const hint = `Write ${JSON.stringify(`/${value}`)}; hosts belong under \`hosts\`.`;
  return { fault: 'paths begin with a slash, or with `*`', hint };
}

interface Named {
  readonly field: string;
  readonly value: string;
  readonly path: Path;
}

const fields = ['methods', 'notMethods', 'paths', 'notPaths'] as const;

const requestsOf = ({ spec }: MeshObject<'AuthorizationPolicy'>): Named[] =>
  (spec.rules ?? []).flatMap(({ to = [] }, rule) =>
    to.flatMap(({ operation = {} }, index) =>
      fields.flatMap((field) =>
        (operation[field] ?? []).map((value, at) => ({
          ...{ field, value },
          path: ['spec', 'rules', rule, 'to', index, 'operation', field, at],
        })),
      ),
    ),
  );
