package mainstay.accounts.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Traditional characters and the simplified ones they are compared as. The table comes with the pinyin library.
final class Simplified {

    private static final String TABLE = "/nlp/chinese_ts_char.txt";
    private static final Map<Character, Character> CHARACTERS = read();

    private Simplified() {}

    static char of(char character) {
        return CHARACTERS.getOrDefault(character, character);
    }

    private static Map<Character, Character> read() {
        Map<Character, Character> characters = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Simplified.class.getResourceAsStream(TABLE), TABLE), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.length() >= 3 && line.charAt(1) == ' ')
                    .filter(line -> !Character.isSurrogate(line.charAt(2)))
                    .forEach(line -> characters.put(line.charAt(0), line.charAt(2)));
            return characters;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
