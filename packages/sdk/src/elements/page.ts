import './define.js';

export * from '@leadstage/sdk';
export * from './index.js';
