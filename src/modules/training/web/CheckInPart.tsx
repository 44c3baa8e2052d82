// 扫码签到 on the organizer's screen: opens the code of the day, shows it large, prints it, renews it, closes it.
import { Button, QRCode } from 'antd'
import type { ReactNode } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { Icon } from '../../../ui/icons.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { CheckIn } from '../check-in.ts'
import { trainingApi } from '../training-api.ts'
import { trainingActs, useCheckIn, useTrainingAct } from './training-queries.ts'

export function CheckInPart({ training }: { training: string }): ReactNode {
  const { data, error, refetch } = useCheckIn(training, true)
  const act = useTrainingAct()
  return (
    <div className="check-in no-print">
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data?.open && <Open training={training} open={data.open} arrivals={data.arrivals} act={act} />}
      {data && !data.open && data.whyNot === null && (
        <p>
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => act.mutate(() => trainingActs.openCheckIn(training, null))}
          >
            打开扫码签到
          </Button>{' '}
          <span className="faint">到场的人用自己的手机扫码，写名字就签到。</span>
        </p>
      )}
      {data?.whyNot && <p className="faint">{data.whyNot}</p>}
      <ProblemAlert problem={act.error} />
    </div>
  )
}

type Props = {
  training: string
  open: NonNullable<CheckIn['open']>
  arrivals: number
  act: ReturnType<typeof useTrainingAct>
}

function Open({ training, open: { address, code }, arrivals, act }: Props): ReactNode {
  return (
    <div className="check-in-open">
      <QRCode
        type="svg"
        value={address}
        size={280}
        color="#000000"
        bgColor="#ffffff"
        aria-label="扫码签到的二维码"
      />
      <div>
        <h3>扫码签到开着</h3>
        <p className="check-in-count" aria-live="polite">
          已扫码 <b>{asNumber(arrivals)}</b> 人
        </p>
        <p>只给在场的人看。码传到外面去了，就换一个；签完就关上。</p>
        <div className="training-steps">
          <Button
            icon={<Icon name="print" size={16} />}
            href={urlOf(trainingApi.checkInSheet, { params: { id: training } })}
            target="_blank"
            rel="noreferrer"
          >
            打印二维码
          </Button>
          <Button
            disabled={act.isPending}
            onClick={() => act.mutate(() => trainingActs.openCheckIn(training, code))}
          >
            换一个码
          </Button>
          <Button
            disabled={act.isPending}
            onClick={() => act.mutate(() => trainingActs.closeCheckIn(training))}
          >
            关上
          </Button>
        </div>
      </div>
    </div>
  )
}
