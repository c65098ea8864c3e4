import { defineConfig } from 'vite';

/** The back end of ../express-tokens, which knows who is signed in. */
const backEnd = 'http://localhost:8081';

export default defineConfig({
  server: { port: 8080, strictPort: true, proxy: { '/leadstage-token': backEnd, '/sign-in': backEnd } },
});
