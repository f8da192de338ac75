/** Posting: the same form goes at most once, whatever is pressed and whatever gets lost on the way. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PostedView } from '../../../../domain/views.ts'
import type { CoreClient } from '../../../rpc/client.ts'
import { isLost } from '../../../rpc/problem.ts'
import { useCore } from '../../../rpc/rpc.tsx'
import type { Drafts } from '../drafts.ts'
import type { FormState } from './cells.ts'
import { formInput, type RawForm } from './to-input.ts'

const AGAIN_MS = 700

interface Posting {
  readonly posting: boolean
  /** Why the form was refused as it stands now; null once it was changed. */
  readonly error: unknown
  /** Answers with what was posted; undefined when it was refused, or is under way already. */
  readonly post: (state: FormState) => Promise<PostedView | undefined>
}

export function usePost(drafts: Drafts, today: string, now: FormState): Posting {
  const core = useCore()
  const queries = useQueryClient()
  const [posting, setPosting] = useState(false)
  const [refused, setRefused] = useState<{ readonly state: FormState; readonly error: unknown }>()
  const underWay = useRef(false)
  const left = useLeaving()
  return {
    posting,
    error: refused?.state === now ? refused.error : null,
    post: async (state) => {
      if (underWay.current) return undefined
      underWay.current = true
      setPosting(true)
      setRefused(undefined)
      try {
        const posted = await postSurely(core, formInput(state, today), left)
        await drafts.forget(state.id)
        void queries.invalidateQueries()
        return posted
      } catch (error) {
        setRefused({ state, error })
        return undefined
      } finally {
        underWay.current = false
        setPosting(false)
      }
    },
  }
}

/** Aborted when she leaves the form: what was not posted by then stays a draft. */
function useLeaving(): AbortSignal {
  const [leaving, setLeaving] = useState(() => new AbortController())
  useEffect(() => {
    if (leaving.signal.aborted) setLeaving(new AbortController())
    return () => leaving.abort()
  }, [leaving])
  return leaving.signal
}

/** A lost answer says nothing of the deed: the same id is sent again, and posts once. */
async function postSurely(core: CoreClient, form: RawForm, left: AbortSignal): Promise<PostedView> {
  for (;;) {
    try {
      return await core.documents.post.mutate(JSON.parse(JSON.stringify(form)))
    } catch (error) {
      if (!isLost(error) || left.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
