import Status from './status';

export default function Home() {
  return (
    <>
      <h1>Welcome</h1>
      <Status />
    </>
  );
}
