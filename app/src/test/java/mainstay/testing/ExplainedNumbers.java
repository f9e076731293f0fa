package mainstay.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether each number of a page opens its explanation: the part of the page that a cell of numbers stands in, a
/// section or a part to be unfolded, leads to a definition, and so does each figure that opens.
public final class ExplainedNumbers {

    private static final Pattern MARK =
            Pattern.compile("<(/?)(section|details)\\b|<td class=\"num|class=\"figure-value\"");
    private static final String WAY = "href=\"/definitions/";

    private ExplainedNumbers() {}

    /// The parts with numbers that lead to no definition, by how they begin; those outside of all parts too.
    public static List<String> unexplained(String page) {
        List<String> found = new ArrayList<>();
        Deque<Part> open = new ArrayDeque<>();
        MARK.matcher(page).results().forEach(mark -> step(page, mark, open, found));
        return found;
    }

    /// How many cells and figures there are.
    public static long count(String page) {
        return MARK.matcher(page)
                .results()
                .filter(mark -> mark.group(2) == null)
                .count();
    }

    private static void step(String page, MatchResult mark, Deque<Part> open, List<String> found) {
        if (mark.group(2) == null) {
            if (open.isEmpty()) {
                found.add("outside: " + shortened(page, mark.start()));
            } else {
                open.push(open.pop().withNumbers());
            }
        } else if (mark.group(1).isEmpty()) {
            open.push(new Part(mark.start(), false));
        } else {
            Part part = open.pop();
            if (part.hasNumbers() && !page.substring(part.start(), mark.start()).contains(WAY)) {
                handOn(page, part, open, found);
            }
        }
    }

    /// What is unfolded within a section has the way of the section.
    private static void handOn(String page, Part part, Deque<Part> open, List<String> found) {
        if (open.isEmpty()) {
            found.add(shortened(page, part.start()));
        } else {
            open.push(open.pop().withNumbers());
        }
    }

    private static String shortened(String page, int from) {
        return page.substring(from, Math.min(page.length(), from + 200)).replaceAll("\\s+", " ");
    }

    private record Part(int start, boolean hasNumbers) {

        Part withNumbers() {
            return new Part(start, true);
        }
    }
}
