import './english/walkthrough';
import './english/search';
import './english/previews';
import './english/panel';
import './english/hover';
import './english/sidebar';
import './english/errors';
import './english/links';
