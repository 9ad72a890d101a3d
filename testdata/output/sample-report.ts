import type { Finding } from '../../src/finding.ts';
import type { FindingReport, RuleInfo, Summary } from '../../src/output/report.ts';

/** A range written as `line:column-line:column`. */
export function range(text: string): Finding['range'] {
  const [startLine = 1, startColumn = 1, endLine = 1, endColumn = 1] = text.split(/[:-]/).map(Number);
  return { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
}

/** A plain finding, changed as a test needs it. */
export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    code: 'IST0106',
    rule: 'virtualservice/redirect-code',
    severity: 'error',
    message: 'A redirect needs a status from 300 to 399, but this one has 200.',
    resource: { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', namespace: 'shop', name: 'reviews' },
    file: 'mesh/reviews.yaml',
    document: 0,
    path: 'spec.http[0].redirect.redirectCode',
    range: range('9:21-9:24'),
    args: { code: 200 },
    rejectedBy: ['istio'],
    related: [],
    fixes: [],
    docs: 'https://meshctl.dev/rules/virtualservice/redirect-code',
    ...changes,
  };
}

const rules: readonly RuleInfo[] = [
  {
    slug: 'virtualservice/redirect-code',
    code: 'IST0106',
    summary: 'A redirect answers with a redirect status.',
    severity: 'error',
    docs: 'https://meshctl.dev/rules/virtualservice/redirect-code',
    help: 'Clients follow a redirect only when its status is in the 300s.',
  },
  {
    slug: 'virtualservice/unreachable-route',
    code: 'IST0130',
    summary: 'Every route can be reached.',
    severity: 'warning',
    docs: 'https://meshctl.dev/rules/virtualservice/unreachable-route',
    help: '',
  },
  {
    slug: 'never/fired',
    code: 'MSH0999',
    summary: 'A rule without findings.',
    severity: 'info',
    docs: 'https://meshctl.dev/rules/never/fired',
    help: '',
  },
];

const noFindings: Summary = {
  files: 0,
  documents: 0,
  resources: 0,
  skipped: {},
  errors: 0,
  warnings: 0,
  infos: 0,
  suppressed: 0,
  baselined: 0,
  undecided: [],
};

/** A report whose counts fit its findings; `sources` holds the text of its files. */
export function reportOf(
  findings: readonly Finding[],
  sources: Readonly<Record<string, string>> = {},
  summary: Partial<Summary> = {},
): FindingReport {
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const files = [...new Set([...Object.keys(sources), ...findings.map(({ file }) => file)])].sort();
  return {
    tool: { name: 'meshctl', version: '0.1.0', informationUri: 'https://meshctl.dev' },
    findings,
    summary: {
      ...noFindings,
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      ...summary,
    },
    rules,
    files,
    lines: (file, from, to) => sources[file]?.split('\n').slice(from - 1, to) ?? [],
  };
}

const reviews = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - redirect:
      uri: /new
      redirectCode: 200
  - match:
    - uri: {prefix: /a}
    route:
    - destination:
        host: reviews
        subset: v2
`;

const shop = `# 商店 🛒
metadata: {name: 商店🛒, labels: {app: x}}
spec:
\thosts: [\t"größe"]
`;

/** Every kind of thing a format has to show, and names that try to break out of it. */
export const sampleReport: FindingReport = reportOf(
  [
    finding({
      hint: 'Use 301 or 302.',
      fixes: [
        { description: 'Redirect with status 301', edits: [{ range: range('9:21-9:24'), text: '301' }] },
      ],
    }),
    finding({
      code: 'IST0130',
      rule: 'virtualservice/unreachable-route',
      severity: 'warning',
      message: 'No request gets to this route: the one before it takes all.',
      path: 'spec.http[1]',
      range: range('10:5-15:19'),
      args: { route: 1 },
      rejectedBy: [],
      related: [
        {
          message: 'this route has no match [and takes all]',
          file: 'mesh/reviews.yaml',
          path: 'spec.http[0]',
          range: range('7:5-9:24'),
        },
      ],
      docs: 'https://meshctl.dev/rules/virtualservice/unreachable-route',
    }),
    finding({
      code: 'MSH0003',
      rule: 'shop/name',
      severity: 'info',
      message: 'The name 商店🛒 is hard to type.',
      resource: { apiVersion: 'v1', kind: 'Service', name: '商店🛒' },
      file: 'mesh/sub folder/商店.yaml',
      path: 'metadata.name',
      range: range('2:18-2:22'),
      args: { name: '商店🛒' },
      cluster: 'east',
      rejectedBy: [],
      docs: '',
    }),
    finding({
      code: 'MSH0004',
      rule: 'shop/hosts',
      severity: 'info',
      message: 'größe is not a host.',
      file: 'windows\\shop.yaml',
      path: 'spec.hosts[0]',
      range: range('4:11-4:18'),
    }),
    finding({
      message:
        'Bad name "\u001b[31m::error::x\n::set-output name=a::b##[group]<script>alert(1)</script>|`@team` [a](b) #1 100%,\u202e]]>&\u0000".',
      resource: { apiVersion: 'v1', kind: 'Kind\u001b[2J', namespace: 'a|b', name: '__proto__\u0007' },
      file: '::warning file=a,b:c%.yaml',
      path: 'metadata["\u001b"]',
      range: range('1:1-1:1'),
      args: { ['__proto__']: 'x', constructor: '\u0085' },
      rejectedBy: ['istio', 'apiserver'],
    }),
    finding({
      code: 'MSH0001',
      rule: 'yaml/syntax',
      message: 'The list that starts here has no end.',
      resource: { apiVersion: '', kind: '', name: '' },
      file: 'broken.yaml',
      document: 2,
      path: '',
      range: range('3:7-4:1'),
      args: {},
      rejectedBy: ['istio', 'apiserver'],
      docs: 'https://meshctl.dev/rules/yaml/syntax',
    }),
  ],
  {
    'mesh/reviews.yaml': reviews,
    'mesh/clean.yaml': 'kind: Service\n',
    'mesh/sub folder/商店.yaml': shop,
    'windows\\shop.yaml': shop,
    'broken.yaml': '---\nkind: A\nspec: [1, 2\n',
    '::warning file=a,b:c%.yaml': '\u001b[31mkind: "::error::x" ##[group]\n',
  },
  {
    files: 5,
    documents: 17,
    resources: 14,
    skipped: { Deployment: 2, ['__proto__']: 1 },
    suppressed: 2,
    baselined: 1,
    undecided: [
      { rule: 'gateway/selector', code: 'IST0101', reason: 'no workload was read', objects: 3 },
      { rule: 'a|b', code: 'MSH0005', reason: 'no <b>cluster</b> \u001b[2J', objects: 1 },
    ],
  },
);
