import { unset } from '../preferences/record.js';
import { explainRefusal } from '../preferences/explain-refusal.js';
import { explainFault } from '../preferences/explain-fault.js';
import { isBesideModal, isBlocked } from './covers.js';
import { isDisplayed } from './displayed.js';
import { findNotice } from './markup.js';
import { readCookie } from './preferences.js';
import { findFaults } from './report-faults.js';
import { getSettings } from './settings.js';
import type { PageState } from './state.js';

/** Lists in English what keeps the notice from showing, or its answer from being kept, although nothing is wrong with either. */
export function listObstacles(state: PageState): string[] {
  return [
    ...listPageObstacles(state),
    ...listElementObstacles(findNotice()),
    ...findFaults().map(explainFault),
    ...listStorageObstacles(state),
  ];
}

function listPageObstacles({ isManual, hasPolicyPage, manifest, error }: PageState): string[] {
  const obstacles: string[] = [];
  if (isManual) obstacles.push('The element has notice="manual": the notice shows only when it is asked for.');
  if (hasPolicyPage) obstacles.push('A <cookie-manifest-policy> is on this page, which keeps the notice away.');
  if (error) obstacles.push(`The manifest could not be loaded: ${error.message}.`);
  else if (!manifest) obstacles.push('The manifest is not loaded yet.');
  return obstacles;
}

function listElementObstacles(notice: Element | null): string[] {
  if (!notice) return ['No <cookie-manifest> is on this page.'];
  const obstacles: string[] = [];
  if (notice.parentElement && !isDisplayed(notice.parentElement))
    obstacles.push('An ancestor of the element is not displayed, so nothing in it is.');
  if (isBlocked(notice))
    obstacles.push('The element is in a part of the page that is inert or aria-hidden: the notice waits.');
  if (isBesideModal(notice))
    obstacles.push('A modal dialog is open beside the element: the notice waits until it is closed.');
  return obstacles;
}

function listStorageObstacles({ preferences, settings }: PageState): string[] {
  const isKept = preferences === unset || readCookie(settings) !== unset;
  return isKept ? [] : [`On the next page the notice is due again: ${explainRefusal(getSettings(), preferences)}`];
}
