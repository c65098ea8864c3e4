// The documents of `typed-document-node`, without the blanks that only people need: half the text, in the bundle and on
// its way to the API.
const { plugin } = require('@graphql-codegen/typed-document-node');
const { stripIgnoredCharacters } = require('graphql');

exports.plugin = async (...given) => {
  const output = await plugin(...given);
  return {
    ...output,
    content: output.content.replace(/`[^`]+`/g, (text) => `\`${stripIgnoredCharacters(text.slice(1, -1))}\``),
  };
};
