import { getCurrentInstance, getCurrentScope, onMounted, onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { cookieManifest } from '../page/shared.js';
import { unset, type Preferences } from '../preferences/record.js';

/**
 * Returns the visitor's preferences as a ref, which follows them until the component or the scope that asked is gone. Until a
 * component is mounted they are what the server has rendered; outside of components they are at once what is stored.
 * @param rendered - what the server knew of the visitor, by `readPreferences`; default: nothing, as on a static page
 */
export function usePreferences(rendered: Preferences = unset): Readonly<ShallowRef<Preferences>> {
  const preferences = shallowRef(rendered);
  let unsubscribe: (() => void) | undefined;
  const follow = () => {
    unsubscribe = cookieManifest.subscribe((now) => (preferences.value = now));
  };
  if (getCurrentInstance()) onMounted(follow);
  else if (typeof document !== 'undefined') follow();
  // A store's scope outlives the component that asked first.
  if (getCurrentScope()) onScopeDispose(() => unsubscribe?.());
  return preferences;
}
