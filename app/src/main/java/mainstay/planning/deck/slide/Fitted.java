package mainstay.planning.deck.slide;

import java.util.List;

/// Text that was broken into lines for a width.
///
/// @param cut whether something of it was left out
record Fitted(double size, boolean bold, List<Paragraph> paragraphs, boolean cut) {

    private static final double BETWEEN = 0.35;

    /// @param text  as a program that breaks lines itself takes it
    /// @param point whether a dot stands before it
    record Paragraph(String text, List<String> lines, boolean point) {}

    double line() {
        return size * Type.LEADING;
    }

    /// Between two paragraphs.
    double gap() {
        return size * BETWEEN;
    }

    int lines() {
        return paragraphs.stream()
                .mapToInt(paragraph -> paragraph.lines().size())
                .sum();
    }

    double height() {
        return lines() * line() + Math.max(0, paragraphs.size() - 1) * gap();
    }

    boolean isEmpty() {
        return lines() == 0;
    }
}
