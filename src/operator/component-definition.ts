import type { RenderComponent } from './component-context.ts';
import type { ChartDefaults } from './values/chart-defaults.ts';

/** How a component is rendered, and what its settings are when nobody says otherwise. */
export interface ComponentDefinition {
  readonly defaults: ChartDefaults;
  readonly render: RenderComponent;
}
