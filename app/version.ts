import packageJson from '../package.json' with { type: 'json' }

/** Of the program, as its copies and its window name it. */
export const VERSION: string = packageJson.version
