// How the pages are built: Remix with every flag of its next version, except the one that costs seconds of CPU.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { BUILD_FOLDER } from './app/build-folder.ts'

export default defineConfig({
  plugins: [
    remix({
      buildDirectory: BUILD_FOLDER,
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        // One request to /__manifest would keep the server busy for seconds.
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  // No data URIs: the content policy allows our own files only.
  build: { assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
})
