import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing is put into the page itself: the content security policy lets only files run.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
