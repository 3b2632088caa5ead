// How the small modules of app/enhance are built: one hashed file each, for pages that otherwise run no script.
import { existsSync, readdirSync } from 'node:fs'
import { defineConfig } from 'vite'
import { BUILD_FOLDER } from './app/build-folder.js'

const FOLDER = 'app/enhance'
const modules = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => /^[a-z-]+\.ts$/.test(file)) : []

export default defineConfig({
  base: '/enhance/',
  publicDir: false,
  build: {
    outDir: `${BUILD_FOLDER}/enhance`,
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      input: modules.map((file) => `${FOLDER}/${file}`),
      output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
