import './english/firstRun';
import './english/walkthrough';
import './english/errors';
