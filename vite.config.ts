// How the pages are built: Remix with every flag of its next version, except the one that costs seconds of CPU.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import { BUILD_FOLDER } from './app/build-folder.js'

/**
 * The server, its pages and the thread that writes files as one program with everything they use inside: each module is
 * there once, in plain JavaScript, and Node reads a few files instead of two thousand. What is compiled for the machine or
 * is only needed now and then stays outside.
 */
const wholeServer: Plugin = {
  name: 'whole-server',
  enforce: 'post',
  config: (_, { command, isSsrBuild }) =>
    command === 'build' && isSsrBuild
      ? {
          define: { 'process.env.NODE_ENV': '"production"' },
          ssr: { noExternal: true, external: ['better-sqlite3', 'pg', 'nodemailer'] },
          build: {
            target: 'node24',
            commonjsOptions: { strictRequires: true },
            rollupOptions: {
              // better-auth asks whether it is there.
              external: ['@opentelemetry/api'],
              input: {
                index: 'virtual:remix/server-build',
                server: 'app/server.ts',
                worker: 'app/exports/worker.ts',
                'drift-process': 'app/drift-process.ts',
              },
              // Side by side, so that a module finds its neighbours by its own address.
              output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
            },
          },
        }
      : undefined,
}

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
    wholeServer,
  ],
  // No data URIs: the content policy allows our own files only.
  build: { assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
})
