package mainstay.accounts.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A text as it is compared: narrow, small, simplified, without accents; only letters and digits are
/// left. Knows of each character from where in the original it came.
final class Folded {

    /// Letters that Unicode does not take apart.
    private static final String WHOLE = "ßøłđæœþı";
    private static final List<String> APART = List.of("ss", "o", "l", "d", "ae", "oe", "th", "i");

    /// Rare characters beyond the first plane, for which one of the private ones stands in.
    private static final int STAND_INS = 0xE000;

    private static final int STAND_IN_COUNT = 6_400;
    private static final int FIRST_CHINESE = 0x2E80;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final List<Run> runs;

    private Folded(String text, int[] starts, int[] ends, List<Run> runs) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.runs = runs;
    }

    /// Neighbouring characters of one kind: Chinese ones, or letters and digits of a word.
    ///
    /// @param start where it begins in the folded text
    record Run(String text, boolean chinese, int start) {

        int end() {
            return start + text.length();
        }
    }

    static Folded of(String original) {
        return new Folding(original).done();
    }

    /// Everything without gaps.
    String compact() {
        return text;
    }

    List<Run> runs() {
        return runs;
    }

    List<Run> words() {
        return runs.stream().filter(run -> !run.chinese()).toList();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isLatin() {
        return text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    boolean hasChinese() {
        return runs.stream().anyMatch(Run::chinese);
    }

    /// The Chinese characters of all runs, one behind the other.
    Chinese chinese() {
        StringBuilder characters = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (Run run : runs) {
            for (int i = 0; run.chinese() && i < run.text().length(); i++) {
                characters.append(run.text().charAt(i));
                places.add(run.start() + i);
            }
        }
        return new Chinese(characters.toString(), List.copyOf(places));
    }

    /// @param places of each character in the folded text
    record Chinese(String text, List<Integer> places) {}

    /// The part of the original from one folded character up to another.
    Marks.Range range(int from, int to) {
        return new Marks.Range(starts[from], ends[to - 1]);
    }

    static boolean isChinese(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }

    /// Takes a text apart, character by character.
    private static final class Folding {
        private final String original;
        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();
        private int[] starts;
        private int[] ends;
        private int runStart;
        private boolean runChinese;

        Folding(String original) {
            this.original = original;
            this.starts = new int[original.length() + 8];
            this.ends = new int[original.length() + 8];
        }

        Folded done() {
            for (int at = 0; at < original.length(); ) {
                int point = original.codePointAt(at);
                int next = at + Character.charCount(point);
                take(point, at, next);
                at = next;
            }
            close();
            return new Folded(text.toString(), starts, ends, List.copyOf(runs));
        }

        private void take(int point, int from, int to) {
            if (point < 128) {
                takeLetter((char) (point >= 'A' && point <= 'Z' ? point + 32 : point), from, to);
                return;
            }
            String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT);
            plain.codePoints().forEach(part -> takeOther(part, from, to));
        }

        private void takeOther(int point, int from, int to) {
            if (Character.isSupplementaryCodePoint(point)) {
                char other = Character.isLetterOrDigit(point) ? (char) (STAND_INS + point % STAND_IN_COUNT) : ' ';
                takeLetter(other, isChinese(point), from, to);
                return;
            }
            char letter = Simplified.of((char) point);
            int whole = WHOLE.indexOf(letter);
            if (whole >= 0) {
                APART.get(whole).chars().forEach(part -> takeLetter((char) part, from, to));
            } else {
                takeLetter(letter, from, to);
            }
        }

        private void takeLetter(char letter, int from, int to) {
            takeLetter(letter, letter >= FIRST_CHINESE && isChinese(letter), from, to);
        }

        private void takeLetter(char letter, boolean chinese, int from, int to) {
            if (isSilent(letter)) {
                return;
            }
            if (!Character.isLetterOrDigit(letter) && letter < STAND_INS) {
                close();
                return;
            }
            if (chinese != runChinese) {
                close();
            }
            runChinese = chinese;
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            starts[text.length()] = from;
            ends[text.length()] = to;
            text.append(letter);
        }

        /// Accents, marks of direction and apostrophes do not even separate.
        private static boolean isSilent(char letter) {
            int type = Character.getType(letter);
            return type == Character.NON_SPACING_MARK || type == Character.FORMAT || "'’ʼ`".indexOf(letter) >= 0;
        }

        private void close() {
            if (text.length() > runStart) {
                runs.add(new Run(text.substring(runStart), runChinese, runStart));
            }
            runStart = text.length();
        }
    }
}
