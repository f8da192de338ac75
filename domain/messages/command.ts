import type { CommandNotices } from '../error.ts'
import type { Language } from '../format.ts'

/** A sentence for everything that the command line refuses by itself: a code without one does not compile. */
type CommandSentences = { readonly [C in keyof CommandNotices]: (data: CommandNotices[C]) => string }

const commandRu: CommandSentences = {
  unknown_command: ({ command }) => `Команды «${command}» нет. Список команд: esep help.`,
  unknown_option: ({ option, command }) =>
    `У команды ${command} нет ключа ${option}. Её ключи: esep help ${command}.`,
  option_missing: ({ option, command }) =>
    `Команде ${command} нужен ключ ${option}. Подробнее: esep help ${command}.`,
  option_repeated: ({ option }) => `Ключ ${option} указан дважды. Оставьте один.`,
  option_without_value: ({ option }) => `После ключа ${option} нет значения. Впишите его.`,
  option_invalid: ({ option, value }) =>
    `Значение «${value}» не подходит ключу ${option}. Дата пишется 2026-09-30, месяц 2026-09.`,
  operand_missing: ({ operand, command }) =>
    `Команде ${command} не хватает: ${operand}. Подробнее: esep help ${command}.`,
  operand_extra: ({ operand, command }) =>
    `Лишнее слово «${operand}» у команды ${command}. Если в имени есть пробелы, возьмите его в кавычки.`,
  operand_invalid: ({ operand, value }) =>
    `«${value}» не подходит: ожидается ${operand}. Месяц пишется 2026-09.`,
  no_pdf: () => 'Печатать в PDF эта версия не умеет. Сохраните книгу Excel (--out) и напечатайте её оттуда.',
}

const commandKy: CommandSentences = {
  unknown_command: ({ command }) => `«${command}» деген буйрук жок. Буйруктардын тизмеси: esep help.`,
  unknown_option: ({ option, command }) =>
    `${command} буйругунда ${option} ачкычы жок. Анын ачкычтары: esep help ${command}.`,
  option_missing: ({ option, command }) =>
    `${command} буйругуна ${option} ачкычы керек. Кененирээк: esep help ${command}.`,
  option_repeated: ({ option }) => `${option} ачкычы эки жолу жазылган. Бирин калтырыңыз.`,
  option_without_value: ({ option }) => `${option} ачкычынан кийин маани жок. Аны жазыңыз.`,
  option_invalid: ({ option, value }) =>
    `«${value}» мааниси ${option} ачкычына туура келбейт. Күн 2026-09-30, ай 2026-09 түрүндө жазылат.`,
  operand_missing: ({ operand, command }) =>
    `${command} буйругуна жетпегени: ${operand}. Кененирээк: esep help ${command}.`,
  operand_extra: ({ operand, command }) =>
    `${command} буйругунда ашыкча сөз бар: «${operand}». Атында боштук болсо, аны тырмакчага алыңыз.`,
  operand_invalid: ({ operand, value }) =>
    `«${value}» туура келбейт, керектүүсү: ${operand}. Ай 2026-09 түрүндө жазылат.`,
  no_pdf: () =>
    'Бул чыгарылыш PDF басып чыгара албайт. Excel китебин сактап (--out), ошондон басып чыгарыңыз.',
}

const commandEn: CommandSentences = {
  unknown_command: ({ command }) => `There is no command “${command}”. The list of commands: esep help.`,
  unknown_option: ({ option, command }) =>
    `The command ${command} has no option ${option}. Its options: esep help ${command}.`,
  option_missing: ({ option, command }) =>
    `The command ${command} needs the option ${option}. More: esep help ${command}.`,
  option_repeated: ({ option }) => `The option ${option} is given twice. Keep one.`,
  option_without_value: ({ option }) => `The option ${option} has no value. Write one after it.`,
  option_invalid: ({ option, value }) =>
    `The value “${value}” does not fit the option ${option}. A date is written 2026-09-30, a month 2026-09.`,
  operand_missing: ({ operand, command }) =>
    `The command ${command} lacks: ${operand}. More: esep help ${command}.`,
  operand_extra: ({ operand, command }) =>
    `The command ${command} has a word too many: “${operand}”. Put a name with spaces in quotation marks.`,
  operand_invalid: ({ operand, value }) =>
    `“${value}” does not fit, ${operand} is expected. A month is written 2026-09.`,
  no_pdf: () =>
    'This version does not print to PDF. Save the Excel workbook (--out) and print it from there.',
}

export const commandMessages: Readonly<Record<Language, CommandSentences>> = {
  ru: commandRu,
  ky: commandKy,
  en: commandEn,
}
