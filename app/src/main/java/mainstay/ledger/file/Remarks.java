package mainstay.ledger.file;

import java.util.List;

/// What stands before the columns of a file of bad rows, in the languages of their readers. The names are known again
/// in each of them, so that the columns may stay where they are when the file comes back.
///
/// @param place follows the others where lines are numbered in the order of the file: bad rows alone would be counted
///              anew
public record Remarks(String line, String problem, String place) {

    public static final Remarks ENGLISH = new Remarks("problem line", "problem", "line in document");
    public static final Remarks SIMPLIFIED = new Remarks("问题行号", "问题", "单据内行序");
    public static final Remarks TRADITIONAL = new Remarks("問題行號", "問題", "單據內行序");

    static final int BEFORE_PLACE = 2;
    private static final List<Remarks> ALL = List.of(ENGLISH, SIMPLIFIED, TRADITIONAL);

    /// @param placed whether the rows tell their place in the document
    public List<String> headers(boolean placed) {
        return placed ? List.of(line, problem, place) : List.of(line, problem);
    }

    /// How many columns of these headers are remarks.
    static int before(List<String> headers) {
        for (Remarks remarks : ALL) {
            List<String> own = headers.subList(0, Math.min(headers.size(), BEFORE_PLACE));
            if (headers.size() > BEFORE_PLACE && own.equals(remarks.headers(false))) {
                return headers.get(BEFORE_PLACE).equals(remarks.place()) ? BEFORE_PLACE + 1 : BEFORE_PLACE;
            }
        }
        return 0;
    }
}
