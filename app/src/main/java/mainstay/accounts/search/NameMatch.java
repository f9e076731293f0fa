package mainstay.accounts.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.search.Folded.Chinese;
import mainstay.accounts.search.Folded.Run;
import mainstay.accounts.search.Likeness.Reason;
import mainstay.accounts.search.Marks.Range;

/// Holds one name against what is wanted.
final class NameMatch {

    private final Wanted wanted;
    private final String name;
    private final Folded folded;
    private final Chinese chinese;

    NameMatch(Wanted wanted, String name) {
        this.wanted = wanted;
        this.name = name;
        this.folded = Folded.of(name);
        this.chinese = folded.chinese();
    }

    Optional<Likeness> found() {
        String compact = wanted.folded().compact();
        if (folded.isEmpty() || compact.isEmpty()) {
            return Optional.empty();
        }
        if (folded.compact().startsWith(compact)) {
            boolean whole = folded.compact().length() == compact.length();
            return like(whole ? Reason.NAME : Reason.NAME_BEGINS, List.of(folded.range(0, compact.length())));
        }
        return asWritten().or(this::byPinyin).or(this::byInitials).or(this::mixed);
    }

    private Optional<Likeness> asWritten() {
        List<Range> ranges = new ArrayList<>();
        for (Run word : wanted.words()) {
            Optional<Range> range = written(word);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return like(Reason.WORDS, ranges);
    }

    private Optional<Range> written(Run word) {
        if (word.chinese()) {
            return inChinese(chinese.text().indexOf(word.text()), word.text().length());
        }
        return folded.words().stream()
                .filter(own -> own.text().startsWith(word.text()))
                .findFirst()
                .map(own -> folded.range(own.start(), own.start() + word.text().length()));
    }

    private Optional<Likeness> byPinyin() {
        return sounding(wanted.folded().compact()).flatMap(range -> like(Reason.PINYIN, List.of(range)));
    }

    private Optional<Likeness> byInitials() {
        String letters = wanted.folded().compact();
        if (!wanted.folded().isLatin() || wanted.words().size() > 1) {
            return Optional.empty();
        }
        return initials(letters)
                .flatMap(range -> like(Reason.INITIALS, List.of(range)))
                .or(() -> initialsApart(letters));
    }

    private Optional<Likeness> initialsApart(String letters) {
        for (int i = 2; i <= letters.length() - 2; i++) {
            Optional<Range> first = initials(letters.substring(0, i));
            Optional<Range> second = initials(letters.substring(i));
            if (first.isPresent() && second.isPresent()) {
                return like(Reason.INITIALS, List.of(first.get(), second.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Likeness> mixed() {
        List<Range> ranges = new ArrayList<>();
        boolean spoken = false;
        for (Run word : wanted.words()) {
            Optional<Range> range = written(word);
            if (range.isEmpty()) {
                range = sounding(word.text());
                spoken |= range.isPresent();
            }
            range = range.or(() -> initials(word.text()));
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return like(spoken ? Reason.PINYIN : Reason.INITIALS, ranges);
    }

    private Optional<Range> sounding(String letters) {
        if (chinese.text().isEmpty()) {
            return Optional.empty();
        }
        for (List<String> reading : Readings.of(chinese.text())) {
            for (int i = 0; i < reading.size(); i++) {
                int length = spoken(letters, reading.subList(i, reading.size()));
                if (length > 0) {
                    return inChinese(i, length);
                }
            }
        }
        return Optional.empty();
    }

    /// How many characters it takes to say the letters; none where they say something else.
    private static int spoken(String letters, List<String> syllables) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < syllables.size(); i++) {
            said.append(syllables.get(i));
            if (said.length() >= letters.length()) {
                return said.toString().startsWith(letters) ? i + 1 : 0;
            }
        }
        return 0;
    }

    private Optional<Range> initials(String letters) {
        if (chinese.text().isEmpty()) {
            List<Run> words = folded.words();
            boolean same = words.size() > 1
                    && SearchKeys.initials(words.stream().map(Run::text).toList())
                            .startsWith(letters);
            return same
                    ? Optional.of(
                            folded.range(0, words.get(letters.length() - 1).end()))
                    : Optional.empty();
        }
        for (List<String> reading : Readings.of(chinese.text())) {
            int at = SearchKeys.initials(reading).indexOf(letters);
            if (at >= 0) {
                return inChinese(at, letters.length());
            }
        }
        return Optional.empty();
    }

    private Optional<Range> inChinese(int at, int length) {
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        folded.range(chinese.places().get(at), chinese.places().get(at + length - 1) + 1));
    }

    private Optional<Likeness> like(Reason reason, List<Range> ranges) {
        return Optional.of(new Likeness(reason, name, Marks.of(name, ranges)));
    }
}
