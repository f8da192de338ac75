/** Posting: the same form goes at most once, whatever is pressed and whatever gets lost on the way. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
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
  readonly error: unknown
  /** Answers with what was posted; undefined when it was refused, or is under way already. */
  readonly post: (state: FormState) => Promise<PostedView | undefined>
  readonly clear: () => void
}

export function usePost(drafts: Drafts, today: string): Posting {
  const core = useCore()
  const queries = useQueryClient()
  const [posting, setPosting] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const underWay = useRef(false)
  return {
    posting,
    error,
    clear: () => setError(null),
    post: async (state) => {
      if (underWay.current) return undefined
      underWay.current = true
      setPosting(true)
      setError(null)
      try {
        const posted = await postSurely(core, formInput(state, today))
        await drafts.forget(state.id)
        void queries.invalidateQueries()
        return posted
      } catch (refused) {
        setError(refused)
        return undefined
      } finally {
        underWay.current = false
        setPosting(false)
      }
    },
  }
}

/** A lost answer says nothing of the deed: the same id is sent again, and posts once. */
async function postSurely(core: CoreClient, form: RawForm): Promise<PostedView> {
  for (;;) {
    try {
      return await core.documents.post.mutate(JSON.parse(JSON.stringify(form)))
    } catch (error) {
      if (!isLost(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
