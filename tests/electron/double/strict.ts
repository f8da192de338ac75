// What the double does not have must fail with its name, not as an undefined somewhere later.

/** Reading an unknown member throws, in modules as in objects. */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'then')
        return Reflect.get(target, key, receiver)
      throw new Error(`the double has no ${name}.${key}`)
    },
  })
}

/** An event that can be refused, as Electron hands them out. */
export function refusable<T extends object>(
  params: T,
): T & { defaultPrevented: boolean; preventDefault(): void } {
  return {
    ...params,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
