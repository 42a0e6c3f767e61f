/** Takes the place of the SDK's cache of discovered endpoints, which is made for every client and never asked. */
export class EndpointCache {}
