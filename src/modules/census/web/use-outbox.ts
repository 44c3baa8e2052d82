// Sends what waits in the outbox, one after the other, as long as the network lasts; what it cannot send stays kept.
import { useEffect, useRef, useState } from 'react'
import { CallProblem, call } from '../../../ui/call.ts'
import { dropDraft, keepDraft, readDraft } from '../../../ui/device-draft.ts'
import type { WalkItem } from '../census.ts'
import { censusApi } from '../census-api.ts'
import { type Letter, nextOf, posted, refused, removed } from './outbox.ts'

export type Outbox = {
  letters: readonly Letter[]
  /** The network was not there at the last try. */
  offline: boolean
  post: (letter: Letter) => void
  drop: (key: string) => void
  retry: () => void
}

/** Milliseconds between two tries of a network that was not there. */
const patience = 15_000

type Events = { onSent: (item: WalkItem) => void; onRefused: () => void }

/** `key` names the outbox on the device: one for each person, campaign and place. */
export function useOutbox(key: string, census: string, events: Events): Outbox {
  const [letters, setLetters] = useState<readonly Letter[]>(
    () => readDraft<Letter[]>(key, Date.now())?.value ?? [],
  )
  const [offline, setOffline] = useState(false)
  const sending = useRef(false)
  const next = nextOf(letters)
  useEffect(() => keep(key, letters), [key, letters])
  const send = async (letter: Letter) => {
    if (sending.current) return
    sending.current = true
    const answer = await sent(census, letter)
    sending.current = false
    setOffline(answer === 'later')
    if (answer === 'later') return
    if ('organization' in answer) {
      setLetters((now) => removed(now, letter.key))
      events.onSent(answer)
    } else {
      setLetters((now) => refused(now, letter.key, answer))
      events.onRefused()
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one try for each letter and each change of the network
  useEffect(() => {
    if (next && !offline) void send(next)
  }, [next?.key, offline])
  useRetry(offline, () => setOffline(false))
  return {
    letters,
    offline,
    post: (letter) => {
      setLetters((now) => posted(now, letter))
      setOffline(false)
    },
    drop: (dropped) => setLetters((now) => removed(now, dropped)),
    retry: () => setOffline(false),
  }
}

/** The server's answer, its refusal, or `later` when it was not reached. */
async function sent(
  census: string,
  letter: Letter,
): Promise<WalkItem | (Letter['refusal'] & object) | 'later'> {
  const params = { id: census }
  try {
    return letter.kind === 'add'
      ? await call(censusApi.add, { params, body: letter.body })
      : await call(censusApi.answer, { params, body: letter.body })
  } catch (error) {
    if (!(error instanceof CallProblem)) throw error
    // A busy server, or a session that has run out, is no answer either.
    if (error.status === 0 || error.status === 401 || error.status >= 500) return 'later'
    return { message: error.message, mend: error.mend ?? null }
  }
}

function keep(key: string, letters: readonly Letter[]): void {
  if (letters.length === 0) dropDraft(key)
  else keepDraft(key, letters, Date.now())
}

function useRetry(offline: boolean, retry: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it calls never changes
  useEffect(() => {
    if (!offline) return
    const timer = setInterval(retry, patience)
    window.addEventListener('online', retry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retry)
    }
  }, [offline])
}
