package mainstay.accounts.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.search.Marks.Range;

/// Why an account was found, and which letters show it.
///
/// @param shown the text that was meant: code, name, or what one of them was before
public record Likeness(Reason reason, String shown, Marks marks) implements Comparable<Likeness> {

    /// From the closest to the farthest.
    public enum Reason {
        CODE,
        CODE_BEGINS,
        NAME,
        NAME_BEGINS,
        WORDS,
        PINYIN,
        INITIALS,
        OTHER_CODE,
        FORMER_NAME,
        ALIKE;

        /// What is shown beside the name is not the name or the code of today.
        public boolean isElsewhere() {
            return this == OTHER_CODE || this == FORMER_NAME;
        }

        public boolean isCode() {
            return this == CODE || this == CODE_BEGINS;
        }
    }

    /// What an account is called.
    public record Called(String code, String name, List<String> otherCodes, List<String> formerNames) {}

    @Override
    public int compareTo(Likeness other) {
        return Comparator.comparing(Likeness::reason)
                .thenComparingInt(likeness -> likeness.shown().length())
                .thenComparing(Likeness::shown)
                .compare(this, other);
    }

    public static Likeness of(Wanted wanted, Called called) {
        return byCode(wanted, called.code())
                .or(() -> new NameMatch(wanted, called.name()).found())
                .or(() -> called.otherCodes().stream()
                        .filter(code -> Folded.of(code)
                                .compact()
                                .startsWith(wanted.folded().compact()))
                        .findFirst()
                        .map(code -> new Likeness(Reason.OTHER_CODE, code, Marks.none(code))))
                .or(() -> called.formerNames().stream()
                        .flatMap(name -> new NameMatch(wanted, name).found().stream())
                        .min(Comparator.naturalOrder())
                        .map(former -> new Likeness(Reason.FORMER_NAME, former.shown(), former.marks())))
                .orElseGet(() -> new Likeness(Reason.ALIKE, called.name(), Marks.none(called.name())));
    }

    private static Optional<Likeness> byCode(Wanted wanted, String code) {
        Folded folded = Folded.of(code);
        String compact = wanted.folded().compact();
        if (folded.isEmpty() || compact.isEmpty()) {
            return Optional.empty();
        }
        int at = folded.compact().indexOf(compact);
        boolean digits = compact.chars().allMatch(Character::isDigit);
        if (at < 0 || (at > 0 && !digits)) {
            return Optional.empty();
        }
        boolean whole = folded.compact().equals(compact);
        Range range = folded.range(at, at + compact.length());
        return Optional.of(
                new Likeness(whole ? Reason.CODE : Reason.CODE_BEGINS, code, Marks.of(code, List.of(range))));
    }
}
