// Whether an address may be gone to after signing in.

/** A path of ours: `/organizations?q=a`, and not `//elsewhere` or `/\elsewhere`, which lead away. */
export const isOwnAddress = (to: string): boolean => /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in')
