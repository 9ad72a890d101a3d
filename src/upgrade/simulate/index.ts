export { simulateUpgrade, type SimulateOptions } from './simulate-upgrade.ts';
export type { SimulatedStep, SimulatedWrite, Simulation } from './simulation.ts';
