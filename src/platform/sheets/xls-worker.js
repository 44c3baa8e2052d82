// Parses one old .xls apart from the server, so that a hostile or large file costs neither memory nor time of others.
// Plain JavaScript: a worker thread has no TypeScript loader on Node 20. Its answers are typed in xls-parse.ts.
import { parentPort, workerData } from 'node:worker_threads'
import XLSX from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel'

// Without these, Chinese text of files before Excel 97 comes out as Latin letters.
XLSX.set_cptable(codePages)
parentPort?.postMessage(answer(new Uint8Array(workerData.bytes)))

function answer(bytes) {
  try {
    const stranger = whatElse(bytes)
    return stranger ?? parsed(bytes)
  } catch (error) {
    return { refused: /password|encrypt/i.test(String(error)) ? 'encrypted' : 'broken' }
  }
}

/** An OLE file may be an encrypted xlsx, a Word document or something else: the names inside tell. */
function whatElse(bytes) {
  if (bytes[0] !== 0xd0) return null
  const names = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' }).FullPaths
  const has = (pattern) => names.some((name) => pattern.test(name))
  if (has(/encryptedpackage|encryptioninfo/i)) return { refused: 'encrypted' }
  if (has(/(^|\/)(workbook|book)$/i)) return null
  if (has(/worddocument/i)) return { refused: 'word' }
  return { refused: has(/powerpoint/i) ? 'slides' : 'other' }
}

function parsed(bytes) {
  const options = {
    type: 'array',
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    cellFormula: false,
  }
  const book = XLSX.read(bytes, options)
  return {
    is1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: book.SheetNames.map((name, i) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
      ...contents(book.Sheets[name] ?? {}),
    })),
  }
}

function contents(sheet) {
  const formats = new Map()
  const rows = (sheet['!data'] ?? []).map((cells, row) =>
    Array.from(cells ?? [], (cell, column) => {
      if (cell?.t === 'n' && looksLikeDate(cell)) formats.set(row * 16384 + column, cell.z ?? '')
      return cell?.t === 'e' ? { error: cell.w ?? '#N/A' } : (cell?.v ?? null)
    }),
  )
  return {
    rows: Array.from(rows, (row) => row ?? []),
    formats,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenOnes(sheet['!rows']),
    hiddenColumns: hiddenOnes(sheet['!cols']),
  }
}

/** Chinese built-in date formats come without a code, but with a text that looks like 1/31/20. */
function looksLikeDate({ z, w }) {
  if (typeof z === 'string') return /[ymdhs]/i.test(z) && z !== 'General'
  return /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(w ?? '')
}

function hiddenOnes(list) {
  return Array.from(list ?? []).flatMap((one, index) => (one?.hidden ? [index] : []))
}
