/** Mantine dressed in the colours and the sizes of the program: the tokens decide, Mantine follows. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const lake: MantineColorsTuple = [
  '#e6f2f6',
  '#cce4ec',
  '#9fcbdb',
  '#6fb1c9',
  '#4799b7',
  '#2885a6',
  '#0a6a8f',
  '#085673',
  '#06445c',
  '#043245',
]

const small = { defaultProps: { size: 'xs' } }

/** @param close what the crosses of windows and messages are called */
export const themeWith = (close: string) =>
  createTheme({
    colors: { lake },
    primaryColor: 'lake',
    primaryShade: { light: 6, dark: 4 },
    fontFamily: '"Inter Variable", "Segoe UI", sans-serif',
    defaultRadius: 6,
    cursorType: 'pointer',
    fontSizes: { xs: '13px', sm: '13px', md: '14px', lg: '15px', xl: '18px' },
    lineHeights: { xs: '18px', sm: '18px', md: '20px', lg: '20px', xl: '24px' },
    components: {
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
      Modal: {
        defaultProps: {
          closeButtonProps: { 'aria-label': close },
          overlayProps: { backgroundOpacity: 0.28 },
        },
      },
      TextInput: small,
      Textarea: small,
      NumberInput: small,
      Select: small,
      DateInput: small,
      Checkbox: small,
      SegmentedControl: small,
      Button: small,
    },
  })

const variables = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--dim)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-default-hover': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--dim)',
  '--mantine-color-error': 'var(--felt)',
  '--mantine-color-anchor': 'var(--lake)',
  '--mantine-primary-color-filled': 'var(--lake)',
  '--mantine-primary-color-filled-hover': 'var(--lake-deep)',
  '--mantine-primary-color-contrast': 'var(--on-lake)',
  '--mantine-primary-color-light': 'var(--lake-soft)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
})
