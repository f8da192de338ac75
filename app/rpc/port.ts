/** A channel of messages: the least a port must do. The ports of Node, of Electron and of the page fit it. */
export interface Port {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Told once when the other end is gone. */
  onClose(listener: () => void): void
}

/** A MessagePort of worker_threads, or what looks like one. */
export interface NodePort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
}

export const nodePort = (port: NodePort): Port => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: (listener) => void port.on('close', listener),
})

/** Electron's ports wrap a message into an event, and hold everything back until they are started. */
export interface WrappedPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start?(): void
}

export const wrappedPort = (port: WrappedPort): Port => ({
  post: (message) => port.postMessage(message),
  onMessage(listener) {
    port.on('message', ({ data }) => listener(data))
    port.start?.()
  },
  onClose: (listener) => void port.on('close', listener),
})
