import { describe, expect, it } from 'vitest';
import { welcomePage } from './welcome-page.js';

describe('welcomePage', () => {
  const page = welcomePage({ version: '0.1.0', workspaceName: 'Demo' });

  it('says where everything is, and what is not there yet', () => {
    for (const text of ['href="/graphql"', 'href="/health"', 'npx leadstage report funnel', 'npx leadstage import'])
      expect(page).toContain(text);
    expect(page).toContain('Authorization: Bearer YOUR_API_KEY');
    expect(page).toContain('curl http://127.0.0.1:4000/graphql');
    expect(page).toContain('the dashboard comes later');
    expect(page).toContain('Version 0.1.0');
  });

  it('needs nothing but itself: no scripts, and no address other than its own', () => {
    expect(page).not.toMatch(/<script|\son\w+=|@import|url\(/i);
    const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(new Set(addresses)).toEqual(new Set(['data:,', '/graphql', '/health']));
  });

  it('escapes what it is given', () => {
    const hostile = welcomePage({ version: '"\'', workspaceName: '<script>alert(1)</script> & Sons' });
    expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons');
    expect(hostile).toContain('Version &quot;&#39;');
    expect(hostile).not.toContain('<script');
  });

  it('leaves the workspace out while there is none', () => {
    expect(welcomePage({ version: '0.1.0', workspaceName: null })).not.toContain('workspace <strong>');
  });

  it('shows a query that is JSON as the shell passes it on', () => {
    const body = page.match(/-d &#39;(.*?)&#39;/)![1]!.replaceAll('&quot;', '"');
    expect(JSON.parse(body)).toEqual({ query: '{ workspace { name timeZone currency } }' });
  });
});
