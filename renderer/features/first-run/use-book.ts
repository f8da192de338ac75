/** A book from Excel: uploaded, tried without writing, and written only when she says so. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../domain/views.ts'
import { useCore } from '../../rpc/rpc.tsx'
import { useLanguage } from '../../texts/use-language.ts'
import { notifyDone } from '../../ui/notify.ts'
import { useStream } from './use-stream.ts'

export function useBook() {
  const { t } = useTranslation()
  const core = useCore()
  const language = useLanguage()
  const queries = useQueryClient()
  const [tokens, setTokens] = useState<readonly string[]>([])
  const [tried, setTried] = useState<ImportProgress['result']>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const [cancelled, setCancelled] = useState(false)
  const stream = useStream<ImportProgress>((last) => {
    const result = last?.result ?? null
    setTried(result)
    if (!result?.written) return
    notifyDone(t('firstRun.posted', { count: last?.done ?? 0 }))
    void queries.resetQueries()
  })
  const run = (files: readonly string[], dryRun: boolean) => {
    setCancelled(false)
    stream.start((handlers) =>
      core.ledger.importBook.subscribe({ files: [...files], dryRun, language }, handlers),
    )
  }
  const choose = async (chosen: readonly File[]) => {
    setTried(null)
    setFailed(null)
    try {
      const sent = await Promise.all(
        chosen.map(async (file) =>
          core.ledger.upload.mutate({ name: file.name, base64: await base64Of(file) }),
        ),
      )
      const files = sent.map(({ token }) => token)
      setTokens(files)
      run(files, true)
    } catch (error) {
      setFailed(error)
    }
  }
  return {
    tried,
    cancelled,
    progress: stream.running ? (stream.word ?? { phase: 'reading' as const, done: 0, total: 0 }) : undefined,
    error: failed ?? stream.error,
    choose: (files: readonly File[]) => void choose(files),
    post: () => run(tokens, false),
    cancel: () => {
      stream.cancel()
      setCancelled(true)
    },
  }
}

/** The reader of the browser does it in one go, for a file of any size. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
