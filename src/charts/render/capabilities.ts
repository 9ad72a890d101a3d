import { GoStruct, goFunction, withElements, withMethods } from '../../gotemplate/index.ts';
import { apiVersions } from './api-versions.ts';

/** `.Capabilities`: what a cluster offers; here what Helm takes for granted without one. */
export function capabilities(kubeMinor: number): GoStruct {
  const served = withElements([...apiVersions], 'string');
  return new GoStruct({
    type: 'chartutil.Capabilities',
    pointer: true,
    fields: {
      KubeVersion: kubeVersion(kubeMinor),
      APIVersions: withMethods(served, { Has: goFunction(['string'], (name) => apiVersions.includes(name)) }),
      HelmVersion: new GoStruct({
        type: 'version.BuildInfo',
        fields: { Version: helmVersion, GitCommit: '', GitTreeState: '', GoVersion: 'go1.26' },
      }),
    },
  });
}

/** The Helm whose behaviour this is. */
const helmVersion = 'v3.22';

function kubeVersion(minor: number): GoStruct {
  const version = `v1.${minor}.0`;
  const text = goFunction([], () => version);
  return new GoStruct({
    type: 'chartutil.KubeVersion',
    fields: { Version: version, Major: '1', Minor: String(minor) },
    methods: { String: text, GitVersion: text },
  });
}
