/// The page around a page: layout, texts, number formats, navigation, errors.
@NullMarked
package mainstay.shared.web;

import org.jspecify.annotations.NullMarked;
