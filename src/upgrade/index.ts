// What a plan of an upgrade says: the folders beside it make it, play it and carry it out.
export type * from './upgrade-plan.ts';
