package mainstay.accounts.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sounds that speakers of many regions do not tell apart, and type one for the other: n and ng, zh and z, l
/// and n.
final class SpokenSlips {

    private static final int MOST = 24;
    private static final List<List<String>> PAIRS =
            List.of(List.of("ng", "n"), List.of("zh", "z"), List.of("ch", "c"), List.of("sh", "s"), List.of("l", "n"));

    private SpokenSlips() {}

    /// The letters with one sound changed at one place, the given ones left out.
    static List<String> of(String letters) {
        Set<String> slips = new LinkedHashSet<>();
        for (List<String> pair : PAIRS) {
            swap(letters, pair.getFirst(), pair.getLast(), slips);
            swap(letters, pair.getLast(), pair.getFirst(), slips);
        }
        slips.remove(letters);
        return slips.stream().limit(MOST).toList();
    }

    private static void swap(String letters, String from, String to, Set<String> slips) {
        for (int at = letters.indexOf(from); at >= 0; at = letters.indexOf(from, at + 1)) {
            slips.add(letters.substring(0, at) + to + letters.substring(at + from.length()));
        }
    }
}
