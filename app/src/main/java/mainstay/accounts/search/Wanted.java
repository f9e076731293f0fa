package mainstay.accounts.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.accounts.search.Folded.Run;

/// What somebody looks for, as questions for the keys of the index.
public final class Wanted {

    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_WRONG = 3;
    private static final int SHORTEST_SPOKEN = 2;
    private static final int MOST_INITIALS = 10;

    private final Folded folded;
    private final List<Run> words;

    private Wanted(Folded folded) {
        this.folded = folded;
        this.words = folded.runs().stream().limit(MOST_WORDS).toList();
    }

    public static Wanted of(String typed) {
        return new Wanted(Folded.of(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed));
    }

    public boolean isEmpty() {
        return folded.isEmpty();
    }

    Folded folded() {
        return folded;
    }

    List<Run> words() {
        return words;
    }

    /// Questions from the closest to the farthest; each asks for what it says, letter for letter or by pinyin.
    public List<String> strict() {
        List<String> questions = new ArrayList<>();
        if (isEmpty()) {
            return questions;
        }
        String compact = folded.compact();
        if (!folded.hasChinese()) {
            questions.add(Key.CODE.exactly(compact));
            questions.add(Key.CODE.first(compact));
        }
        questions.add(Key.NAME.exactly(compact));
        questions.add(Key.NAME.first(compact));
        questions.add(all(Wanted::asWritten));
        if (isSpoken()) {
            questions.add(Key.PINYIN.first(compact));
            questions.add(Key.PINYIN.beginning(compact, false));
            questions.add(Key.INITIALS.beginning(compact, false));
        }
        if (words.size() > 1 || !folded.isLatin()) {
            questions.add(all(word -> anyWay(word, false)));
        }
        questions.addAll(initialsApart());
        questions.add(formerly());
        return questions;
    }

    /// Whatever one of the strict questions asks for, as a single question.
    public String strictly() {
        if (isEmpty()) {
            return "";
        }
        List<String> ways = new ArrayList<>();
        ways.add(all(word -> "(" + anyWay(word, false) + " | " + anyWay(word, true) + ")"));
        if (!folded.hasChinese()) {
            ways.add(Key.CODE.beginning(folded.compact(), false));
            ways.add(Key.CODE.beginning(folded.compact(), true));
        }
        ways.add(Key.NAME.beginning(folded.compact(), false));
        ways.addAll(initialsApart());
        return any(ways);
    }

    /// Questions for what sounds alike or has one wrong character, where the strict ones found too little.
    public List<String> loose() {
        List<String> questions = new ArrayList<>();
        if (folded.hasChinese()) {
            questions.add(all(word -> word.chinese() ? sounding(word.text()) : anyWay(word, false)));
            if (words.stream().anyMatch(Wanted::canBeWrong)) {
                questions.add(all(word -> canBeWrong(word) ? oneWrong(word.text()) : anyWay(word, false)));
            }
        }
        if (folded.isLatin()) {
            List<String> slips = SpokenSlips.of(folded.compact());
            if (!slips.isEmpty()) {
                questions.add(any(slips.stream()
                        .map(slip -> Key.PINYIN.beginning(slip, false))
                        .toList()));
            }
        }
        return questions;
    }

    /// Words long enough to be misspelt, to be compared with those of names.
    public List<String> spelt() {
        return words.stream()
                .filter(word -> !word.chinese() && word.text().length() > SHORTEST_WRONG)
                .map(Run::text)
                .toList();
    }

    /// What is asked for when words of names are like the misspelt ones.
    public String respelt(Function<String, Collection<String>> alike) {
        return all(word -> {
            List<String> ways = new ArrayList<>(List.of(anyWay(word, false)));
            for (String other : alike.apply(word.text())) {
                ways.add(Key.WORD.exactly(other));
                ways.add(Key.PINYIN.beginning(other, false));
            }
            return any(ways);
        });
    }

    private String formerly() {
        List<String> ways = new ArrayList<>();
        if (!folded.hasChinese()) {
            ways.add(Key.CODE.beginning(folded.compact(), true));
        }
        ways.add(all(word -> anyWay(word, true)));
        return any(ways);
    }

    private String all(Function<Run, String> question) {
        return words.stream().map(word -> "(" + question.apply(word) + ")").collect(Collectors.joining(" & "));
    }

    private static String any(List<String> ways) {
        return "(" + String.join(" | ", ways) + ")";
    }

    private static String asWritten(Run word) {
        return (word.chinese() ? Key.CHINESE : Key.WORD).beginning(word.text(), false);
    }

    private static String anyWay(Run word, boolean former) {
        if (word.chinese()) {
            return Key.CHINESE.beginning(word.text(), former);
        }
        List<String> ways = new ArrayList<>();
        for (Key key : List.of(Key.WORD, Key.CODE, Key.PINYIN, Key.INITIALS)) {
            if (key == Key.WORD || key == Key.CODE || canBeSaid(word)) {
                ways.add(key.beginning(word.text(), former));
            }
        }
        return String.join(" | ", ways);
    }

    /// A single letter says nothing: it sounds like half of all names.
    private boolean isSpoken() {
        return folded.isLatin() && words.stream().allMatch(Wanted::canBeSaid);
    }

    private static boolean canBeSaid(Run word) {
        return word.text().length() >= SHORTEST_SPOKEN && isLatin(word);
    }

    private static boolean isLatin(Run word) {
        return word.text().chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    /// Initials of two words that need not stand together: dgjx means 东莞 and 机械 wherever they are.
    private List<String> initialsApart() {
        String letters = folded.compact();
        if (words.size() != 1 || !folded.isLatin() || letters.length() < 4 || letters.length() > MOST_INITIALS) {
            return List.of();
        }
        List<String> splits = new ArrayList<>();
        for (int i = 2; i <= letters.length() - 2; i++) {
            splits.add("(" + Key.INITIALS.beginning(letters.substring(0, i), false) + " & "
                    + Key.INITIALS.beginning(letters.substring(i), false) + ")");
        }
        return List.of(any(splits));
    }

    private static String sounding(String chinese) {
        return Key.PINYIN.beginning(String.join("", Readings.usual(chinese)), false);
    }

    private static boolean canBeWrong(Run word) {
        return word.chinese() && word.text().length() >= SHORTEST_WRONG;
    }

    private static String oneWrong(String chinese) {
        List<String> ways = new ArrayList<>();
        for (int i = 0; i < chinese.length(); i++) {
            List<String> parts = new ArrayList<>();
            if (i > 0) {
                parts.add(Key.CHINESE.beginning(chinese.substring(0, i), false));
            }
            if (i + 1 < chinese.length()) {
                parts.add(Key.CHINESE.beginning(chinese.substring(i + 1), false));
            }
            ways.add("(" + String.join(" & ", parts) + ")");
        }
        return any(ways);
    }
}
