import { preview } from 'vite';

const server = await preview({ preview: { port: Number(process.env.PORT), strictPort: true } });
server.printUrls();
