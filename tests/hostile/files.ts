/** Files that nobody should be given: broken, lying, greedy or merely strange, each with what must come of it. */
import { rowsOf, sheetOf, type WorkbookParts, workbookOf, zipOf } from '../fixtures/workbook.ts'
import { setEachEntry, withoutEnd } from './zip-bytes.ts'

export interface HostileFile {
  readonly what: string
  readonly name?: string
  readonly bytes: () => Uint8Array
  /** The codes of the errors, or how many rows are right. */
  readonly gives: readonly string[] | number
}

const HEADINGS = ['Дата', 'Артикул', 'Цена']
const LINES = [HEADINGS, ['01.03.2026', '007', 5], ['02.03.2026', '008', 12.5]]
const ROWS = rowsOf(...LINES)

const book = (rows: string, more: Omit<WorkbookParts, 'sheets'> = {}) =>
  workbookOf({ ...more, sheets: { Переоценка: rows } })
const sheet = (before: string, after: string) =>
  `<worksheet>${before}<sheetData>${ROWS}</sheetData>${after}</worksheet>`
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ха"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`

const greedy: HostileFile[] = [
  {
    what: 'a zip bomb of 60 MB',
    bytes: () => book('', { parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) } }),
    gives: ['workbook_too_large'],
  },
  {
    what: 'a zip bomb that claims to be small',
    bytes: () =>
      setEachEntry(
        book('', { parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) } }),
        'size',
        1000,
      ),
    gives: ['workbook_damaged'],
  },
  {
    what: 'three hundred parts',
    bytes: () =>
      book(ROWS, {
        parts: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x/${index}`, ''])),
      }),
    gives: ['workbook_too_large'],
  },
  { what: 'more than 20 MB', bytes: () => new Uint8Array(21 * 1_048_576), gives: ['workbook_too_large'] },
  {
    what: 'a million rows',
    bytes: () => {
      const row = (index: number) => `<row><c><v>${(index * 7919) % 99_991}</v></c></row>`
      return book(rowsOf(HEADINGS) + Array.from({ length: 1_000_000 }, (_, index) => row(index)).join(''))
    },
    gives: ['workbook_too_large'],
  },
  {
    what: 'one merge of all cells',
    bytes: () => book(sheet('', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    gives: ['cells_merged'],
  },
  {
    what: 'a hundred thousand merges',
    bytes: () => book(sheet('', `<mergeCells>${'<mergeCell ref="B5:C900"/>'.repeat(100_000)}</mergeCells>`)),
    gives: 2,
  },
  {
    what: 'columns up to the two hundred millionth',
    bytes: () => book(sheet('<cols><col min="1" max="200000000" width="9"/></cols>', '')),
    gives: 2,
  },
  {
    what: 'a rule for every cell',
    bytes: () =>
      book(
        sheet('', '<dataValidations><dataValidation sqref="A1:XFD1048576" type="list"/></dataValidations>'),
      ),
    gives: 2,
  },
  {
    what: 'elements a hundred thousand deep',
    bytes: () => book(`<worksheet>${'<a>'.repeat(100_000)}`),
    gives: ['workbook_damaged'],
  },
  {
    what: 'a text of nine million letters',
    bytes: () => book(rowsOf(HEADINGS, ['01.03.2026', '7'.repeat(9_000_000), 5])),
    gives: ['text_too_long'],
  },
  {
    what: 'numbers beyond all numbers',
    bytes: () =>
      book(rowsOf(HEADINGS, [46_082, '1', 1e300], [46_083, '2', 9.1e13]).replace('>1e+300<', '>1e999<')),
    gives: ['cell_error', 'number_out_of_range'],
  },
]

const lying: HostileFile[] = [
  { what: 'nothing at all', bytes: () => new Uint8Array(0), gives: ['not_a_workbook'] },
  { what: 'a zip of nothing', bytes: () => zipOf({}), gives: ['not_a_workbook'] },
  {
    what: 'a page of HTML',
    bytes: () => latin1('<html><table><tr><td>1</td></tr></table></html>'),
    gives: ['not_a_workbook'],
  },
  {
    what: 'an old .xls',
    bytes: () => Uint8Array.from([...OLE, ...new Uint8Array(600)]),
    gives: ['workbook_old_format'],
  },
  {
    what: 'a workbook under a password',
    bytes: () =>
      Uint8Array.from([...OLE, ...new Uint8Array(500), ...Buffer.from('EncryptedPackage', 'utf16le')]),
    gives: ['workbook_protected'],
  },
  {
    what: 'a zip under a password',
    bytes: () => setEachEntry(book(ROWS), 'encrypted', 1),
    gives: ['workbook_protected'],
  },
  {
    what: 'a document of Word',
    bytes: () =>
      zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': '<document/>',
      }),
    gives: ['not_a_workbook'],
  },
  {
    what: 'a binary workbook',
    bytes: () =>
      zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        'xl/workbook.bin': '',
      }),
    gives: ['not_a_workbook'],
  },
  { what: 'a zip cut short', bytes: () => book(ROWS).slice(0, -40), gives: ['workbook_damaged'] },
  { what: 'a zip without its end', bytes: () => withoutEnd(book(ROWS)), gives: ['workbook_damaged'] },
  {
    what: 'a wrong checksum',
    bytes: () => setEachEntry(book(ROWS), 'checksum', 5),
    gives: ['workbook_damaged'],
  },
  {
    what: 'a part that climbs out',
    bytes: () => book(ROWS, { parts: { '../../evil.xml': '' } }),
    gives: ['workbook_damaged'],
  },
  {
    what: 'two parts of one name',
    bytes: () => book(ROWS, { parts: { 'XL/Worksheets/Sheet1.XML': sheetOf('') } }),
    gives: ['workbook_damaged'],
  },
]

const broken: HostileFile[] = [
  {
    what: 'an outside entity',
    bytes: () => book(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>`),
    gives: ['workbook_damaged'],
  },
  {
    what: 'a bomb of entities',
    bytes: () => book(`${LAUGHS}<worksheet>&c;</worksheet>`),
    gives: ['workbook_damaged'],
  },
  { what: 'an unknown entity', bytes: () => book(ROWS.replace('007', '&x;')), gives: ['workbook_damaged'] },
  {
    what: 'a sheet that does not end',
    bytes: () => book(`<worksheet><sheetData>${ROWS}`),
    gives: ['workbook_damaged'],
  },
  {
    what: 'bytes that are no UTF-8',
    bytes: () => book('', { parts: { 'xl/worksheets/sheet1.xml': latin1(sheetOf('\xcf\xf0')) } }),
    gives: ['workbook_damaged'],
  },
  {
    what: 'XML in windows-1251',
    bytes: () => book(`<?xml version="1.0" encoding="windows-1251"?><worksheet/>`),
    gives: ['workbook_damaged'],
  },
  {
    what: 'no sheet where one is named',
    bytes: () => book('', { parts: { 'xl/worksheets/sheet1.xml': undefined } }),
    gives: ['workbook_damaged'],
  },
  {
    what: 'no shared strings where cells need them',
    bytes: () =>
      book(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, { parts: { 'xl/sharedStrings.xml': undefined } }),
    gives: ['workbook_damaged'],
  },
  {
    what: 'an index beyond the shared strings',
    bytes: () => book(`<row><c t="s"><v>-1</v></c></row>`),
    gives: ['workbook_damaged'],
  },
  {
    what: 'rows out of order',
    bytes: () => book(`${rowsOf(HEADINGS)}<row r="1"/>`),
    gives: ['workbook_damaged'],
  },
  {
    what: 'a cell twice',
    bytes: () => book('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    gives: ['workbook_damaged'],
  },
  {
    what: 'a cell beyond the last column',
    bytes: () => book('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    gives: ['workbook_damaged'],
  },
  {
    what: 'a row beyond the last',
    bytes: () => book('<row r="1048577"><c><v>1</v></c></row>'),
    gives: ['workbook_damaged'],
  },
]

const strange: HostileFile[] = [
  {
    what: 'a prefix on every element',
    bytes: () =>
      book(
        sheetOf(ROWS)
          .replaceAll('</', '</x:')
          .replace(/<(?=\w)/g, '<x:')
          .replace('xmlns=', 'xmlns:x='),
      ),
    gives: 2,
  },
  {
    what: 'no styles and no strings',
    bytes: () => book(ROWS, { parts: { 'xl/styles.xml': undefined, 'xl/sharedStrings.xml': undefined } }),
    gives: 2,
  },
  {
    what: 'a lonely cell in the last row',
    bytes: () => book(`${ROWS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    gives: 2,
  },
  { what: 'empty sheets', bytes: () => book(''), gives: ['book_empty'] },
  { what: 'headings alone', bytes: () => book(rowsOf(HEADINGS)), gives: ['book_empty'] },
  {
    what: 'no headings',
    bytes: () => book(rowsOf(...LINES.slice(1))),
    gives: ['sheet_without_headings'],
  },
  {
    what: 'headings twice',
    bytes: () => book(rowsOf([...HEADINGS, 'арт.'], ['01.03.2026', '007', 5, '008'])),
    gives: ['column_repeated'],
  },
  {
    what: 'error values',
    bytes: () =>
      book(
        `${ROWS}<row r="4"><c r="A4" t="e"><v>#REF!</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4"><v>x</v></c></row>`,
      ),
    gives: ['cell_error', 'cell_error', 'cell_error'],
  },
  {
    what: 'formulas without results',
    bytes: () =>
      book(
        `${ROWS}<row r="4"><c r="A4"><f>A1</f></c><c r="B4"><f>B1</f><v/></c><c r="C4" t="str"><f>C1</f></c></row>`,
      ),
    gives: ['formula_without_result', 'formula_without_result', 'formula_without_result'],
  },
  {
    what: 'names that are words of the language',
    bytes: () =>
      workbookOf({
        sheets: {
          __proto__x: '',
          constructor: rowsOf(['toString']),
          Переоценка: rowsOf([...HEADINGS, '__proto__', 'constructor'], ['01.03.2026', '__proto__', 5]),
        },
      }),
    gives: 1,
  },
  {
    what: 'junk called a sheet',
    name: 'Переоценка.csv',
    bytes: () => Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256),
    gives: ['sheet_without_headings'],
  },
  { what: 'a workbook called .csv', name: 'Переоценка.csv', bytes: () => book(ROWS), gives: 2 },
]

export const hostileFiles: readonly HostileFile[] = [...greedy, ...lying, ...broken, ...strange]
