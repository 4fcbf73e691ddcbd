/** The little that is used of the frameworks, which are optional peers and need not be installed to build this. */

declare module 'react' {
  export interface ComponentProps<_Tag extends string> {
    readonly [attribute: string]: unknown;
  }
  export type ReactElement = object;
  export function createElement(tag: string, props: object): ReactElement;
  export function useEffect(effect: () => void, dependencies: readonly unknown[]): void;
  export function useSyncExternalStore<Snapshot>(
    subscribe: (changed: () => void) => () => void,
    read: () => Snapshot,
    readOnServer: () => Snapshot,
  ): Snapshot;
}

declare module 'vue' {
  export interface ShallowRef<Value> {
    value: Value;
  }
  export function shallowRef<Value>(value: Value): ShallowRef<Value>;
  export function getCurrentInstance(): object | null;
  export function getCurrentScope(): object | undefined;
  export function onMounted(hook: () => void): void;
  export function onScopeDispose(hook: () => void): void;
}
