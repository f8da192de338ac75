import type { ReactNode } from 'react'
import './field.css'

export interface FieldProps {
  readonly label: string
  readonly width: number
  /** What is wrong with it, as a sentence. */
  readonly wrong?: string | undefined
  /** Nothing goes on without it: Enter stops here while it is empty. */
  readonly needed?: boolean | undefined
}

/** A label over a field; what is wrong with it is read out with it. */
export function FieldFrame({
  id,
  label,
  width,
  wrong,
  children,
}: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div
      className={wrong === undefined ? 'field' : 'field field-wrong'}
      style={{ flexBasis: width }}
      title={wrong}
    >
      <label htmlFor={id}>{label}</label>
      {children}
      {wrong !== undefined && (
        <span id={`${id}-wrong`} className="visually-hidden">
          {wrong}
        </span>
      )}
    </div>
  )
}
