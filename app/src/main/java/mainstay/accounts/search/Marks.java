package mainstay.accounts.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text in pieces: those that were meant by what somebody typed, and those around them.
public record Marks(List<Piece> pieces) {

    public record Piece(String text, boolean meant) {}

    /// @param from of the original, inclusive
    /// @param to   exclusive
    record Range(int from, int to) {}

    public static Marks none(String text) {
        return new Marks(List.of(new Piece(text, false)));
    }

    static Marks of(String text, List<Range> ranges) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList()) {
            int from = Math.max(at, range.from());
            if (range.to() > from) {
                add(pieces, text.substring(at, from), false);
                add(pieces, text.substring(from, range.to()), true);
                at = range.to();
            }
        }
        add(pieces, text.substring(at), false);
        return new Marks(List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, String text, boolean meant) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, meant));
        }
    }
}
