import { resolveSettings } from '../preferences/resolve-settings.js';
import type { Settings } from '../preferences/settings.js';
import { getState } from './state.js';

/** Returns all settings of the page: those that it gave, and the defaults for the rest. */
export const getSettings = (): Settings => resolveSettings(getState().given);
