import type { CommandEntry, Entry } from '../entry.ts';
import { addons } from './addons.ts';
import { podDashboards } from './pod-dashboards.ts';

const aliases: Readonly<Record<string, readonly string[]>> = {
  proxy: ['envoy'],
  'istiod-debug': ['istio-debug'],
};

const addonEntries = addons.map((addon): CommandEntry => ({
  name: addon.name,
  summary: `Open ${addon.title} in a browser`,
  load: async () => (await import('./addon.ts')).addonCommand(addon),
}));

const podEntries = podDashboards.map((dashboard): CommandEntry => ({
  name: dashboard.name,
  aliases: aliases[dashboard.name] ?? [],
  summary: `Open ${dashboard.title.replace(/,.*$/, '')} in a browser`,
  load: async () => (await import('./pod.ts')).podDashboardCommand(dashboard),
}));

/** `meshctl dashboard`. */
export const dashboard: Entry = {
  name: 'dashboard',
  aliases: ['dash', 'd'],
  summary: 'Open web interfaces that run in the cluster',
  group: 'Proxies',
  commands: [...addonEntries, ...podEntries],
};
