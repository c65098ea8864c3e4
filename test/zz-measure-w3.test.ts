import { test } from 'vitest';
import { openTestDatabase, newWorkspace } from '/work/main/test/support/database.js';
import { ingest } from '/work/main/packages/api/src/commands/ingest.js';
import { defineStage } from '/work/main/packages/api/src/commands/ladder/define-stage.js';
import { stepReprojection, sweepGenerations } from '/work/main/packages/api/src/projections/reproject.js';
import { verify } from '/work/main/packages/api/src/commands/verify.js';
test('measure', async () => {
  const db = await openTestDatabase();
  const id = await newWorkspace(db);
  const N = 200_000, B = 5000; let t = performance.now();
  for (let from = 0; from < N; from += B) {
    await ingest(db, id, Array.from({ length: B }, (_, i) => { const n = from + i; const l = `L${n}`; const at = Date.UTC(2025,0,1) + (n % 600) * 86400000;
      const steps = ['LEAD', ...(n % 5 < 3 ? ['MQL'] : []), ...(n % 5 < 2 ? ['SQL'] : []), ...(n % 10 === 0 ? ['CUSTOMER'] : [])];
      return { lead: { externalId: l, createdAt: at, source: `s${n % 8}`, leadType: `t${n % 5}`, campaign: `c${n % 20}`, owner: `o${n % 20}` }, transitions: steps.map((to, k) => ({ externalId: `${l}/${k}`, lead: l, to, occurredAt: at + k * 3 * 86400000 })) }; }));
  }
  console.log('ingest', ((performance.now() - t) / 1000).toFixed(1), 's');
  for (const [i, per] of [2000, 5000, 10000].entries()) {
    const r = await defineStage(db, id, { key: `OWN${i}`, name: 'x', team: 'SALES', after: 'MQL', effectiveFrom: 0 });
    const times: number[] = []; const all = performance.now();
    for (;;) { t = performance.now(); const p = await stepReprojection(db, id, per); const e = performance.now() - t; if (p?.switched) { console.log('switch', e.toFixed(0)); break; } times.push(e); }
    const total = performance.now() - all; times.sort((a, b) => a - b);
    console.log(per, 'job', JSON.stringify(r.job), 'steps', times.length, 'median', times[times.length >> 1].toFixed(0), 'max', times.at(-1).toFixed(0), 'total s', (total / 1000).toFixed(1));
    t = performance.now(); let k = 0; const sw: number[] = []; for (;;) { const q = performance.now(); const more = await sweepGenerations(db, id); sw.push(performance.now() - q); k++; if (!more) break; } console.log('sweeps', k, 'max', Math.max(...sw).toFixed(0), 'total', ((performance.now() - t) / 1000).toFixed(1));
  }
  console.log(await verify(db, id));
  await db.close();
}, 600_000);
