import { serve, serveDev } from '../shared/server.js';

if (process.argv.includes('--dev')) {
  const { createServer } = await import('vite');
  await serveDev(createServer, '/src/server.ts');
} else {
  const { render } = await import('./dist/server/server.js');
  serve('dist/client', render);
}
