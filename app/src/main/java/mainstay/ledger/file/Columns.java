package mainstay.ledger.file;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The columns of a file with those of its look-up file behind them.
record Columns(List<String> names, int ofFile, BitSet wholeNumbers) {

    static Columns of(List<String> names, List<String> joined, Set<String> wholeNumbers) {
        List<String> all = Stream.concat(names.stream(), joined.stream()).toList();
        BitSet whole = new BitSet();
        IntStream.range(0, all.size())
                .filter(i -> wholeNumbers.contains(all.get(i)))
                .forEach(whole::set);
        return new Columns(all, names.size(), whole);
    }

    /// Headers compare without case, blanks and underscores.
    static String normal(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\u00A0\\u3000]+", "");
    }

    OptionalInt exact(String name) {
        int at = names.indexOf(name);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    List<Integer> alike(String name) {
        String normal = normal(name);
        return IntStream.range(0, names.size())
                .filter(i -> normal(names.get(i)).equals(normal))
                .boxed()
                .toList();
    }
}
