// The ways to begin a charter: fill in a form, go on from an earlier version, hand in the paper that exists.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Answer } from '../../../kernel/endpoint.ts'
import { acceptOf, allFileKinds } from '../../../kernel/file-kind.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { chartersApi } from '../charters-api.ts'
import { useStart, useUpload } from './charter-queries.ts'
import { versionName, versionSentence } from './charter-words.ts'
import '../../organizations/web/organizations.css'
import './charters.css'

type Props = { organization: string; charters: Answer<typeof chartersApi.list> }

const paperKinds = allFileKinds.filter((kind) => kind !== 'xls' && kind !== 'xlsx')

export function CharterStart({ organization, charters }: Props): ReactNode {
  const start = useStart(organization)
  const upload = useUpload(organization)
  const navigate = useNavigate()
  const stopped = charters.whyNotDraft !== null
  const earlier = charters.items.filter(({ kind, status }) => kind === 'written' && status !== 'discarded')
  const takePaper = async (file: File) => {
    const made = await upload.mutateAsync(file)
    await navigate(`/charters/${made.id}`)
  }
  return (
    <>
      <ProblemAlert problem={start.error ?? upload.error} />
      {stopped && <p className="form-note">{charters.whyNotDraft}</p>}
      <div className="charter-ways">
        <section className="panel">
          <h2>按表填写</h2>
          <p className="faint">回答三十来个问题，文字自动写好；填到一半可以先存着。</p>
          <Button
            type="primary"
            disabled={stopped}
            loading={start.isPending}
            onClick={() => start.mutate({ from: null })}
          >
            开始填写
          </Button>
        </section>
        {earlier.length > 0 && (
          <section className="panel">
            <h2>在以前的基础上改</h2>
            <p className="faint">内容照搬过来，改完和原来的逐条对照。</p>
            <ul className="plain-list">
              {earlier.map((one) => (
                <li key={one.id} className="charter-line">
                  <Button
                    disabled={stopped || start.isPending}
                    onClick={() => start.mutate({ from: one.id })}
                  >
                    改{versionName(one)}
                  </Button>
                  <span className="faint">{versionSentence(one)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="panel">
          <h2>已经有纸质章程</h2>
          <p className="faint">上传扫描件、照片或 Word，原样保存；表决情况知道就填，不知道也可以。</p>
          <FileButton
            accept={acceptOf(paperKinds)}
            disabled={stopped}
            loading={upload.isPending}
            onFile={(file) => void takePaper(file).catch(() => undefined)}
          >
            上传纸质章程
          </FileButton>
        </section>
      </div>
    </>
  )
}
