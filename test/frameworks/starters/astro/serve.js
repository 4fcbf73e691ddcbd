import { preview } from 'astro';

const { port } = await preview({ server: { port: Number(process.env.PORT) } });
console.log(`http://localhost:${port}`);
