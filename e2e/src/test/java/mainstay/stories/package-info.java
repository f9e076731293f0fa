/// Stories in a real browser on the packaged application. They start it as a newcomer does, with `bin/run`,
/// once with the sample and once empty, and see only what a person sees.
@NullMarked
package mainstay.stories;

import org.jspecify.annotations.NullMarked;
