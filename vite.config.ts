// How the pages are built and served while developing; the server itself serves what lands in dist/web.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.JUSHA_API ?? 'http://127.0.0.1:4680'

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
})
