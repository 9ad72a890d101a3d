import type { Entry } from './entry.ts';
import { createRemoteSecretEntry } from './create-remote-secret-entry.ts';
import { dashboard } from './dashboard/entry.ts';
import { bugReportEntry } from './bug-report-entry.ts';
import { waypoint } from './waypoint/entry.ts';
import { describe } from './describe/entry.ts';
import { installEntry } from './install-entry.ts';
import { manifest } from './manifest/entry.ts';
import { operator } from './operator/entry.ts';
import { precheckEntry } from './precheck-entry.ts';
import { profile } from './profile/entry.ts';
import { scan } from './scan/entry.ts';
import { upgrade } from './upgrade/entry.ts';
import { uninstallEntry } from './uninstall-entry.ts';
import { verifyEntry } from './verify-entry.ts';
import { vm, workload } from './vm/entry.ts';
import { remoteClustersEntry } from './remote-clusters-entry.ts';
import { revision } from './revision/entry.ts';
import { tag } from './tag/entry.ts';
import { sandbox } from './sandbox/entry.ts';
import { ztunnelConfig } from './ztunnel-config/entry.ts';

const authz: Entry = {
  name: 'authz',
  summary: 'Show which authorization policies a proxy enforces',
  group: 'Proxies',
  commands: [
    {
      name: 'check',
      summary: 'List the policies that a proxy enforces, and judge requests by them',
      example: 'meshctl authz check -f dump.json',
      load: async () => (await import('./authz/check.ts')).checkCommand,
    },
  ],
};

const envoyStats: Entry = {
  name: 'envoy-stats',
  summary: 'Print what live proxies count',
  group: 'Proxies',
  example: 'meshctl envoy-stats web-6d4c9.shop',
  load: async () => (await import('./envoy-stats.ts')).envoyStatsCommand,
};

