/** Short messages in the corner: done, or refused. They go by themselves, except refusals, which wait to be read. */
import { notifications } from '@mantine/notifications'

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000, withBorder: true })
}

export function notifyWarning(message: string): void {
  notifications.show({ message, color: 'yellow', autoClose: 12_000, withBorder: true })
}

export function notifyTrouble(message: string): void {
  notifications.show({ message, color: 'red', autoClose: false, withBorder: true })
}
