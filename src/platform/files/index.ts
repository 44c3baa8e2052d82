// Files that people hand in: kept by content, told by content, sent back harmless.
export { fileView, type StoredFile } from './file-store.ts'
export { dropOrphanFiles, keepFile, sendFile, viewOfFile } from './keep-file.ts'
