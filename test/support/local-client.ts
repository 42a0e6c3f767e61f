/** What every SDK client needs to speak to this machine, beside the endpoint. */
export const LOCAL_CLIENT = {
  region: "eu-central-1",
  credentials: { accessKeyId: "LOCALTest", secretAccessKey: "local" },
  maxAttempts: 1,
};
