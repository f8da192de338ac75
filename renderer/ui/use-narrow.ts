import { useMediaQuery } from '@mantine/hooks'

/** A screen of 1366 points at 125 %: the same width at which the sides give way. */
export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 1200px)', false, { getInitialValueInEffect: false }) ?? false
