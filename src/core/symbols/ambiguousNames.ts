const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Lowercase words that are names of symbols as well as plain English or programmers' vocabulary. They count as mentions
 * only when formatted as code.
 */
export const ORDINARY_WORDS = words(`
  address alias annotated body boolean branches bundle coalesce collection color comparator compiled compiles
  components composite computed config configure connectable connection connector constraint contact contains cookie
  dataclass decorator default deferred delete deprecated deregister dialect discriminator dispatcher distinct double
  downgrade emulated encoding engine environ event events example examples executable exists extra extract field file
  form function generative grouping header headers history host identified identity immutable index info insert
  instances integer interval intersect isoformat join label lateral license link linting load localtime match
  middleware modifier mount mutable named null numeric operation operations operators options over param parameter
  params pool properties query range reconstructor reference registry relationship representation request requires
  response result revision route router row schema script secret security select selectable sequence serializer slice
  state strict string subquery synonym table tag transaction transform traverse undefined unicode update uuid
  validates validator values variant visitable
`);

/**
 * Case-sensitive words that are names in Python, its standard library, SQL or unrelated classes as often as they are a
 * symbol's. Alone they never count as mentions.
 */
export const SHARED_NAMES = words(`
  Any Annotated Config Counter Date DateTime Empty Enum Event Full Interval Json List Literal OrderedDict Path Process Queue Server
  String Template Text Time Tuple
  all any array asc between cache case cast check cmp collate column compare concat configure contains context conv
  count counter cube current dataclass declare decorator delete deprecated desc dialect dispatcher distinct downgrade
  dumps edit err execute exists expect extract false final foreign heads history hstore init inline insert inspect
  instances invoke isoformat iterate join label lateral limit listen literal loads locals localtime main match max
  merge min mirror mode modifier msg now null over plugins pointer pow random rank remote remove requires returns
  revision run setup show some sort stamp status sum symbol synonym table text transform traverse true undefined union
  update upgrade user values warn
`);
