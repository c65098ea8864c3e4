import { InvalidInput } from './invalid-input.js';

/** A change of the ladder would leave leads in a stage that it no longer has. Nothing was changed. */
export class OrphanedLeads extends InvalidInput {
  override readonly name = 'OrphanedLeads';
  declare readonly code: 'STAGE_IN_USE';
  /** How many. */
  readonly leads: number;

  constructor(path: readonly (string | number)[], message: string, leads: number) {
    super('STAGE_IN_USE', path, message);
    this.leads = leads;
  }

  override within(outer: string): OrphanedLeads {
    return new OrphanedLeads([outer, ...this.path], this.message, this.leads);
  }
}
