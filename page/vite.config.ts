import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page is built once and served by the program itself; src/server/ knows where it lies.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: {
    port: 4890,
    proxy: { '/api': 'http://localhost:4800', '/oauth': 'http://localhost:4800' },
  },
});
