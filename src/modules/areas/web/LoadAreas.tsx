// Loads further areas from the divisions that are shipped with the product.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../../kernel/endpoint.ts'
import { asNumber } from '../../../ui/CountText.tsx'
import { call } from '../../../ui/call.ts'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { WorkingWords } from '../../../ui/WorkingWords.tsx'
import { areasApi } from '../areas-api.ts'

type Division = Answer<typeof areasApi.divisions>['items'][number]

/** `onOpen` shows a loaded area on the page behind. */
export function LoadAreas({ onOpen }: { onOpen: (code: string) => void }): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        装入更多地区
      </Button>
      {open && <LoadDialog onOpen={onOpen} onClose={() => setOpen(false)} />}
    </>
  )
}

function LoadDialog({ onOpen, onClose }: { onOpen: (code: string) => void; onClose: () => void }): ReactNode {
  const [text, setText] = useState('')
  const load = useLoad()
  const { data, error } = useQuery(divisionsQuery(useDebounced(text.trim(), 120)))
  return (
    <Modal
      open
      title="装入更多地区"
      footer={null}
      onCancel={onClose}
      closable={!load.isPending}
      mask={{ closable: false }}
    >
      <p className="explain">
        选一个省、市或县（市、区），它下面的街道、乡镇、社区和村会一起装入。已经有的不会重复。
      </p>
      <Input
        aria-label="找地区"
        autoFocus
        allowClear
        placeholder="汉字、拼音、首字母或代码"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert problem={error ?? load.error} />
      {load.isPending && <WorkingWords words={`正在装入${load.variables.name}`} />}
      {load.data && (
        <Loaded
          name={load.variables.name}
          result={load.data}
          onOpen={() => leave(load.variables.code, onOpen, onClose)}
        />
      )}
      {data ? (
        <Divisions items={data.items} busy={load.isPending} onLoad={load.mutate} />
      ) : (
        !error && <Bones lines={5} />
      )}
    </Modal>
  )
}

function leave(code: string, onOpen: (code: string) => void, onClose: () => void): void {
  onClose()
  onOpen(code)
}

const divisionsQuery = (q: string) => ({
  queryKey: ['areas', 'divisions', q],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(areasApi.divisions, { query: { q }, signal }),
  placeholderData: keepPreviousData,
})

function useLoad() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ code }: Division) => call(areasApi.load, { body: { code } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['areas'] }),
  })
}

type LoadedProps = { name: string; result: Answer<typeof areasApi.load>; onOpen: () => void }

function Loaded({ name, result, onOpen }: LoadedProps): ReactNode {
  const words = `${name}已装入：新增 ${asNumber(result.added)} 个区划，其中共有 ${asNumber(result.communities)} 个社区（村）。`
  return (
    <p role="status" className="load-result">
      <StateTag tone="met" word={words} />{' '}
      <button type="button" className="text-button" onClick={onOpen}>
        去看看
      </button>
    </p>
  )
}

type DivisionsProps = { items: Division[]; busy: boolean; onLoad: (division: Division) => void }

function Divisions({ items, busy, onLoad }: DivisionsProps): ReactNode {
  if (items.length === 0) return <p className="faint area-none">没有找到，换个写法试试。</p>
  return (
    <ul className="division-list" aria-label="可以装入的地区">
      {items.slice(0, 8).map((item) => (
        <li key={item.code}>
          <span>
            <b>{item.name}</b> <span className="faint">{item.where}</span>
          </span>
          {item.loaded && <span className="faint nowrap">已装入</span>}
          <Button
            disabled={busy}
            onClick={() => onLoad(item)}
            aria-label={`${item.loaded ? '补齐' : '装入'}${item.name}`}
          >
            {item.loaded ? '补齐' : '装入'}
          </Button>
        </li>
      ))}
    </ul>
  )
}
