// The addresses under which social workers and rewards show their faces: at work, with a certificate, in each state.
import { addWorkers } from '../server/access/of-workers.ts'
import type { Product } from './product.ts'

type Spot = { mark: string; area: string }

export async function workerFaces(product: Product, spot: Spot): Promise<Record<string, string[]>> {
  const { worker, reward, rewardReturned, rewardToPay, rewardPaid } = await addWorkers(
    product.database(),
    spot,
  )
  return {
    '/workers': ['/workers', '/workers?state=left'],
    '/workers/:id': [`/workers/${worker}`],
    '/my-certificates': ['/my-certificates'],
    '/rewards': ['/rewards', '/rewards?status=refused'],
    '/rewards/new': ['/rewards/new'],
    '/rewards/:id': [reward, rewardReturned, rewardToPay, rewardPaid].map((id) => `/rewards/${id}`),
  }
}
