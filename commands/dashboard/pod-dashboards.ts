/** What a part of the mesh itself shows. */
export interface PodDashboard {
  readonly name: string;
  readonly title: string;
  readonly port: number;
  /** The flag that names another port. */
  readonly portFlag: string;
  readonly path: string;
  /** Labels of the pod that is meant when none is named, in the namespace of the control plane. */
  readonly byDefault?: string;
  readonly example: string;
}

/** Pages of proxies and of istiod. */
export const podDashboards: readonly PodDashboard[] = [
  {
    name: 'proxy',
    title: 'the admin interface of the proxy',
    ...{ port: 15_000, portFlag: '--ui-port', path: '', example: 'deployment/web.shop' },
  },
  {
    name: 'controlz',
    title: 'ControlZ, the introspection of a part of the control plane,',
    ...{ port: 9876, portFlag: '--ctrlz_port', path: '', byDefault: 'app=istiod' },
    example: 'deployment/istiod.istio-system',
  },
  {
    name: 'istiod-debug',
    title: 'the debug interface of istiod',
    ...{ port: 15_014, portFlag: '--ui-port', path: '/debug', byDefault: 'app=istiod' },
    example: 'deployment/istiod.istio-system',
  },
];