/** Every command of meshctl, in the order of the help. */
export const table: readonly Entry[] = [
  {
    name: 'validate',
    aliases: ['v'],
    summary: 'Check mesh configuration in files, each resource by itself',
    group: 'Configuration',
    example: 'meshctl validate mesh/',
    load: async () => (await import('./validate.ts')).validateCommand,
  },
  {
    name: 'analyze',
    aliases: ['a'],
    summary: 'Check mesh configuration, every resource and all of them together',
    group: 'Configuration',
    example: 'meshctl analyze mesh/',
    load: async () => (await import('./analyze.ts')).analyzeCommand,
  },
  {
    name: 'rules',
    summary: 'List and explain the rules of validate and analyze',
    group: 'Configuration',
    commands: [
      {
        name: 'list',
        aliases: ['ls'],
        summary: 'List rules',
        load: async () => (await import('./rules/list.ts')).listCommand,
      },
      {
        name: 'show',
        summary: 'Explain a rule',
        example: 'meshctl rules show IST0101',
        load: async () => (await import('./rules/show.ts')).showCommand,
      },
    ],
  },
  {
    name: 'schema',
    summary: 'List kinds, print their JSON Schemas for editors and their CRDs',
    group: 'Configuration',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
  {
    name: 'explain',
    summary: 'Explain a kind or one of its fields',
    group: 'Configuration',
    example: 'meshctl explain VirtualService.spec.http.retries',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  scan,
  {
    name: 'proxy-status',
    aliases: ['ps'],
    summary: 'Show which proxies have taken what their control plane sent',
    group: 'Proxies',
    example: 'meshctl proxy-status',
    load: async () => (await import('./proxy-status.ts')).proxyStatusCommand,
  },
  precheckEntry,
  uninstallEntry,
  installEntry,
  upgrade,
  manifest,
  profile,
  operator,
  sandbox,
  {
    name: 'demo',
    summary: 'Play what meshctl does, on a simulated cluster',
    group: 'Setup',
    example: 'meshctl demo',
    load: async () => (await import('./demo/demo.ts')).demoCommand,
  },
  revision,
  tag,
  verifyEntry,
  {
    name: 'inject',
    aliases: ['kube-inject'],
    summary: 'Add sidecars to workloads in files, as the webhook would',
    group: 'Installation',
    example: 'meshctl inject -f app.yaml --profile default',
    load: async () => (await import('./inject.ts')).injectCommand,
  },
  {
    name: 'proxy-config',
    aliases: ['pc'],
    summary: 'Show what a proxy is told to do, from what Envoy says of itself',
    group: 'Proxies',
    commands: [
      {
        name: 'all',
        aliases: ['a'],
        summary: 'List all that a proxy knows',
        load: async () => (await import('./proxy-config/all.ts')).allCommand,
      },
      {
        name: 'bootstrap',
        aliases: ['b'],
        summary: 'Show with what a proxy was started',
        load: async () => (await import('./proxy-config/bootstrap.ts')).bootstrapCommand,
      },
      {
        name: 'cluster',
        aliases: ['clusters', 'c'],
        summary: 'List the clusters of a proxy',
        example: 'meshctl proxy-config cluster -f dump.json',
        load: async () => (await import('./proxy-config/cluster.ts')).clusterCommand,
      },
      {
        name: 'diff',
        summary: 'Compare what two proxies run, or one at two times',
        example: 'meshctl proxy-config diff before.json after.json',
        load: async () => (await import('./proxy-config/diff.ts')).diffCommand,
      },
      {
        name: 'dump',
        summary: 'Save all that a proxy says of itself, without secrets',
        example: 'meshctl proxy-config dump --admin http://127.0.0.1:15000 -o dump.json',
        load: async () => (await import('./proxy-config/dump.ts')).dumpCommand,
      },
      {
        name: 'ecds',
        aliases: ['ec'],
        summary: 'List the filters that a proxy gets by themselves',
        load: async () => (await import('./proxy-config/ecds.ts')).ecdsCommand,
      },
      {
        name: 'eds',
        summary: 'List the endpoints that a proxy was told of',
        load: async () => (await import('./proxy-config/eds.ts')).edsCommand,
      },
      {
        name: 'endpoint',
        aliases: ['endpoints', 'ep'],
        summary: 'List endpoints with the health that a proxy sees',
        load: async () => (await import('./proxy-config/endpoint.ts')).endpointCommand,
      },
      {
        name: 'listener',
        aliases: ['listeners', 'l'],
        summary: 'List where a proxy listens, and where that leads',
        load: async () => (await import('./proxy-config/listener.ts')).listenerCommand,
      },
      {
        name: 'log',
        aliases: ['o'],
        summary: 'Show and set what the loggers of a live proxy say',
        load: async () => (await import('./proxy-config/log.ts')).logCommand,
      },
      {
        name: 'rootca-compare',
        aliases: ['rc'],
        summary: 'Tell whether two proxies trust a root certificate in common',
        load: async () => (await import('./proxy-config/rootca-compare.ts')).rootcaCompareCommand,
      },
      {
        name: 'route',
        aliases: ['routes', 'r'],
        summary: 'List the routes of a proxy',
        load: async () => (await import('./proxy-config/route.ts')).routeCommand,
      },
      {
        name: 'secret',
        aliases: ['secrets', 's'],
        summary: 'List the certificates of a proxy, and whether they are valid',
        load: async () => (await import('./proxy-config/secret.ts')).secretCommand,
      },
      {
        name: 'trace',
        summary: 'Follow a request through a proxy, and see why it goes where it goes',
        load: async () => (await import('./proxy-config/trace.ts')).traceCommand,
      },
      {
        name: 'view',
        summary: 'Write a page that shows what a proxy runs as a graph',
        example: 'meshctl proxy-config view -f dump.json -o page.html',
        load: async () => (await import('./proxy-config/view.ts')).viewCommand,
      },
    ],
  },
  ztunnelConfig,
  describe,
  authz,
  envoyStats,
  waypoint,
  bugReportEntry,
  dashboard,
  remoteClustersEntry,
  createRemoteSecretEntry,
  vm,
  {
    name: 'experimental',
    aliases: ['x'],
    summary: 'Commands under the names that istioctl has for them',
    hidden: true,
    commands: [
      describe,
      authz,
      envoyStats,
      workload,
      createRemoteSecretEntry,
      remoteClustersEntry,
      precheckEntry,
      waypoint,
    ],
  },
  {
    name: 'version',
    summary: 'Show the versions of meshctl and of the Istio it knows',
    group: 'Setup',
    example: 'meshctl version -o json',
    load: async () => (await import('./version.ts')).versionCommand,
  },
  {
    name: 'config',
    summary: 'Show the settings of meshctl and where they come from',
    group: 'Setup',
    commands: [
      {
        name: 'view',
        summary: 'Show the value of every setting',
        example: 'meshctl config view --origin',
        load: async () => (await import('./config/view.ts')).viewCommand,
      },
      {
        name: 'path',
        summary: 'Show which settings files count here',
        example: 'meshctl config path',
        load: async () => (await import('./config/path.ts')).pathCommand,
      },
    ],
  },
  {
    name: 'completion',
    summary: 'Print a script that completes meshctl commands in your shell',
    group: 'Setup',
    load: async () => (await import('./completion/completion.ts')).completionCommand,
  },
  {
    name: '__complete',
    summary: 'Name what can follow a command line, for the scripts of `meshctl completion`',
    hidden: true,
    load: async () => (await import('./completion/complete.ts')).completeCommand,
  },
  {
    name: 'help',
    summary: 'Explain a command or a topic',
    group: 'Setup',
    example: 'meshctl help exit-codes',
    load: async () => (await import('./help/help.ts')).helpCommand,
  },
];
