// What Vite adds to a module: style sheets as imports.
/// <reference types="vite/client" />
