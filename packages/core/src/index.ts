export * from './invalid-input.js';
export * from './ladder.js';
export * from './money.js';
export * from './period.js';
export * from './question.js';
export * from './rate.js';
export * from './standard-ladder.js';
export * from './statistics.js';
