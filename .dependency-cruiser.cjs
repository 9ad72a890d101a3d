// The import directions of docs/architecture.md. A folder of src/ is a domain; its index.ts is its door.

const { readdirSync, readFileSync, statSync } = require('node:fs');
const { posix } = require('node:path');

/** What a domain may import besides itself, `resources` and the files at the top of src/. */
const below = {
  resources: [],
  api: [],
  output: [],
  releases: [],
  detect: ['inject'],
  advisories: ['detect', 'releases'],
  'upgrade-changes': ['detect', 'releases'],
  scan: ['advisories', 'analyze', 'detect', 'output', 'releases'],
  kube: [],
  validate: ['api', 'output'],
  analyze: ['api', 'output', 'releases', 'validate'],
  proxy: ['api', 'output'],
  ztunnel: [],
  gotemplate: [],
  charts: ['gotemplate'],
  'strategic-merge': [],
  inject: ['api', 'gotemplate', 'strategic-merge', 'validate'],
  describe: ['analyze', 'output', 'proxy'],
  istiod: ['kube', 'proxy', 'releases'],
  operator: ['api', 'output', 'validate', 'strategic-merge', 'inject'],
  'server-side-apply': [],
  changes: ['kube', 'operator', 'server-side-apply'],
  revision: ['analyze', 'changes', 'istiod', 'kube', 'operator'],
  install: [
    ...['analyze', 'changes', 'detect', 'istiod', 'kube', 'operator', 'output', 'releases', 'revision'],
    'upgrade-changes',
  ],
  upgrade: [
    ...['analyze', 'api', 'changes', 'detect', 'install', 'istiod', 'kube', 'operator', 'output', 'proxy'],
    ...['releases', 'revision', 'sandbox', 'upgrade-changes'],
  ],
  sandbox: ['server-side-apply', 'strategic-merge'],
  'remote-cluster': ['changes', 'istiod', 'kube'],
  waypoint: ['changes', 'kube'],
  'bug-report': ['istiod', 'kube', 'proxy'],
  vm: ['api', 'changes', 'istiod', 'kube', 'output', 'proxy', 'revision', 'validate'],
};
/** Doors: of a domain, and of parts of it that are loaded when they are needed. */
const doors = ['^src/[^/]+/index\\.ts$', '^src/[^/]+/[^/]+/index\\.ts$'];
/** The files that the entries of the table load. */
const commandFiles = ['commands', ...readdirSync('commands').map((name) => `commands/${name}`)]
  .flatMap((place) => filesIn(place))
  .filter((file) => /(^|[-/])(table|entry)\.ts$/.test(file))
  .flatMap((file) => {
    const loaded = readFileSync(file, 'utf8').matchAll(/import\('(\.{1,2}\/[^']+)'\)/g);
    return [...loaded].map(([, name]) => posix.join(posix.dirname(file), name));
  })
  .filter((file) => file.startsWith('commands/'))
  .map((file) => `^${file.replaceAll('.', '\\.')}$`);

function filesIn(place) {
  if (!statSync(place).isDirectory()) return [];
  return readdirSync(place).map((name) => `${place}/${name}`);
}

const kindFile = '^src/api/[^/]+\\.ts$';
const test = '\\.test\\.ts$|/testing/|/testing\\.ts$';

const directions = Object.entries(below).map(([domain, others]) => {
  const allowed = [domain, ...(domain === 'resources' ? [] : ['resources']), ...others];
  return {
    name: `${domain}-imports-what-lies-below`,
    comment: `src/${domain} may import ${allowed.slice(1).join(', ') || 'no other domain'}.`,
    severity: 'error',
    from: { path: `^src/${domain}/`, pathNot: test },
    to: { path: '^src/[^/]+/', pathNot: `^src/(${allowed.join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'every-domain-has-its-line',
      comment: 'A new folder of src/ needs a line in `below`, here and in docs/architecture.md.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(below).join('|')})/` },
      to: {},
    },
    {
      name: 'domains-are-entered-by-their-door',
      comment:
        'Other folders import only from the index.ts of a domain, and the types of a kind from its file.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: test },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', ...doors, kindFile] },
    },
    {
      name: 'kinds-give-types-only',
      comment: 'The schema of a kind is loaded by src/api, when an object of the kind is met.',
      severity: 'error',
      from: { pathNot: `^src/api/|${test}` },
      to: { path: kindFile, pathNot: doors, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-enter-domains-by-their-door',
      severity: 'error',
      from: { path: '^(commands|bench|conformance)/|^src/[^/]+\\.ts$', pathNot: test },
      to: { path: '^src/[^/]+/', pathNot: doors },
    },
    {
      name: 'the-library-knows-no-commands',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(commands|bench|conformance|scripts)/' },
    },
    {
      name: 'only-the-table-knows-the-commands',
      comment: 'Commands do not import each other; what they share lies in a file of its own.',
      severity: 'error',
      from: { path: '^commands/', pathNot: `${test}|^commands/table\\.ts$|entry\\.ts$` },
      to: {
        path: commandFiles,
      },
    },
    {
      name: 'one-file-knows-the-kubernetes-client',
      from: { pathNot: `^(src/kube/session/open-session\\.ts$|scripts/)|${test}` },
      severity: 'error',
      to: { path: 'node_modules/@kubernetes/client-node' },
    },
    {
      name: 'what-is-costly-of-kube-is-loaded-when-it-is-needed',
      comment: 'Importing the client or the writer of YAML takes longer than most commands.',
      severity: 'error',
      from: { pathNot: test },
      to: { path: '^src/kube/(session/open-session|read/live-document)\\.ts$', dynamic: false },
    },
    {
      name: 'grpc-is-loaded-when-istiod-is-asked-over-xds',
      severity: 'error',
      from: { pathNot: `^src/istiod/xds/|${test}` },
      to: { path: '^src/istiod/xds/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: `${test}|^(scripts|conformance)/` },
      to: { path: test },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-commands-need-built-in-packages',
      severity: 'error',
      from: { pathNot: `^(commands|scripts)/|${test}` },
      to: { path: 'node_modules/(commander|inquirer|ora)/' },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      severity: 'error',
      comment: 'The command line is bundled: what only it needs is built in, not shipped.',
      from: { path: '^(src|commands|bin)/', pathNot: test },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'],
        pathNot: 'node_modules/(commander|inquirer|ora)/',
      },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
