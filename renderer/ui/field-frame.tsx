import type { ReactNode } from 'react'
import './field.css'

export interface FieldProps {
  readonly label: string
  readonly width: number
  /** What is wrong with it, as a sentence. */
  readonly wrong?: string | undefined
  /** Nothing goes on without it: Enter stops here while it is empty. */
  readonly needed?: boolean | undefined
  /** The name it is found by when a remark leads to it. */
  readonly name?: string | undefined
}

/** Wide fields take what the line has left. */
const WIDE_PX = 150

/** A label over a field; what is wrong with it is read out with it. */
export function FieldFrame({
  id,
  label,
  width,
  wrong,
  name,
  children,
}: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div
      className={wrong === undefined ? 'field' : 'field field-wrong'}
      data-field={name}
      style={{ flexBasis: width, flexGrow: width >= WIDE_PX ? 1 : 0 }}
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
