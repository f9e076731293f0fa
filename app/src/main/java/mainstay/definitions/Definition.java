package mainstay.definitions;

import gg.jte.Content;

/// A definition, ready to be shown.
///
/// @param title    its heading
/// @param language of the text, which is English where nobody has translated it
/// @param isForeign whether that is not a language the reader chose
public record Definition(String title, Content body, String language, boolean isForeign) {}
