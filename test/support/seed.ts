/*
 * One seed for every property, where LEADSTAGE_PROPERTY_SEED names it: what is asked of a change is then the same as
 * before the change, and a failure is the change's. Without it the dice are thrown anew.
 */
import fc from 'fast-check';

const seed = process.env.LEADSTAGE_PROPERTY_SEED;
if (seed) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
