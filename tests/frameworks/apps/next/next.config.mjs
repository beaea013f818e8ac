// One name for both builds, since the pages of both are compared.
export default { generateBuildId: () => 'build' }
