// Given to Node by --import before the built main: whoever asks for 'electron' gets the double.
import { registerHooks } from 'node:module'
import './driven.ts'

const double = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: double, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
