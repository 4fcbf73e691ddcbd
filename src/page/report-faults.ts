import { warn } from '../manifest/warn.js';
import { findSettingFaults, isUsable, type SettingFault } from '../preferences/resolve-settings.js';
import { findNotice } from './markup.js';
import { getState, subscribe } from './state.js';

/** Finds what is wrong with the page's settings now, and with the revision that its tag names. */
export function findFaults(): readonly SettingFault[] {
  const revision = findNotice()?.getAttribute('revision');
  const isWrong = revision && !isUsable('revision', revision);
  return [
    ...findSettingFaults(getState().given),
    ...(isWrong ? [{ setting: 'revision', value: revision, isOfTag: true }] : []),
  ];
}

/** The faults that were said, as JSON. */
const reported = new Set<string>();
let isFollowing = false;

/** Says each fault once in the console, and from then on those that come with a change of the page. */
export function reportFaults(): void {
  if (!isFollowing) subscribe(warnOfNewFaults);
  isFollowing = true;
  warnOfNewFaults();
}

const findNewFaults = () => findFaults().filter((fault) => !reported.has(JSON.stringify(fault)));

function warnOfNewFaults(): void {
  if (findNewFaults().length)
    import('../preferences/explain-fault.js').then(({ explainFault }) => {
      for (const fault of findNewFaults()) {
        reported.add(JSON.stringify(fault));
        warn(explainFault(fault));
      }
    }, warn);
}
