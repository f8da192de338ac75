/**
 * What was done is said in the line at the foot, where it covers nothing and goes by itself. Warnings and refusals come
 * up in the corner and wait to be read.
 */
import { notifications } from '@mantine/notifications'

const SAID_MS = 8000
const WARNED_MS = 15_000

let said = ''
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export const lastSaid = (): string => said

export function onSaid(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function say(message: string): void {
  said = message
  for (const listener of listeners) listener()
}

export function notifyDone(message: string): void {
  clearTimeout(timer)
  say(message)
  timer = setTimeout(() => say(''), SAID_MS)
}

export function notifyWarning(message: string): void {
  notifications.show({ message, color: 'yellow', autoClose: WARNED_MS, withBorder: true })
}

export function notifyTrouble(message: string): void {
  notifications.show({ message, color: 'red', autoClose: false, withBorder: true })
}
