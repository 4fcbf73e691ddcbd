import { Preferences } from './preferences';

export default function Home() {
  return (
    <>
      <h1>cookie-manifest in Next.js</h1>
      <Preferences />
      <button type="button" data-cookie-manifest="details">
        Cookie details
      </button>
    </>
  );
}
