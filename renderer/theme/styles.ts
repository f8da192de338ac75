/** Every stylesheet that is not a component's own, in the order in which they may overrule each other. */
import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import 'dayjs/locale/ru.js'
import 'dayjs/locale/ky.js'
import './tokens.css'
import './base.css'

// The calendar reads a typed date by its format only with this plugin.
dayjs.extend(customParseFormat)
