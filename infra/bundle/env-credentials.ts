/** What the SDK signs its calls with. */
interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

// The SDK's own chain also knows profiles, SSO, process and instance metadata: 130 KB and milliseconds of every cold
// start for places that a Lambda never looks in. Lambda always hands its role's credentials over in the environment.
/** Takes the place of the SDK's default credential provider in every bundle. */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Error(
      "No credentials in the environment: a bundled function runs under a Lambda role (or the local one).",
    );
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  };
};
