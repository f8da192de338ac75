/** Keys in React: the provider listens once for the whole window, screens declare what they answer to. */
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { onMenu } from '../shell.ts'
import { type KeyBinding, KeyRegistry } from './registry.ts'

const Keys = createContext(new KeyRegistry())

export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo(() => new KeyRegistry(), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || insideDialog(event.target)) return
      const binding = registry.find(event)
      if (!binding) return
      event.preventDefault()
      binding.run?.()
    }
    window.addEventListener('keydown', onKeyDown)
    onMenu(registry.press)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])
  return <Keys value={registry}>{children}</Keys>
}

/** A dialog has the keyboard to itself: nothing is posted behind it. */
function insideDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

/**
 * Declares the keys of a screen or a field while it is shown. Only the list of keys and names is compared, so the
 * functions may be made anew at every render.
 */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = use(Keys)
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const signature = JSON.stringify(bindings.map(({ keys, label, group, run }) => [keys, label, group, !!run]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; functions are read when a key is pressed.
  useEffect(() => {
    const live = latest.current.map((binding, index) => ({
      ...binding,
      run: binding.run ? () => latest.current[index]?.run?.() : undefined,
    }))
    return registry.add(live)
  }, [registry, signature])
}

/** Every key that works now, the nearest first. */
export function useKeyList(): readonly KeyBinding[] {
  const registry = use(Keys)
  return useSyncExternalStore(registry.subscribe, registry.list)
}
