/** Ends the build: prints what the built files weigh, and fails it where a budget is passed. */
import { measure } from './measure.js';

const number = new Intl.NumberFormat('en');
const weights = measure().map((weight) => ({
  ...weight,
  passed: weight.bytes <= weight.budget && weight.requests <= weight.mostRequests,
}));

console.log(`${'Brotli 11'.padEnd(44)}${'bytes'.padStart(8)}${'budget'.padStart(8)}${'requests'.padStart(10)}`);
for (const { what, bytes, budget, requests, mostRequests, passed } of weights)
  console.log(
    what.padEnd(44) +
      number.format(bytes).padStart(8) +
      number.format(budget).padStart(8) +
      `${requests} of ${mostRequests}`.padStart(10) +
      (passed ? '' : '  over budget'),
  );
if (!weights.every(({ passed }) => passed)) process.exitCode = 1;
