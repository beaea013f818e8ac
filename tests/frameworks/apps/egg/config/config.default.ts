export default {
  keys: 'keys',
  // The other routes are tried without a browser. Ours is protected like any other.
  security: { csrf: { ignore: ['/echo'] } }
}
