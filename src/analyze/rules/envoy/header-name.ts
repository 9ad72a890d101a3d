import { defineRule } from '../../rule.ts';
import { headersOf, lineBreaks } from './headers.ts';

/**
 * Istio only asks that the name of a header to change is not empty, and Envoy takes all but line breaks and NUL
 * (`strict: false` at `HeaderValue.key`). HTTP allows tokens: RFC 9110, sections 5.1 and 5.6.2.
 */
export const headerName = defineRule<{ name: string }>({
  slug: 'envoy/header-name',
  code: 'MSH0168',
  severity: 'warning',
  summary: 'The headers that a VirtualService changes have names that HTTP allows.',
  hint: "Letters, digits and !#$%&'*+-.^_`|~ are allowed; no blanks, and no colon at the end.",
  kinds: ['VirtualService'],
  message: ({ name }) =>
    `${JSON.stringify(name)} is not the name of a header: receivers refuse requests and answers that hold it`,
  check(mesh, report) {
    for (const { object, path, name, value } of mesh.derive(headersOf)) {
      if (object.kind !== 'VirtualService' || name === '' || name.startsWith(':')) continue;
      // Line breaks are a worse fault, which has a rule of its own.
      if (lineBreaks.test(name) || token.test(name)) continue;
      report(object, path, { name }, value === undefined ? {} : { at: 'key' });
    }
  },
});

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
