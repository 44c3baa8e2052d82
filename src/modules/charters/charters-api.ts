// The endpoints of charters (章程).
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { DayField, IdField, words } from '../../kernel/fields.ts'
import { fileKinds } from '../../kernel/file-kind.ts'
import { Charter, CharterSummary, VoteDraft } from './charter.ts'
import { CharterForm } from './charter-form.ts'

const byId = z.object({ id: IdField })

export const chartersApi = {
  list: get('/organizations/:id/charters', {
    summary: 'The versions of an organization’s charter, newest first, and the draft if there is one',
    needs: 'charter.see',
    params: byId,
    returns: z.object({
      items: z.array(CharterSummary),
      may: z.array(z.string()),
      /** Why no new draft can be begun, or null. */
      whyNotDraft: z.string().nullable(),
    }),
  }),
  start: post('/organizations/:id/charters', {
    summary: 'Begin a draft: from what the register knows, or from an earlier version',
    needs: 'charter.draft',
    params: byId,
    body: z.object({ from: IdField.nullable() }),
    returns: Charter,
  }),
  upload: post('/organizations/:id/paper-charters', {
    summary:
      'Hand in a charter that exists on paper; it is a draft until its vote or its lack of one is recorded',
    needs: 'charter.draft',
    params: byId,
    upload: true,
    returns: Charter,
  }),
  one: get('/charters/:id', {
    summary: 'One version: answers, text, vote, and the other versions',
    needs: 'charter.see',
    params: byId,
    returns: Charter,
  }),
  edit: put('/charters/:id', {
    summary: 'Keep the answers of a draft, complete or not',
    needs: 'charter.draft',
    params: byId,
    body: z.object({ revision: z.int(), form: CharterForm }),
    returns: Charter,
  }),
  discard: post('/charters/:id/discarding', {
    summary: 'Throw a draft away; that there was one stays on record',
    needs: 'charter.draft',
    params: byId,
    body: z.object({ reason: words(200) }),
    returns: Charter,
  }),
  vote: post('/charters/:id/vote', {
    summary: 'Record the vote on a draft: it is adopted or refused; it may enter into force on a day at once',
    needs: 'charter.adopt',
    params: byId,
    body: VoteDraft.extend({ revision: z.int(), inForceOn: DayField.nullable() }),
    returns: Charter,
  }),
  correctVote: put('/charters/:id/vote', {
    summary:
      'Correct the record of a vote, or add one that was found later; the result stays as it was decided',
    needs: 'charter.adopt',
    params: byId,
    body: VoteDraft.extend({ reason: words(200) }),
    returns: Charter,
  }),
  acknowledge: post('/charters/:id/acknowledgement', {
    summary: 'Put a paper charter on record as in force without a vote on record, with the reason',
    needs: 'charter.adopt',
    params: byId,
    body: z.object({ inForceOn: DayField, reason: words(200) }),
    returns: Charter,
  }),
  enter: post('/charters/:id/entry-into-force', {
    summary: 'Let an adopted version enter into force on a day; the version before it ends that day',
    needs: 'charter.adopt',
    params: byId,
    body: z.object({ inForceOn: DayField }),
    returns: Charter,
  }),
  file: get('/charters/:id/file', {
    summary: 'The paper of a charter as it was handed in',
    needs: 'charter.see',
    params: byId,
    file: 'application/octet-stream',
  }),
  pdf: get('/charters/:id/pdf', {
    summary: 'The text as PDF on A4, with the record of the vote',
    needs: 'charter.see',
    params: byId,
    file: fileKinds.pdf.mediaType,
  }),
  word: get('/charters/:id/word', {
    summary: 'The text as a Word document, with the record of the vote',
    needs: 'charter.see',
    params: byId,
    file: fileKinds.docx.mediaType,
  }),
}
