/** Fields of a mail that an address may fill in. Others change where replies go, or attach files: RFC 6068, section 4. */
const FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body']);
const RECIPIENT_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc']);
/** As many as can be read in one row of a list. */
const MAX_RECIPIENTS = 3;
/** Characters of all recipients together, for the same reason. */
const MAX_RECIPIENTS_LENGTH = 120;

/** Of ASCII only, so that no letter passes for another. */
const RECIPIENT = /^[\w.+'*~^$!=|-]+@[a-z\d-]+(?:\.[a-z\d-]+)*$/i;

interface MailAddress {
  readonly recipients: readonly string[];
  /** Names of the other fields, in lower case. */
  readonly fields: readonly string[];
  /** Values of the other fields. */
  readonly values: readonly string[];
}

/**
 * Everyone who gets a mail written to a `mailto:` address: those before the question mark, and those in the fields `to`, `cc`
 * and `bcc`. Empty for another address, and for one with damaged percent-encoding.
 */
export function mailRecipients(address: string): readonly string[] {
  return readMailAddress(address)?.recipients ?? [];
}

/**
 * Whether a `mailto:` address is a template for corrections: at most three recipients, which a reader can check at a glance,
 * none of them a placeholder; no fields but further recipients, subject and body, and no line break that adds one.
 */
export function isMailTemplate(address: string): boolean {
  const mail = readMailAddress(address);
  if (mail === undefined) return false;
  const { recipients, fields, values } = mail;
  return (
    recipients.length > 0 &&
    recipients.length <= MAX_RECIPIENTS &&
    recipients.join(', ').length <= MAX_RECIPIENTS_LENGTH &&
    recipients.every((recipient) => RECIPIENT.test(recipient)) &&
    fields.every((field) => FIELDS.has(field)) &&
    values.every((value) => !/[\r\n]/.test(value))
  );
}

function readMailAddress(address: string): MailAddress | undefined {
  const { 1: path, 2: query = '' } = /^mailto:([^?#]*)(?:\?([^#]*))?$/i.exec(address) ?? [];
  if (path === undefined) return undefined;
  const recipients: string[] = [];
  const fields: string[] = [];
  const values: string[] = [];
  try {
    recipients.push(...separate(decodeURIComponent(path)));
    for (const part of query.split('&').filter(Boolean)) {
      const equals = part.indexOf('=');
      const name = decodeURIComponent(equals === -1 ? part : part.slice(0, equals)).toLowerCase();
      const value = decodeURIComponent(equals === -1 ? '' : part.slice(equals + 1));
      if (RECIPIENT_FIELDS.has(name)) recipients.push(...separate(value));
      else {
        fields.push(name);
        values.push(value);
      }
    }
  } catch {
    return undefined;
  }
  return { recipients, fields, values };
}

/** Recipients between commas, and semicolons, which some mail programs read as well. */
function separate(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((recipient) => recipient.trim())
    .filter((recipient) => recipient !== '');
}
