/** The one input of the grid: it lies over the active cell, unseen until something is typed. */
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceList } from '../choice-list.tsx'
import type { GridRow } from './columns.ts'
import type { Problem } from './grid-rows.tsx'
import type { GridState } from './use-grid.ts'

interface CellInputProps<Row extends GridRow> {
  readonly id: string
  readonly grid: GridState<Row>
  readonly problem: Problem<Row>
  readonly top: number
}

export function CellInput<Row extends GridRow>({ id, grid, problem, top }: CellInputProps<Row>) {
  const { t } = useTranslation()
  const { at, column, typed, choices, choice, input } = grid
  const row = grid.rows()[at.row]
  const typing = typed !== null
  useLayoutEffect(() => {
    const element = input.current
    if (typing && element) element.setSelectionRange(element.value.length, element.value.length)
  }, [typing, input])
  if (!column || !row) return null
  const listId = `${id}-choices`
  const about = t('grid.cell', { heading: column.heading, row: at.row + 1 })
  const wrong = problem(row, column.key)
  const parts = [about, column.text(row), wrong]
  return (
    <div className="grid-line grid-cursor" style={{ transform: `translateY(${top}px)` }}>
      <input
        ref={input}
        className={`grid-input${typing ? ' grid-typing' : ''}${column.align ? ' right' : ''}`}
        style={{ gridColumn: at.column + 2 }}
        value={typed ?? ''}
        readOnly={column.put === undefined}
        aria-label={parts.filter((part) => part).join(', ')}
        aria-invalid={wrong !== undefined}
        {...(column.choices && {
          role: 'combobox',
          'aria-expanded': choices.length > 0,
          'aria-controls': listId,
          'aria-autocomplete': 'list' as const,
          'aria-activedescendant': choices.length > 0 ? `${listId}-${choice}` : undefined,
        })}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => grid.setTyped(event.currentTarget.value)}
        onDoubleClick={() => {
          if (column.put && !typing) grid.setTyped(column.text(row))
        }}
        onBlur={() => grid.leave()}
      />
      {choices.length > 0 && (
        <ChoiceList
          id={listId}
          label={t('grid.choose')}
          anchor={input.current}
          choices={choices}
          at={choice}
          onChoose={grid.choose}
        />
      )}
    </div>
  )
}
