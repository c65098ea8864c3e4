import { createClient, type LeadstageClient } from '@leadstage/sdk';

/**
 * A client of the server that the page came from.
 * @param ended called when the key opens nothing any more, as often as that is said
 * @throws InvalidInputError where the key has characters that none has
 */
export function connect(apiKey: string, ended: () => void): LeadstageClient {
  const watched: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (response.status === 401) ended();
    return response;
  };
  return createClient({ url: '/graphql', apiKey, fetch: watched });
}
