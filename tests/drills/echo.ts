import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/** The least that answers a command: what every bot on Bolt costs. Its settings are ours. */
const {
  SLACK_SIGNING_SECRET: signingSecret = '',
  SLACK_BOT_TOKEN: token = '',
  SLACK_API_URL = '',
} = process.env;
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  token,
  receiver,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
});
app.command('/outsourcing', async ({ ack, respond, command }) => {
  await ack();
  await respond({ response_type: 'ephemeral', text: command.text });
});

const server: unknown = await app.start({ port: 0, host: '127.0.0.1' });
const address =
  typeof server === 'object' && server !== null && 'address' in server && typeof server.address === 'function'
    ? server.address()
    : undefined;
process.stdout.write(`over HTTP on port ${address.port}\n`);
