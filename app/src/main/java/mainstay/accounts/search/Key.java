package mainstay.accounts.search;

import java.util.Locale;

/// The kinds of keys by which an account stands in the index. A key begins with the letter of its kind:
/// a small one for what holds now, a capital for what was so once or is so elsewhere.
enum Key {
    CODE('c', 40),
    NAME('n', 60),
    WORD('w', 40),
    CHINESE('h', 12),
    PINYIN('p', 32),
    INITIALS('i', 12);

    private final char letter;
    private final int longest;

    Key(char letter, int longest) {
        this.letter = letter;
        this.longest = longest;
    }

    String of(String text, boolean former) {
        String kind = String.valueOf(letter);
        return (former ? kind.toUpperCase(Locale.ROOT) : kind) + cut(text);
    }

    /// Asks for keys that begin so.
    String beginning(String text, boolean former) {
        return "'" + of(text, former) + "':*";
    }

    /// Asks for those first in order whose code, name or pinyin begins so.
    String first(String text) {
        return "^" + of(text, false);
    }

    /// Asks for this very key.
    String exactly(String text) {
        return "'" + of(text, false) + "'";
    }

    private String cut(String text) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
