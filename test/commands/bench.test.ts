/** What the bench makes of what it measured: script time from a trace, medians, and the limits. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { formatLimits } from '../../scripts/bench/report.js';
import { startOutcome } from '../../scripts/bench/rounds.js';
import { summarize } from '../../scripts/bench/statistics.js';
import { library, litFloor } from '../../scripts/bench/subjects.js';
import { scriptTime } from '../../scripts/bench/trace.js';

const mainThread = { name: 'thread_name', ph: 'M', pid: 1, tid: 1, ts: 0, args: { name: 'CrRendererMain' } };
/** An event of the main thread, from and for so many milliseconds. */
const event = (name: string, from: number, duration: number, tid = 1) => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts: from * 1_000,
  dur: duration * 1_000,
});

test('promises count as script, and what is nested counts once', () => {
  const events = [event('RunMicrotasks', 10, 30), event('FunctionCall', 15, 10), event('v8.evaluateModule', 50, 5)];
  assert.equal(scriptTime([mainThread, ...events]), 35);
});

test('rendering that a script forces is no script, and neither is that of its own', () => {
  const events = [event('FunctionCall', 0, 30), event('Layout', 10, 5), event('UpdateLayoutTree', 40, 20)];
  assert.equal(scriptTime([mainThread, ...events]), 25);
});

test('other threads do not count', () => {
  assert.equal(scriptTime([mainThread, event('EvaluateScript', 0, 4), event('FunctionCall', 0, 90, 2)]), 4);
});

test('a median stands between the two in the middle, and few runs have no middle half', () => {
  assert.deepEqual(summarize([4, 1, 3, 2]), { median: 2.5, middleHalf: [1.75, 3.25] });
  assert.deepEqual(summarize([3, 1, 2]), { median: 2, middleHalf: undefined });
  assert.equal(summarize([]), undefined);
});

test('each limit says whether it is kept', () => {
  const floor = startOutcome(litFloor);
  const own = startOutcome(library);
  floor.values.firstScript.push(10);
  own.values.firstScript.push(15);
  floor.values.details.push(10);
  own.values.details.push(21);
  const run = { date: '2026-01-01', chromium: '100.0', cores: 2, slowdown: 4, runs: 1, outcomes: [own, floor] };
  const verdicts = formatLimits(run)
    .split('\n')
    .map((line) => line.slice(0, 14).trim());
  const unmeasured = 'not measured';
  assert.deepEqual(verdicts, ['passed', unmeasured, unmeasured, 'FAILED', unmeasured, unmeasured, unmeasured]);
});
