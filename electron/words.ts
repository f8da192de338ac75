/** What the shell itself says: the menu, and the few questions that come when the page cannot ask them. */
import type { Language } from './bridge.ts'

export interface ShellWords {
  readonly menu: Readonly<Record<MenuWord, string>>
  readonly unsaved: Question
  readonly coreGone: Question
  readonly pageGone: Question
  /** Kinds of files in the dialog that asks for a place. */
  readonly kinds: { readonly workbook: string; readonly pdf: string; readonly all: string }
}

/** @property yes goes on with what was asked. */
interface Question {
  readonly message: string
  readonly detail: string
  readonly yes: string
  readonly no: string
}

export type MenuWord =
  | 'file'
  | 'new'
  | 'keep'
  | 'post'
  | 'print'
  | 'excel'
  | 'quit'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'go'
  | 'find'
  | 'overview'
  | 'documents'
  | 'stock'
  | 'settlements'
  | 'producers'
  | 'products'
  | 'reports'
  | 'view'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'fullScreen'
  | 'developer'
  | 'help'
  | 'keys'
  | 'why'

const ru: ShellWords = {
  menu: {
    file: 'Файл',
    new: 'Новый документ',
    keep: 'Сохранить черновик',
    post: 'Провести',
    print: 'Печать',
    excel: 'В Excel',
    quit: 'Выход',
    edit: 'Правка',
    undo: 'Отменить',
    redo: 'Вернуть',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    go: 'Переход',
    find: 'Найти или сделать…',
    overview: 'Обзор',
    documents: 'Документы',
    stock: 'Остатки',
    settlements: 'Расчёты',
    producers: 'Производители',
    products: 'Товары',
    reports: 'Отчёты',
    view: 'Вид',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    zoomReset: 'Обычный размер',
    fullScreen: 'Во весь экран',
    developer: 'Средства разработчика',
    help: 'Справка',
    keys: 'Справка и клавиши',
    why: 'Почему такая сумма?',
  },
  unsaved: {
    message: 'В форме есть несохранённые строки. Закрыть программу?',
    detail: 'Если закрыть, несохранённое пропадёт. Чтобы оно осталось, вернитесь и нажмите Ctrl+S.',
    yes: 'Закрыть',
    no: 'Вернуться',
  },
  coreGone: {
    message: 'Учёт остановился и не запускается.',
    detail:
      'Проведённые документы целы: каждый записан на диск сразу. Запустите учёт ещё раз; если не поможет, закройте программу и перезагрузите компьютер.',
    yes: 'Запустить ещё раз',
    no: 'Закрыть программу',
  },
  pageGone: {
    message: 'Окно перестало отвечать и не открывается.',
    detail: 'Проведённые документы и черновики целы. Откройте окно ещё раз или закройте программу.',
    yes: 'Открыть ещё раз',
    no: 'Закрыть программу',
  },
  kinds: { workbook: 'Книга Excel', pdf: 'Документ PDF', all: 'Все файлы' },
}

const ky: ShellWords = {
  menu: {
    file: 'Файл',
    new: 'Жаңы документ',
    keep: 'Долбоорду сактоо',
    post: 'Өткөрүү',
    print: 'Басып чыгаруу',
    excel: 'Excelге',
    quit: 'Чыгуу',
    edit: 'Оңдоо',
    undo: 'Артка кайтаруу',
    redo: 'Кайталоо',
    cut: 'Кесүү',
    copy: 'Көчүрүү',
    paste: 'Коюу',
    selectAll: 'Баарын белгилөө',
    go: 'Өтүү',
    find: 'Табуу же аткаруу…',
    overview: 'Сереп',
    documents: 'Документтер',
    stock: 'Калдыктар',
    settlements: 'Эсептешүүлөр',
    producers: 'Өндүрүүчүлөр',
    products: 'Товарлар',
    reports: 'Отчёттор',
    view: 'Көрүнүш',
    zoomIn: 'Чоңойтуу',
    zoomOut: 'Кичирейтүү',
    zoomReset: 'Кадимки өлчөм',
    fullScreen: 'Толук экран',
    developer: 'Иштеп чыгуучунун куралдары',
    help: 'Жардам',
    keys: 'Жардам жана баскычтар',
    why: 'Эмне үчүн мындай сумма?',
  },
  unsaved: {
    message: 'Формада сакталбаган саптар бар. Программаны жабасызбы?',
    detail: 'Жапсаңыз, сакталбаганы жоголот. Сактоо үчүн кайтып барып, Ctrl+S басыңыз.',
    yes: 'Жабуу',
    no: 'Кайтуу',
  },
  coreGone: {
    message: 'Эсеп токтоп калды жана иштебей жатат.',
    detail:
      'Өткөрүлгөн документтер бүтүн: ар бири дароо дискке жазылган. Эсепти дагы бир жолу иштетиңиз; жардам бербесе, программаны жаап, компьютерди кайра күйгүзүңүз.',
    yes: 'Дагы бир жолу иштетүү',
    no: 'Программаны жабуу',
  },
  pageGone: {
    message: 'Терезе жооп бербей калды жана ачылбай жатат.',
    detail: 'Өткөрүлгөн документтер жана долбоорлор бүтүн. Терезени кайра ачыңыз же программаны жабыңыз.',
    yes: 'Кайра ачуу',
    no: 'Программаны жабуу',
  },
  kinds: { workbook: 'Excel китеби', pdf: 'PDF документи', all: 'Бардык файлдар' },
}

const en: ShellWords = {
  menu: {
    file: 'File',
    new: 'New document',
    keep: 'Save draft',
    post: 'Post',
    print: 'Print',
    excel: 'To Excel',
    quit: 'Exit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    go: 'Go',
    find: 'Find or do anything…',
    overview: 'Overview',
    documents: 'Documents',
    stock: 'Stock',
    settlements: 'Settlements',
    producers: 'Producers',
    products: 'Products',
    reports: 'Reports',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomReset: 'Usual size',
    fullScreen: 'Full screen',
    developer: 'Developer tools',
    help: 'Help',
    keys: 'Help and keys',
    why: 'Why this amount?',
  },
  unsaved: {
    message: 'The form has lines that are not saved. Close the program?',
    detail: 'Closing loses what is not saved. To keep it, go back and press Ctrl+S.',
    yes: 'Close',
    no: 'Go back',
  },
  coreGone: {
    message: 'The ledger has stopped and does not start.',
    detail:
      'Posted documents are safe: each was written to the disk at once. Start the ledger again; if that does not help, close the program and restart the computer.',
    yes: 'Start again',
    no: 'Close the program',
  },
  pageGone: {
    message: 'The window has stopped answering and does not open.',
    detail: 'Posted documents and drafts are safe. Open the window again or close the program.',
    yes: 'Open again',
    no: 'Close the program',
  },
  kinds: { workbook: 'Excel workbook', pdf: 'PDF document', all: 'All files' },
}

export const shellWords: Readonly<Record<Language, ShellWords>> = { ru, ky, en }
