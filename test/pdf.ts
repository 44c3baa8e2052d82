// Looks at a PDF as a person does: as pictures of its pages, and at the QR code in them as a phone does.
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQR from 'jsqr'

/** Four bytes a pixel: red, green, blue, opacity. */
export type Picture = { width: number; height: number; data: Uint8Array }

/** Every page, `scale` pixels for a point (1/72 inch). */
export async function picturesOf(pdf: Uint8Array, scale = 1): Promise<Picture[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    const pages: Picture[] = []
    for (const page of document.pages()) pages.push(await page.render({ scale, render: 'bitmap' }))
    return pages
  } finally {
    document.destroy()
    library.destroy()
  }
}

/** The text of every page, as searching and copying find it. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    return [...document.pages()].map((page) => page.getText())
  } finally {
    document.destroy()
    library.destroy()
  }
}

/** What the QR code in a picture says, or null when none can be read. */
export function qrIn({ data, width, height }: Picture): string | null {
  const read = jsQR as unknown as typeof jsQR.default
  return read(new Uint8ClampedArray(data), width, height)?.data ?? null
}

/** How many dark pixels a box of a picture has. */
export function inkIn({ data, width }: Picture, box: { x: number; y: number; size: number }): number {
  let ink = 0
  for (let y = box.y; y < box.y + box.size; y++)
    for (let x = box.x; x < box.x + box.size; x++) if ((data[4 * (y * width + x)] ?? 255) < 140) ink++
  return ink
}
