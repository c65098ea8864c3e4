// Says in the file itself where it comes from.
exports.plugin = () => ({
  prepend: ['// Generated from src/operations/*.graphql by `npm run generate -w @leadstage/sdk`. Do not edit.'],
  content: '',
});
