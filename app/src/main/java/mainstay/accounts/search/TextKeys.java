package mainstay.accounts.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Keys of a text of any length, and questions for them: words by their beginning, Chinese by single
/// characters and pairs, pinyin and initials from any character on.
public final class TextKeys {

    private static final int LOOKED_AT = 400;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_SPOKEN = 24;
    private static final int MOST_INITIALS = 8;
    private static final int MOST_RUNS = 6;
    private static final int SHORTEST_SPOKEN = 2;
    private static final char WORD = 'w';
    private static final char ONE = 'u';
    private static final char PAIR = 'b';
    private static final char SPOKEN = 'p';
    private static final char INITIALS = 'i';

    private TextKeys() {}

    public static Set<String> of(String text) {
        Set<String> keys = new LinkedHashSet<>();
        for (Folded.Run run : Folded.of(begin(text)).runs()) {
            if (run.chinese()) {
                chinese(run.text(), keys);
            } else {
                keys.add(WORD + cut(run.text(), LONGEST_WORD));
            }
        }
        return keys;
    }

    private static String begin(String text) {
        return text.codePointCount(0, text.length()) <= LOOKED_AT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LOOKED_AT));
    }

    private static void chinese(String run, Set<String> keys) {
        List<String> syllables = Readings.usual(run);
        for (int i = 0; i < run.length(); i++) {
            keys.add(ONE + run.substring(i, i + 1));
            if (i + 1 < run.length()) {
                keys.add(PAIR + run.substring(i, i + 2));
            }
            List<String> rest = syllables.subList(i, Math.min(syllables.size(), i + MOST_INITIALS));
            keys.add(SPOKEN + cut(String.join("", rest), LONGEST_SPOKEN));
            if (rest.size() > 1) {
                keys.add(INITIALS + SearchKeys.initials(rest));
            }
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }

    /// What is typed as a question in the language of the index; empty where nothing of it can be asked.
    public static String question(String typed) {
        return Folded.of(begin(typed)).runs().stream()
                .limit(MOST_RUNS)
                .map(run -> run.chinese() ? characters(run.text()) : word(run.text()))
                .collect(Collectors.joining(" & "));
    }

    private static String characters(String run) {
        if (run.length() == 1) {
            return exactly(ONE, run);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < run.length(); i++) {
            pairs.add(exactly(PAIR, run.substring(i, i + 2)));
        }
        return String.join(" & ", pairs);
    }

    private static String word(String word) {
        List<String> ways = new ArrayList<>();
        boolean letters = word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        ways.add(word.length() < SHORTEST_SPOKEN ? exactly(WORD, word) : begins(WORD, cut(word, LONGEST_WORD)));
        if (letters && word.length() >= SHORTEST_SPOKEN) {
            ways.add(begins(SPOKEN, cut(word, LONGEST_SPOKEN)));
            if (word.length() <= MOST_INITIALS) {
                ways.add(begins(INITIALS, word));
            }
        }
        return "(" + String.join(" | ", ways) + ")";
    }

    private static String exactly(char kind, String key) {
        return "'" + kind + key + "'";
    }

    private static String begins(char kind, String key) {
        return "'" + kind + key + "':*";
    }
}
