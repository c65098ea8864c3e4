import './void-transition.js';
