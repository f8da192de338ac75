/** Short messages in the corner: done, or refused. They go by themselves, except refusals, which wait to be read. */
import { notifications } from '@mantine/notifications'

export function notifyDone(message: string): void {
  show(message, 'teal', 4000)
}

export function notifyWarning(message: string): void {
  show(message, 'yellow', 12_000)
}

export function notifyTrouble(message: string): void {
  show(message, 'red', false)
}

function show(message: string, color: string, autoClose: number | false): void {
  notifications.show({ message, color, autoClose, withBorder: true })
}
