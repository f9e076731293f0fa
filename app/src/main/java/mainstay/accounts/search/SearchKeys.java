package mainstay.accounts.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// By what an account can be found.
public final class SearchKeys {

    /// What tells no firm from another, at the end of a name; the longest first.
    private static final List<String> LEGAL_FORMS =
            List.of("集团股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "集团公司", "有限公司", "公司", "集团");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int SHORTEST_LEARNT = 4;

    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Beginnings beginnings;

    public SearchKeys(String code, String name, Collection<String> otherCodes, Collection<String> formerNames) {
        code(code, false);
        otherCodes.forEach(other -> code(other, true));
        name(name, false);
        formerNames.forEach(former -> name(former, true));
        Folded folded = Folded.of(name);
        beginnings = new Beginnings(
                Key.CODE.of(Folded.of(code).compact(), false),
                Key.NAME.of(folded.compact(), false),
                Key.PINYIN.of(String.join("", Readings.usual(folded.chinese().text())), false));
    }

    /// What stands in an order of its own, so that the first that begin in some way are found without the others.
    public record Beginnings(String code, String name, String pinyin) {}

    public Beginnings beginnings() {
        return beginnings;
    }

    public Set<String> keys() {
        return keys;
    }

    /// Words that a misspelt one is compared with.
    public Set<String> words() {
        return words;
    }

    private void code(String code, boolean former) {
        Folded folded = Folded.of(code);
        if (folded.isEmpty()) {
            return;
        }
        keys.add(Key.CODE.of(folded.compact(), former));
        folded.words().stream().skip(1).forEach(part -> keys.add(Key.WORD.of(part.text(), former)));
        DIGITS.matcher(folded.compact()).results().map(found -> found.group()).forEach(digits -> {
            keys.add(Key.WORD.of(digits, former));
            String significant = withoutNoughts(digits);
            if (!significant.isEmpty()) {
                keys.add(Key.WORD.of(significant, former));
            }
        });
    }

    static String withoutNoughts(String digits) {
        return digits.replaceFirst("^0+", "");
    }

    private void name(String name, boolean former) {
        Folded folded = Folded.of(name);
        if (folded.isEmpty()) {
            return;
        }
        keys.add(Key.NAME.of(folded.compact(), former));
        for (Folded.Run word : folded.words()) {
            keys.add(Key.WORD.of(word.text(), former));
            learn(word.text());
        }
        String chinese = folded.chinese().text();
        if (chinese.isEmpty()) {
            latinInitials(folded, former);
        } else {
            chinese(chinese, former);
        }
    }

    private void chinese(String chinese, boolean former) {
        for (int i = 0; i < chinese.length(); i++) {
            keys.add(Key.CHINESE.of(chinese.substring(i), former));
        }
        int starts = telling(chinese);
        for (List<String> reading : Readings.of(chinese)) {
            for (int i = 0; i < starts; i++) {
                List<String> rest = reading.subList(i, reading.size());
                keys.add(Key.PINYIN.of(String.join("", rest), former));
                keys.add(Key.INITIALS.of(initials(rest), former));
            }
        }
        List<String> usual = Readings.usual(chinese);
        for (int i = 0; i + 1 < starts; i++) {
            learn(usual.get(i) + usual.get(i + 1));
        }
    }

    private void latinInitials(Folded folded, boolean former) {
        if (folded.words().size() > 1) {
            keys.add(Key.INITIALS.of(
                    initials(folded.words().stream().map(Folded.Run::text).toList()), former));
        }
    }

    private void learn(String word) {
        if (word.length() >= SHORTEST_LEARNT && !DIGITS.matcher(word).matches()) {
            words.add(word);
        }
    }

    static String initials(List<String> parts) {
        return parts.stream().map(part -> part.substring(0, 1)).collect(Collectors.joining());
    }

    /// How many characters stand before the legal form.
    static int telling(String chinese) {
        return LEGAL_FORMS.stream()
                .filter(form -> chinese.endsWith(form) && chinese.length() > form.length())
                .findFirst()
                .map(form -> chinese.length() - form.length())
                .orElse(chinese.length());
    }
}
