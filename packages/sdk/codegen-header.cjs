// Says in the file itself where it comes from.
exports.plugin = () => ({
  prepend: [
    '// Generated from ../api/schema.graphql and src/operations/*.graphql by `npm run generate -w @leadstage/sdk`. Do not edit.',
  ],
  content: '',
});
