import { svg } from 'lit';

const icon = (path: string) => svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>`;

export const ICONS = {
  info: icon('M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 7v4.5M8 4.4v.2'),
  table: icon('M1.5 3h13v10h-13zM1.5 6.5h13M6 6.5V13'),
  chart: icon('M2 14V2M2 14h12M5 11V8M8.5 11V4.5M12 11V7'),
  csv: icon('M8 1.5v8M5 6.8l3 3 3-3M2 11.5v3h12v-3'),
  png: icon('M1.5 3h13v10h-13zM2 11.5l3.5-4 3 3 2-2 3.5 3'),
};
