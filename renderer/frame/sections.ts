/** The sections on the left, in the order of Alt+1…7; the last two have no number. */
export const SECTIONS = [
  { name: 'overview', to: '/' },
  { name: 'documents', to: '/documents' },
  { name: 'stock', to: '/stock' },
  { name: 'settlements', to: '/settlements' },
  { name: 'producers', to: '/producers' },
  { name: 'products', to: '/products' },
  { name: 'reports', to: '/reports' },
] as const

export const LESSER_SECTIONS = [
  { name: 'journal', to: '/journal' },
  { name: 'settings', to: '/settings' },
] as const
