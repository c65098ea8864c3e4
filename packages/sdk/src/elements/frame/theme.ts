import { css } from 'lit';

/**
 * What a host may set, with what holds without it. Colours follow the `color-scheme` that the page gives the element, and
 * each text colour has a contrast of at least 4.5 to the background in both schemes, each shape 3.
 */
export const theme = css`
  :host {
    --_background: var(--leadstage-background, light-dark(#ffffff, #15181d));
    --_surface: var(--leadstage-surface, light-dark(#f4f5f7, #20242b));
    --_text: var(--leadstage-text, light-dark(#1a1d23, #e9ebee));
    --_muted: var(--leadstage-muted, light-dark(#5b6270, #a3abb8));
    --_line: var(--leadstage-line, light-dark(#d9dce2, #363c46));
    --_accent: var(--leadstage-accent, light-dark(#2456c7, #8db0ff));
    --_on-accent: var(--leadstage-on-accent, light-dark(#ffffff, #10131a));
    --_good: var(--leadstage-good, light-dark(#0c7a4b, #4ecb92));
    --_warn: var(--leadstage-warn, light-dark(#9a5b00, #f0b24a));
    --_bad: var(--leadstage-bad, light-dark(#b3261e, #ff8a80));
    --_series-1: var(--leadstage-series-1, light-dark(#2456c7, #8db0ff));
    --_series-2: var(--leadstage-series-2, light-dark(#0b7a75, #4fd1c5));
    --_series-3: var(--leadstage-series-3, light-dark(#a85b00, #f5b754));
    --_series-4: var(--leadstage-series-4, light-dark(#7a3fc4, #c3a1ff));
    --_series-5: var(--leadstage-series-5, light-dark(#b02a63, #ff90ba));
    --_series-6: var(--leadstage-series-6, light-dark(#4d6370, #a9c0cc));
    --_radius: var(--leadstage-radius, 8px);
    --_font: var(--leadstage-font, inherit);
    --_font-size: var(--leadstage-font-size, 14px);

    display: block;
    container-type: inline-size;
    background: var(--_background);
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    line-height: 1.45;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** How many series have a colour of their own. */
export const SERIES = 6;
