// Files that people hand in: kept by content, told by content, sent back harmless.
export { fileView } from './file-store.ts'
export { dropOrphanFiles, keepFile, sendFile } from './keep-file.ts'
