import './english/firstRun';
import './english/hover';
import './english/sidebar';
import './english/errors';
import './english/links';
