/// The definitions of every figure, written as Markdown beside the code and shown as pages. They travel in the
/// jar; where a page is not translated, its English original is shown and says so.
@NullMarked
package mainstay.definitions;

import org.jspecify.annotations.NullMarked;
